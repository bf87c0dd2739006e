"""Notices, commitments and what askers say, for tests; keywords override."""

from datetime import UTC, date, datetime
from typing import Any

from doithoai.conclusions.models import (
    Commitment,
    Extension,
    Notice,
    NoticeItem,
    NoticePart,
    ProgressReport,
    Satisfaction,
    Verdict,
)
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.planning.models import Conference, Work
from doithoai.questions.models import Question
from tests.builders import a_conference, an_approver, an_official

HELD_ON = date(2024, 9, 30)
SIGNED = {"number": "310/TB-UBND", "signed_on": date(2024, 10, 4), "signer_title": "CHỦ TỊCH"}
CLOSED = {CommitmentState.KEPT, CommitmentState.CARRIED, CommitmentState.CANCELLED}


def a_held_conference(**over: Any) -> Conference:
    """A conference held a week before the tests' day."""
    return a_conference(**({"held_on": HELD_ON, "tentative": False} | over))


def an_adviser(conference: Conference) -> Any:
    """Who writes for a department that the plan asks for advice on the conclusion."""
    agency = conference.participations.order_by("pk")[0].agency
    conference.mandates.get_or_create(agency=agency, work=Work.CONCLUSION)
    return an_official(agency)


def a_notice(
    conference: Conference | None = None, state: str = NoticeState.DRAFT, **over: Any
) -> Notice:
    """A notice in any state, with the people that state needs."""
    conference = conference or a_held_conference()
    values: dict[str, Any] = {"drafted_by": an_official(conference.office), "state": state}
    if state in {NoticeState.SIGNED, NoticeState.PUBLISHED}:
        values |= {"number": "310/TB-UBND", "signed_on": date(2024, 10, 4)}
        values |= {"signed_by": an_approver(conference.chair), "signer_name": "Trần Văn Hai"}
    if state == NoticeState.PUBLISHED:
        values["published_at"] = datetime(2024, 10, 4, 8, tzinfo=UTC)
    return Notice.objects.create(conference=conference, **(values | over))


def an_item(notice: Notice, part: str = NoticePart.ASSIGNED, **over: Any) -> NoticeItem:
    """A line of the notice; an assigned one is whole."""
    values: dict[str, Any] = {"text": "Lắp máy lọc nước ở xã Phú Tân."}
    values["position"] = notice.items.filter(part=part).count() + 1
    if part == NoticePart.ASSIGNED:
        agency = notice.conference.participations.order_by("pk")[0].agency
        values |= {"agency": agency, "due": date(2024, 11, 29)}
    return NoticeItem.objects.create(notice=notice, part=part, **(values | over))


def a_commitment(
    conference: Conference | None = None, state: str = CommitmentState.OPEN, **over: Any
) -> Commitment:
    """A promise of the first department, due on Friday 29/11/2024."""
    conference = conference or a_held_conference()
    values: dict[str, Any] = {
        "number": conference.commitments.count() + 1,
        "text": "Lắp máy lọc nước ở xã Phú Tân.",
        "due": date(2024, 11, 29),
        "state": state,
    }
    if "agency" not in over:
        values["agency"] = conference.participations.order_by("pk")[0].agency
    if state in CLOSED:
        values["closed_at"] = datetime(2024, 10, 3, 2, tzinfo=UTC)
    if state == CommitmentState.KEPT:
        values["kept_on"] = date(2024, 10, 2)
    if state == CommitmentState.CANCELLED:
        values["reason"] = "Đã có công trình khác thay thế."
    return Commitment.objects.create(conference=conference, **(values | over))


def a_report(commitment: Commitment, **over: Any) -> ProgressReport:
    """What the agency says it has done."""
    values = {"text": "Đã lắp 3 máy.", "by": over.pop("by", None) or an_official(commitment.agency)}
    return ProgressReport.objects.create(commitment=commitment, **(values | over))


def an_extension(commitment: Commitment, **over: Any) -> Extension:
    """More time is asked: until the end of the year."""
    values = {
        "old_due": commitment.due,
        "new_due": date(2024, 12, 31),
        "reason": "Chờ nhập máy.",
        "asked_by": over.pop("by", None) or an_official(commitment.agency),
    }
    return Extension.objects.create(commitment=commitment, **(values | over))


def a_verdict(question: Question, verdict: str = Verdict.NOT_SOLVED, **over: Any) -> Satisfaction:
    """What the first asker of a question says of it."""
    part = question.parts.order_by("pk")[0]
    return Satisfaction.objects.create(part=part, verdict=verdict, **over)
