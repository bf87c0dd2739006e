"""Facts of the minutes, the notice, the report and the press kit."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Exists, OuterRef, Q

from doithoai.answers.queries import answer_counts, load_by_agency
from doithoai.audit import clock
from doithoai.conclusions.models import Commitment, Notice, NoticeItem
from doithoai.conclusions.queries import (
    commitments_of,
    items_by_part,
    notice_of,
    published_notice,
)
from doithoai.conclusions.rules import is_late
from doithoai.conclusions.states import NUMBERED, CommitmentState
from doithoai.delegates.models import Delegate
from doithoai.delegates.states import AttendanceState, DelegateState
from doithoai.directory.queries import WorkCalendar, work_calendar
from doithoai.documents.kinds.conclusion_notice import NoticeFacts, NoticeLine
from doithoai.documents.kinds.issuers import signing_lines
from doithoai.documents.kinds.minutes import MinutesFacts
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.kinds.press_kit import PressFacts
from doithoai.documents.kinds.result_report import AgencyLoad, CommitmentLine, Count, ReportFacts
from doithoai.documents.sources.heading import event_of, numbered, outgoing_of, plan_recipients
from doithoai.documents.sources.programme import agenda_of
from doithoai.documents.sources.questions import answered, shown
from doithoai.documents.sources.recipe import Lack, Wanted
from doithoai.hall.minutes import fit_to_tell
from doithoai.hall.models import Minutes
from doithoai.hall.states import MinutesState
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.questions.queries import question_counts

NOTICE_CODE, MINUTES_CODE, REPORT_CODE = "TB", "BB", "BC"
Parts = tuple[tuple[str, tuple[NoticeLine, ...]], ...]


MINUTES_LACK = Lack("Chưa ghi biên bản hội nghị.", "hall")


def minutes_ready() -> Exists:
    """The secretary has begun the minutes."""
    return Exists(Minutes.objects.filter(session__conference=OuterRef("pk")))


def minutes_facts(wanted: Wanted) -> Iterator[MinutesFacts]:
    """The text as it stands; names only of those who have signed."""
    conference = wanted.conference
    found = Minutes.objects.filter(session__conference=conference)
    for minutes in found.select_related("secretary", "signer"):
        signed = minutes.state == MinutesState.SIGNED
        yield MinutesFacts(
            out=outgoing_of(conference, conference.host, code=MINUTES_CODE),
            event=event_of(conference),
            text=fit_to_tell(minutes.body),
            secretary=str(minutes.secretary) if minutes.secretary else "",
            chair=str(minutes.signer) if signed and minutes.signer else "",
        )


NOTICE_LACK = Lack("Chưa soạn thông báo kết luận.", "conclusions")


def notice_ready() -> Exists:
    """The notice is begun and says something."""
    return Exists(NoticeItem.objects.filter(notice__conference=OuterRef("pk")))


def notice_facts(wanted: Wanted) -> Iterator[NoticeFacts]:
    """The four parts."""
    conference = wanted.conference
    notice = notice_of(conference)
    if notice:
        yield NoticeFacts(_notice_out(conference, notice), event_of(conference), _parts(notice))


def notice_given(conference: Conference) -> Outgoing | None:
    """With the number and day written down when the notice was signed."""
    notice = notice_of(conference)
    is_signed = notice is not None and notice.state in NUMBERED
    return _notice_out(conference, notice) if notice and is_signed else None


REPORT_LACK = Lack("Hội nghị chưa diễn ra.", "planning")


def report_ready() -> Q:
    """The day has come."""
    return Q(held_on__lte=clock.today())


def report_facts(wanted: Wanted) -> Iterator[ReportFacts]:
    """Figures of every room, then the state of each promise."""
    conference, today = wanted.conference, clock.today()
    calendar = work_calendar()
    notice = published_notice(conference)
    number = f" số {notice.number}" if notice and notice.number else ""
    yield ReportFacts(
        out=_report_out(conference),
        event=event_of(conference),
        on=today,
        addressee=outgoing_of(conference, conference.chair).issuer_name,
        counts=_counts(conference),
        loads=tuple(
            AgencyLoad(row["agency__name"], row["total"], row["approved"], row["late"])
            for row in load_by_agency(conference, today=today)
        ),
        notice=f"Đã công bố Thông báo kết luận{number}" if notice else "",
        commitments=tuple(_commitment(one, calendar) for one in commitments_of(conference)),
        difficulties=tuple(
            f"{one.agency.name}: {one.text}"
            for one in conference.difficulties.select_related("agency").order_by("pk")
        ),
    )


PRESS_LACK = Lack("Kế hoạch chưa ban hành.", "planning")


def press_ready() -> Q:
    """The plan is issued."""
    return Q(state=ConferenceState.ISSUED)


def press_facts(wanted: Wanted) -> Iterator[PressFacts]:
    """What may be told to reporters; nobody who asked is named."""
    conference = wanted.conference
    notice = published_notice(conference)
    counts = question_counts(conference)
    answers = answer_counts(conference, today=clock.today())
    told = (
        Count(conference.expected_delegates or 0, "đại biểu dự kiến"),
        Count(counts.total, "câu hỏi, kiến nghị đã nhận"),
        Count(answers.approved, "câu trả lời đã được duyệt"),
    )
    yield PressFacts(
        out=outgoing_of(conference, conference.host),
        event=event_of(conference),
        theme=conference.theme,
        topics=tuple(topic.text for topic in conference.topics.all()),
        counts=tuple(count for count in told if count.number),
        agenda=agenda_of(conference),
        answers=answered(conference, names_askers=False),
        conclusion=_parts(notice) if notice else (),
    )


def _report_out(conference: Conference) -> Outgoing:
    """The host reports to the committee that gave it the plan."""
    recipients = ("Như trên", conference.office.name)
    return outgoing_of(conference, conference.host, code=REPORT_CODE, recipients=recipients)


def _notice_out(conference: Conference, notice: Notice) -> Outgoing:
    recipients = plan_recipients(conference)
    out = outgoing_of(conference, conference.chair, code=NOTICE_CODE, recipients=recipients)
    if notice.state not in NUMBERED:
        return out
    return replace(
        numbered(out, notice.number),
        day=notice.signed_on,
        capacity=signing_lines(notice.signer_title) or out.capacity,
        signer=notice.signer_name,
    )


def _parts(notice: Notice) -> Parts:
    return tuple(
        (
            str(part.label),
            tuple(
                NoticeLine(shown(item.text), item.agency.name if item.agency else "", item.due)
                for item in items
            ),
        )
        for part, items in items_by_part(notice)
    )


def _counts(conference: Conference) -> tuple[Count, ...]:
    """Delegates, questions, money; what nobody counted is left out."""
    people = Delegate.objects.filter(conference=conference, state=DelegateState.ACCEPTED)
    came = people.filter(attendance__in=[AttendanceState.PRESENT, AttendanceState.ONLINE])
    questions = question_counts(conference)
    answers = answer_counts(conference, today=clock.today())
    found = (
        Count(people.count(), "đại biểu trong danh sách"),
        Count(came.count(), "đại biểu dự"),
        Count(conference.submissions.count(), "phiếu ý kiến đã nhận"),
        Count(questions.total, "câu hỏi, kiến nghị đã tổng hợp"),
        Count(answers.total, "câu hỏi, kiến nghị đã chuyển cơ quan trả lời"),
        Count(answers.published, "câu trả lời đã công bố"),
    )
    return tuple(count for count in found if count.number)


def _commitment(one: Commitment, calendar: WorkCalendar) -> CommitmentLine:
    late = one.state == CommitmentState.OPEN and is_late(
        one.due, clock.today(), holidays=calendar.holidays, make_up=calendar.make_up
    )
    state = "Quá hạn" if late else one.get_state_display()
    return CommitmentLine(one.number, shown(one.text), one.agency.name, one.due, str(state))
