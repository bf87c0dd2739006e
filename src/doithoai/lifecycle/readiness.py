"""What is missing before the next stage, who owes it, and by when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from doithoai.answers.states import APPROVED_STATES
from doithoai.budget.states import EstimateState
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.hall.states import MinutesState
from doithoai.lifecycle.standing import Standing
from doithoai.lifecycle.stops import is_held
from doithoai.planning.models import Conference, Work
from doithoai.planning.states import ConferenceState

SEVERAL = "Các cơ quan được giao"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing missing: `stage` is a stop of the rail, `key` the page that mends it."""

    stage: str
    what: str
    owner: str
    key: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is missing for the stage named `ahead`; nothing missing means it may begin."""

    ahead: str
    needs: list[Need] = field(default_factory=list)


def readiness(conference: Conference, standing: Standing, *, today: date) -> Readiness:
    """Four steps: open for questions, the day, the notice, the last promise."""
    if conference.state == ConferenceState.DRAFT:
        return Readiness("nhận câu hỏi", list(_before_questions(conference)))
    if not is_held(conference, standing, today):
        return Readiness("tổ chức hội nghị", list(_before_the_day(conference, standing)))
    if standing.conclusions.notice != NoticeState.PUBLISHED:
        return Readiness("theo dõi cam kết", list(_before_promises(conference, standing)))
    return Readiness("khép lại hội nghị", list(_before_the_end(conference, standing)))


def _before_questions(conference: Conference) -> Iterator[Need]:
    office = conference.office.short_name
    yield Need("planning", "Kế hoạch chưa ban hành", office, "issue")
    if conference.questions_from is None or conference.questions_until is None:
        yield Need("questions", "Chưa đặt thời gian nhận câu hỏi", office, "window")


def _before_the_day(conference: Conference, standing: Standing) -> Iterator[Need]:
    yield from _facts(conference)
    yield from _people(conference, standing)
    yield from _words(conference, standing)
    yield from _things(conference, standing)


def _facts(conference: Conference) -> Iterator[Need]:
    office = conference.office.short_name
    if conference.questions_from is None or conference.questions_until is None:
        yield Need("questions", "Chưa đặt thời gian nhận câu hỏi", office, "window")
    if conference.tentative:
        yield Need("planning", "Chưa chốt ngày tổ chức", office, "fix_day")
    if conference.start_time is None:
        yield Need("planning", "Chưa có giờ bắt đầu", office, "fix_day")
    if not conference.venue:
        yield Need("planning", "Chưa có địa điểm", office, "fix_day")


def _people(conference: Conference, standing: Standing) -> Iterator[Need]:
    of, host = standing.delegates, holder(conference, standing, Work.DELEGATES)
    if of.seats > of.allocated:
        what = f"{of.seats - of.allocated} chỗ đại biểu chưa phân bổ"
        yield Need("delegates", what, host, "allocate")
    lacking = sum(share.lacking for share in of.open_shares)
    if lacking:
        yield Need("delegates", f"{lacking} đại biểu chưa cử", SEVERAL, "nominate", of.next_due)
    if of.to_accept:
        yield Need("delegates", f"{of.to_accept} đại biểu chờ chấp thuận", host, "accept")
    unsent, inviting = of.to_invite + of.prepared, holder(conference, standing, Work.INVITATIONS)
    if unsent:
        yield Need("delegates", f"{unsent} giấy mời chưa gửi", inviting, "send_invitations")
    if of.out_of_date:
        what = f"{of.out_of_date} giấy mời ghi ngày, giờ, nơi cũ"
        yield Need("delegates", what, inviting, "renew_invitations")


def _words(conference: Conference, standing: Standing) -> Iterator[Need]:
    host, office = conference.host.short_name, conference.office.short_name
    questions, answers = standing.questions, standing.answers
    if questions.received:
        until = conference.questions_until
        yield Need(
            "questions", f"{questions.received} câu hỏi chưa phân loại", host, "classify", until
        )
    if questions.selected:
        what, due = f"{questions.selected} câu hỏi chưa chuyển", standing.first_due("refer")
        yield Need("answers", what, office, "refer", due)
    open_answers = answers.total - answers.approved
    if open_answers:
        what = f"{open_answers} câu chưa có trả lời duyệt"
        dues = [heap.first_due for heap in standing.heaps if heap.state not in APPROVED_STATES]
        yield Need("answers", what, SEVERAL, "draft", min(dues, default=None))


def _things(conference: Conference, standing: Standing) -> Iterator[Need]:
    of, scribe = standing.programme, holder(conference, standing, Work.SCRIPT)
    if not of.is_released:
        yield Need("programme", "Chương trình chưa phát hành", scribe, "release_programme")
    if not of.is_script_released:
        yield Need("programme", "Kịch bản chưa phát hành", scribe, "release_script")
    if of.speeches > of.approved:
        what = f"{of.speeches - of.approved} bài phát biểu chưa duyệt"
        yield Need("programme", what, SEVERAL, "draft_speeches", of.first_due)
    if of.preparations > of.ready:
        what = f"{of.preparations - of.ready} việc chuẩn bị chưa xong"
        yield Need("programme", what, SEVERAL, "prepare", of.first_due)
    yield from _money(conference, standing)
    if not standing.seating.is_confirmed:
        seating = holder(conference, standing, Work.SEATING)
        yield Need("hall", "Chưa chốt sơ đồ chỗ ngồi", seating, "confirm_seating")


def _money(conference: Conference, standing: Standing) -> Iterator[Need]:
    of = standing.budget
    if not of.state:
        owner = holder(conference, standing, Work.BUDGET)
        yield Need("budget", "Chưa có dự toán", owner, "budget_write", of.due)
    elif of.state != EstimateState.APPROVED:
        what = f"Dự toán chưa duyệt ({EstimateState(of.state).label.lower()})"
        owner = name_of(conference, of.turn_agency)
        yield Need("budget", what, owner, f"budget_{of.turn}", of.due)


def _before_promises(conference: Conference, standing: Standing) -> Iterator[Need]:
    office, chair = conference.office.short_name, conference.chair.short_name
    of, due = standing.conclusions, standing.conclusions.notice_due
    if not standing.hall.is_over:
        yield Need("hall", "Phiên hội trường chưa bế mạc", office, "run_hall")
    elif standing.hall.minutes_state == MinutesState.SUBMITTED:
        signing = standing.first_due("sign_minutes")
        yield Need("hall", "Chủ trì chưa ký biên bản", chair, "sign_minutes", signing)
    elif standing.hall.owes_minutes:
        yield Need("hall", "Biên bản chưa ký", office, "write_minutes")
    if of.notice == NoticeState.SUBMITTED:
        yield Need("conclusions", "Chưa ký thông báo kết luận", chair, "sign_notice", due)
    elif of.notice == NoticeState.SIGNED:
        yield Need("conclusions", "Chưa công bố thông báo kết luận", office, "publish_notice", due)
    else:
        what = "Thông báo kết luận chưa trình ký" if of.notice else "Chưa soạn thông báo kết luận"
        yield Need("conclusions", what, office, "draft_notice", due)


def _before_the_end(conference: Conference, standing: Standing) -> Iterator[Need]:
    of, answers = standing.conclusions, standing.answers
    unpublished = answers.total - answers.published
    if unpublished:
        yield Need("answers", f"{unpublished} câu trả lời chưa công bố", SEVERAL, "publish")
    running = [heap for heap in of.heaps if heap.state == CommitmentState.OPEN]
    if running:
        what = f"{sum(heap.count for heap in running)} cam kết đang thực hiện"
        due = min(heap.first_due for heap in running)
        yield Need("conclusions", what, SEVERAL, "promises", due)
    reported = sum(heap.count for heap in of.heaps if heap.state == CommitmentState.REPORTED)
    if reported:
        what, judging = f"{reported} cam kết chờ xác nhận", standing.first_due("judge_reports")
        yield Need("conclusions", what, conference.office.short_name, "judge_reports", judging)
    if standing.budget.turn in {"spend", "settle", "accept"}:
        owner = name_of(conference, standing.budget.turn_agency)
        key = f"budget_{standing.budget.turn}"
        yield Need("budget", "Chưa quyết toán xong", owner, key)


def holder(conference: Conference, standing: Standing, work: Work) -> str:
    """Who has a work in hand, by short names; the host when nobody was given it."""
    return ", ".join(standing.own.holders.get(work, [])) or conference.host.short_name


def name_of(conference: Conference, agency: int | None) -> str:
    """The short name of an agency that leads; others are told as those charged."""
    leading = (conference.host, conference.office, conference.chair, conference.finance)
    names = {one.pk: one.short_name for one in leading if one}
    return names.get(agency or 0, "Cơ quan được giao")
