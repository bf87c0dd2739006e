"""What waits in the plan, the questions and the answers."""

from collections.abc import Iterator

from doithoai.answers.states import AnswerState
from doithoai.lifecycle.waiting.heaps import Desk, Waiting
from doithoai.planning.permissions import another_agency
from doithoai.planning.states import ConferenceState


def asking_and_answering(desk: Desk) -> Iterator[Waiting]:
    """The plan's tasks, questions to sort and refer, answers to write and judge."""
    yield from _as_host(desk)
    yield from _as_office(desk)
    yield from _as_appraiser(desk)
    yield from _as_chair(desk)
    yield from _as_department(desk)
    yield from _as_unit(desk)


def _as_host(desk: Desk) -> Iterator[Waiting]:
    received = desk.standing.questions.received
    if desk.is_host and received:
        why, due = "Chọn, hoặc để ngoài kèm lý do", desk.conference.questions_until
        yield Waiting("classify", received, "Phân loại câu hỏi mới", why, due)
    if desk.is_host and _is_ahead(desk) and desk.standing.must_send:
        of, due = desk.standing.sending, desk.standing.sending_day
        why = f"{of.unsent} câu đã chọn, chưa gửi" if of.unsent else "Chưa gửi đợt nào"
        late = int(due is not None and due < desk.today)
        title = "Gửi bảng tổng hợp tới Văn phòng"
        yield Waiting("send_office", of.unsent or 1, title, why, due, late)
    if desk.is_host and desk.standing.calls:
        why = "Người gửi chỉ để lại số điện thoại"
        yield Waiting("call", desk.standing.calls, "Gọi điện báo người gửi", why)


def _is_ahead(desk: Desk) -> bool:
    day = desk.conference.held_on
    return desk.conference.state == ConferenceState.ISSUED and (day is None or desk.today <= day)


def _as_office(desk: Desk) -> Iterator[Waiting]:
    if not desk.is_office:
        return
    yield from _before_the_day(desk)
    count = desk.standing.questions.selected
    if count:
        title, why = "Chuyển câu hỏi đã chọn", "Giao cơ quan trả lời, đặt hạn"
        yield Waiting("refer", count, title, why, *desk.clock("refer"))
    count = _count(desk, AnswerState.APPROVED)
    if count:
        yield Waiting("publish", count, "Công bố câu trả lời đã duyệt", "Người hỏi đang chờ")


def _before_the_day(desk: Desk) -> Iterator[Waiting]:
    conference = desk.conference
    if conference.state == ConferenceState.DRAFT:
        why = "Ban hành xong mới nhận câu hỏi"
        yield Waiting("issue", 1, "Ghi số, ngày ban hành kế hoạch", why)
        return
    if conference.questions_from is None or conference.questions_until is None:
        yield Waiting("window", 1, "Đặt thời gian nhận câu hỏi", "Kế hoạch không ghi đủ ngày")
    if conference.tentative:
        yield Waiting("fix_day", 1, "Xin chủ trương về ngày tổ chức", "Kế hoạch còn ghi dự kiến")


def _as_appraiser(desk: Desk) -> Iterator[Waiting]:
    mine = [
        heap
        for heap in desk.standing.heaps
        if heap.state == AnswerState.SUBMITTED
        and desk.agency == another_agency(desk.conference, heap.agency_id)
        and desk.agency != heap.agency_id
    ]
    if mine:
        mine.sort(key=lambda heap: heap.first_due)
        why = ", ".join(f"{heap.count} của {heap.agency_name}" for heap in mine[:3])
        count = sum(heap.count for heap in mine)
        yield Waiting("appraise", count, "Thẩm định câu trả lời", why, *desk.clock("appraise"))


def _as_chair(desk: Desk) -> Iterator[Waiting]:
    count = _count(desk, AnswerState.APPRAISED)
    if desk.decides and count:
        title, why = "Duyệt câu trả lời", "Văn phòng đã thẩm định"
        yield Waiting("approve", count, title, why, *desk.clock("approve"))


def _as_department(desk: Desk) -> Iterator[Waiting]:
    for state, key, title, why in (
        (AnswerState.RETURNED, "revise", "Sửa câu trả lời bị trả lại", "Xem lý do trả lại"),
        (AnswerState.DRAFT, "draft", "Soạn câu trả lời", "Câu hỏi được giao chủ trì"),
    ):
        for heap in desk.standing.heaps:
            if heap.state == state and heap.agency_id == desk.agency:
                yield Waiting(key, heap.count, title, why, heap.first_due, heap.late)


def _as_unit(desk: Desk) -> Iterator[Waiting]:
    tasks = desk.standing.own.tasks
    if tasks.count and desk.conference.state == ConferenceState.ISSUED:
        title, why = "Nhiệm vụ trong kế hoạch", "Ghi tiến độ khi có"
        yield Waiting("tasks", tasks.count, title, why, tasks.first_due, tasks.late)


def _count(desk: Desk, state: AnswerState) -> int:
    return sum(heap.count for heap in desk.standing.heaps if heap.state == state)
