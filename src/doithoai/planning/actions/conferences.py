"""The conference itself: created from confirmed facts, issued, dated."""

from datetime import date, time
from typing import Any

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.directory.models import Agency, Place, User
from doithoai.planning.models import (
    AttendanceEntry,
    Conference,
    LegalBasis,
    Milestone,
    Objective,
    ObjectiveKind,
    Participation,
    Recipient,
    Topic,
)
from doithoai.planning.permissions import may_issue, may_prepare, may_read_plan
from doithoai.planning.rules import ProposedMilestone, milestones_around
from doithoai.planning.states import CONFERENCE_TRANSITIONS, ConferenceState
from doithoai.workflow import Refused, require

COLLECTED = "Hết hạn gửi câu hỏi, kiến nghị"
STALE = "Có người vừa sửa hội nghị này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."


@transaction.atomic
def create_conference(
    values: dict[str, Any],
    *,
    facts: dict[str, Any],
    milestones: list[ProposedMilestone],
    participants: dict[str, list[Agency]],
    by: User,
) -> Conference:
    """The conference with everything its plan lists except tasks, seats and programme."""
    require(may_read_plan(by))
    Place.objects.select_for_update().get(pk=values["place"].pk)
    conference = Conference.objects.create(slug=_free_slug(values.pop("slug")), **values)
    _lay_lists(conference, facts)
    Milestone.objects.bulk_create(
        Milestone(conference=conference, name=m.name, due=m.due, reason=m.reason)
        for m in milestones
    )
    Participation.objects.bulk_create(
        Participation(conference=conference, agency=agency, role=role)
        for role, agencies in participants.items()
        for agency in dict.fromkeys(agencies)
    )
    record("planning.create_conference", conference, by=by, after={"title": conference.title})
    return conference


@transaction.atomic
def issue(
    conference: Conference, *, number: str, issued_on: date, signer_name: str, by: User
) -> Conference:
    """The signed plan has its number and day; from now everyone may see it."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_issue(by, conference))
    CONFERENCE_TRANSITIONS.move(conference, to=ConferenceState.ISSUED)
    conference.number, conference.issued_on = number, issued_on
    conference.signer_name = signer_name
    conference.version += 1
    conference.save()
    record("planning.issue", conference, by=by, after={"number": number, "issued_on": issued_on})
    return conference


@transaction.atomic
def fix_day(
    conference: Conference,
    *,
    held_on: date,
    venue: str,
    tentative: bool,
    version: int,
    by: User,
    start_time: time | None = None,
    end_time: time | None = None,
) -> Conference:
    """Set day, hours and place (plan: "xin chủ trương về thời gian cụ thể").

    Milestones counted from the day move with it.
    """
    if start_time and end_time and end_time <= start_time:
        raise Refused("Giờ kết thúc phải sau giờ bắt đầu. Sửa lại một trong hai giờ.")
    values = {
        "held_on": held_on,
        "start_time": start_time,
        "end_time": end_time,
        "held_month": f"{held_on:%Y-%m}",
        "venue": venue,
        "tentative": tentative,
    }
    conference = _amend(conference, "planning.fix_day", values, version=version, by=by)
    for counted in milestones_around(held_on, [], issued_on=None):
        set_milestone(conference, name=counted.name, due=counted.due, reason=counted.reason, by=by)
    return conference


@transaction.atomic
def change_window(
    conference: Conference,
    *,
    questions_from: date,
    questions_until: date,
    answer_days: int,
    version: int,
    by: User,
) -> Conference:
    """From when to when questions are taken, and in how many working days answered."""
    if questions_until < questions_from:
        raise Refused("Ngày thôi nhận câu hỏi phải từ ngày bắt đầu nhận trở đi.")
    values = {
        "questions_from": questions_from,
        "questions_until": questions_until,
        "answer_days": answer_days,
    }
    conference = _amend(conference, "planning.change_window", values, version=version, by=by)
    reason = "Thời gian nhận câu hỏi trên trang công khai"
    set_milestone(conference, name=COLLECTED, due=questions_until, reason=reason, by=by)
    return conference


@transaction.atomic
def set_milestone(
    conference: Conference, *, name: str, due: date, reason: str = "", by: User
) -> Milestone:
    """Add a day to keep, or move the first one of this name."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_prepare(by, conference))
    milestone = conference.milestones.filter(name=name).first()
    before = {"due": milestone.due} if milestone else None
    milestone = milestone or Milestone(conference=conference, name=name)
    milestone.due, milestone.reason = due, reason or milestone.reason
    milestone.save()
    record("planning.set_milestone", milestone, by=by, before=before, after={"due": due})
    return milestone


def _amend(
    conference: Conference, verb: str, values: dict[str, Any], *, version: int, by: User
) -> Conference:
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_prepare(by, conference))
    if conference.version != version:
        raise Refused(STALE)
    before, after = changes(conference, values)
    for name, value in values.items():
        setattr(conference, name, value)
    conference.version += 1
    conference.save()
    record(verb, conference, by=by, before=before, after=after)
    return conference


def _lay_lists(conference: Conference, facts: dict[str, Any]) -> None:
    Topic.objects.bulk_create(
        Topic(conference=conference, position=position, text=text)
        for position, text in enumerate(facts.get("topics") or [], start=1)
    )
    Objective.objects.bulk_create(
        Objective(conference=conference, kind=kind, position=position, text=text)
        for kind, key in (
            (ObjectiveKind.PURPOSE, "purposes"),
            (ObjectiveKind.REQUIREMENT, "requirements"),
        )
        for position, text in enumerate(facts.get(key) or [], start=1)
    )
    LegalBasis.objects.bulk_create(
        LegalBasis(
            conference=conference,
            position=position,
            kind=basis["kind"] or "",
            number=basis.get("number") or "",
            date=basis.get("date") or None,
            issuer=basis.get("issuer") or "",
        )
        for position, basis in enumerate(facts.get("legal_bases") or [], start=1)
    )
    entries = [
        (group.get("group") or "", entry)
        for group in facts.get("composition") or []
        for entry in group["entries"]
    ]
    AttendanceEntry.objects.bulk_create(
        AttendanceEntry(conference=conference, group=group, position=position, text=text)
        for position, (group, text) in enumerate(entries, start=1)
    )
    Recipient.objects.bulk_create(
        Recipient(conference=conference, position=position, text=text)
        for position, text in enumerate(facts.get("recipients") or [], start=1)
    )


def _free_slug(wanted: str) -> str:
    taken = set(Conference.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{n}" for n in range(2, len(taken) + 3) if f"{wanted}-{n}" not in taken)
