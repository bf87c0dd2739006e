"""What waits before the day: delegates, programme, speeches, money, seats."""

from collections.abc import Iterator

from doithoai.lifecycle.stops import is_held
from doithoai.lifecycle.waiting.heaps import Desk, Waiting
from doithoai.planning.models import Work
from doithoai.planning.permissions import another_agency
from doithoai.planning.states import ConferenceState
from doithoai.programme.states import SPEECH_WITH_AGENCY, SpeechState

TURNS = {
    "write": ("Lập dự toán", "Nội dung chi, mức chi có căn cứ"),
    "appraise": ("Thẩm định dự toán", "Xét từng dòng"),
    "approve": ("Duyệt dự toán", "Đã thẩm định"),
    "answer": ("Ghi ý kiến của cấp có thẩm quyền", "Dự toán vượt thẩm quyền"),
    "spend": ("Ghi chứng từ, lập quyết toán", "Hội nghị đã xong"),
    "settle": ("Gửi quyết toán", "Đủ chứng từ thì gửi thẩm định"),
    "accept": ("Thẩm định quyết toán", "Đối chiếu chứng từ"),
}


def preparing(desk: Desk) -> Iterator[Waiting]:
    """Only once the plan is issued: before that nothing else can begin."""
    if desk.conference.state != ConferenceState.ISSUED:
        return
    yield from _money(desk)
    if not is_held(desk.conference, desk.standing, desk.today):
        yield from _delegates(desk)
        yield from _invitations(desk)
        yield from _speeches(desk)
        yield from _programme(desk)
        yield from _seats(desk)


def _delegates(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.delegates
    if desk.works_on(Work.DELEGATES):
        if of.lines and of.seats > of.allocated:
            why = "Chưa có cơ quan cử đại biểu"
            yield Waiting("allocate", of.seats - of.allocated, "Phân bổ chỗ đại biểu", why)
        if of.to_accept:
            why = "Cơ quan đã cử, chờ chấp thuận"
            yield Waiting("accept", of.to_accept, "Chấp thuận đại biểu", why)
    shares = [share for share in of.open_shares if share.agency_id == desk.agency]
    if shares:
        lacking = sum(share.lacking for share in shares)
        due = min((share.due for share in shares if share.due), default=None)
        late = sum(share.lacking for share in shares if share.is_late)
        yield Waiting("nominate", lacking, "Cử đại biểu", "Số chỗ còn thiếu tên", due, late)


def _invitations(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.delegates
    if not desk.works_on(Work.INVITATIONS) or desk.conference.tentative:
        return
    if of.to_invite:
        why = "Đã chấp thuận, chưa có giấy mời"
        yield Waiting("invite", of.to_invite, "Lập giấy mời", why)
    if of.prepared:
        yield Waiting("send_invitations", of.prepared, "Gửi giấy mời", "Đã lập, chưa gửi")
    if of.out_of_date:
        why = "Ngày, giờ hoặc địa điểm đã đổi"
        yield Waiting("renew_invitations", of.out_of_date, "Báo lại giấy mời", why)


def _speeches(desk: Desk) -> Iterator[Waiting]:
    heaps = desk.standing.speeches
    own = [h for h in heaps if h.agency_id == desk.agency and h.state in SPEECH_WITH_AGENCY]
    if own:
        dues = [heap.first_due for heap in own if heap.first_due]
        count, late = sum(heap.count for heap in own), sum(heap.late for heap in own)
        title, why = "Soạn bài phát biểu", "Kế hoạch giao cơ quan soạn"
        yield Waiting("draft_speeches", count, title, why, min(dues, default=None), late)
    count = sum(
        heap.count
        for heap in heaps
        if heap.state == SpeechState.SUBMITTED
        and desk.agency == another_agency(desk.conference, heap.agency_id)
        and desk.agency != heap.agency_id
    )
    if count:
        title, why = "Thẩm định bài phát biểu", "Cơ quan đã nộp"
        yield Waiting("appraise_speeches", count, title, why, *desk.clock("appraise_speeches"))
    count = desk.standing.programme.appraised
    if desk.decides and count:
        title, why = "Duyệt bài phát biểu", "Văn phòng đã thẩm định"
        yield Waiting("approve_speeches", count, title, why, *desk.clock("approve_speeches"))


def _programme(desk: Desk) -> Iterator[Waiting]:
    things, of = desk.standing.own.preparations, desk.standing.programme
    if things.count:
        title, why = "Công tác chuẩn bị", "Ghi tiến độ khi có"
        yield Waiting("prepare", things.count, title, why, things.first_due, things.late)
    if desk.works_on(Work.SCRIPT) and of.items and not desk.conference.tentative:
        if not of.is_released and desk.conference.start_time is None:
            if desk.leads:
                why = "Có giờ mới phát hành được chương trình"
                yield Waiting("fix_day", 1, "Nhập giờ bắt đầu hội nghị", why)
        elif not of.is_released:
            why = "Ngày đã chốt, các mục đã có"
            yield Waiting("release_programme", 1, "Phát hành chương trình", why)
        elif not of.is_script_released:
            why = "Chương trình đã phát hành"
            yield Waiting("release_script", 1, "Phát hành kịch bản", why)


def _money(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.budget
    if of.turn == "write" and not of.state:
        mine = desk.works_on(Work.BUDGET)
    else:
        mine = of.turn_agency == desk.agency
    held = is_held(desk.conference, desk.standing, desk.today)
    if not mine or of.turn not in TURNS or (of.turn == "spend" and not held):
        return
    if of.needs_approver and not desk.user.approves:
        return
    title, why = TURNS[of.turn]
    yield Waiting(f"budget_{of.turn}", 1, title, why, of.due, of.late)


def _seats(desk: Desk) -> Iterator[Waiting]:
    of = desk.standing.seating
    if of.is_confirmed or not of.seats or not desk.works_on(Work.SEATING):
        return
    left = of.people - of.seated
    if left > 0:
        yield Waiting("seat", left, "Xếp chỗ ngồi", "Đại biểu chưa có chỗ")
    elif of.people:
        yield Waiting("confirm_seating", 1, "Chốt sơ đồ chỗ ngồi", "Mọi đại biểu đã có chỗ")
