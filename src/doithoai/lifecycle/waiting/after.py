"""What waits on the day and after it: the hall, its minutes, the notice, the promises."""

from collections.abc import Iterator

from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.hall.states import MinutesState
from doithoai.lifecycle.stops import is_held, is_the_day
from doithoai.lifecycle.waiting.heaps import Desk, Waiting
from doithoai.planning.models import Work
from doithoai.planning.permissions import another_agency
from doithoai.planning.states import ConferenceState


def after_the_day(desk: Desk) -> Iterator[Waiting]:
    """The hall from its day on, the notice once the dialogue is over, promises at any time."""
    if desk.conference.state == ConferenceState.ISSUED:
        yield from _hall(desk)
        if is_held(desk.conference, desk.standing, desk.today):
            yield from _notice(desk)
        yield from _promises(desk)


def _hall(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.hall
    if is_the_day(desk.conference, desk.standing, desk.today):
        yield from _on_the_day(desk)
    if desk.works_on(Work.HALL):
        if of.waiting and not of.is_over:
            title, why = "Duyệt câu hỏi gửi từ điện thoại", "Đại biểu đang chờ"
            yield Waiting("audience", of.waiting, title, why)
        if of.owes_minutes and of.minutes_state != MinutesState.SUBMITTED:
            yield Waiting("write_minutes", 1, "Hoàn thiện biên bản", "Hội nghị đã bế mạc")
    if of.minutes_state == MinutesState.SUBMITTED and desk.decides:
        title, clock = "Ký biên bản", desk.clock("sign_minutes")
        yield Waiting("sign_minutes", 1, title, "Thư ký đã ký", *clock)


def _on_the_day(desk: Desk) -> Iterator[Waiting]:
    """Who may drive the hall drives it; the chair's side, when it does not, presides."""
    day, why = desk.conference.held_on, "Hội nghị hôm nay"
    if desk.leads or Work.HALL in desk.standing.own.works:
        yield Waiting("run_hall", 1, "Điều hành hội trường", why, day)
    elif desk.agency == desk.conference.chair_id:
        yield Waiting("preside", 1, "Mở máy tính bảng của chủ trì", why, day)


def _notice(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.conclusions
    due, late = of.notice_due, int(of.notice_late)
    if of.notice in {"", NoticeState.DRAFT, NoticeState.RETURNED}:
        if desk.is_office or Work.CONCLUSION in desk.standing.own.works:
            why = "Chủ tịch trả lại" if of.notice == NoticeState.RETURNED else "Bốn phần, có nguồn"
            yield Waiting("draft_notice", 1, "Soạn thông báo kết luận", why, due, late)
    elif of.notice == NoticeState.SUBMITTED and desk.decides:
        yield Waiting("sign_notice", 1, "Ký thông báo kết luận", "Văn phòng đã trình", due, late)
    elif of.notice == NoticeState.SIGNED and desk.is_office:
        yield Waiting("publish_notice", 1, "Công bố thông báo kết luận", "Đã ký", due, late)


def _promises(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.conclusions
    for heap in of.heaps:
        if heap.agency_id == desk.agency and heap.state == CommitmentState.OPEN:
            title, why = "Thực hiện cam kết", "Báo cáo tiến độ kèm tài liệu chứng minh"
            yield Waiting("promises", heap.count, title, why, heap.first_due, heap.late)
    reported = sum(
        heap.count
        for heap in of.heaps
        if heap.state == CommitmentState.REPORTED
        and desk.agency == another_agency(desk.conference, heap.agency_id)
        and desk.agency != heap.agency_id
    )
    if reported:
        title, why = "Xác nhận cam kết đã thực hiện", "Cơ quan báo đã làm xong"
        yield Waiting("judge_reports", reported, title, why, *desk.clock("judge_reports"))
    if of.to_decide and desk.user.approves and desk.is_office:
        title, why = "Quyết định gia hạn", "Cơ quan xin lùi hạn"
        clock = desk.clock("decide_extensions")
        yield Waiting("decide_extensions", of.to_decide, title, why, *clock)
    if of.unsolved and desk.is_office:
        why = "Người hỏi nói chưa giải quyết"
        yield Waiting("unsolved", of.unsolved, "Xem lại cam kết", why)
