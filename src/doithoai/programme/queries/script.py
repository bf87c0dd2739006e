"""Reading the script: its cues with their hours, its facts, what changed between versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from typing import Any

from django.db.models import QuerySet

from doithoai.answers.models import Referral
from doithoai.delegates.models import Delegate
from doithoai.delegates.states import DelegateState
from doithoai.planning.models import Conference
from doithoai.programme.models import Script, ScriptCue
from doithoai.programme.queries.agenda import Change, hour, timetable
from doithoai.programme.queries.preparations import awards_of
from doithoai.programme.rules.cue_order import starting_times
from doithoai.programme.rules.cues import MOST_GREETED
from doithoai.programme.rules.script_facts import (
    AwardFacts,
    GuestFacts,
    ItemFacts,
    QuestionFacts,
    ScriptFacts,
)
from doithoai.programme.rules.timing import Row, differences
from doithoai.programme.states import AwardState
from doithoai.questions.queries import hall_questions
from doithoai.questions.queries.letters import named_parts
from doithoai.vietnamese.letters import joined
from doithoai.vietnamese.personal_data import mask


@dataclass(frozen=True, slots=True)
class ShownCue:
    """A cue with its hour (of the first cue of each item) and its number in the script."""

    number: int
    cue: ScriptCue
    starts: time | None


def script_of(conference: Conference) -> Script:
    """The script; one nobody has composed is new and not kept."""
    found = Script.objects.filter(conference=conference).first()
    return found or Script(conference=conference)


def cues_of(script: Script) -> "QuerySet[ScriptCue]":
    """The cues that are read out, in order."""
    return (
        ScriptCue.objects.filter(script_id=script.pk or 0, is_dropped=False)
        .select_related("agenda_item", "question")
        .order_by("position")
    )


def shown_cues(conference: Conference, cues: Iterable[ScriptCue]) -> list[ShownCue]:
    """The cues with the hours of their items. One query."""
    listed = list(cues)
    slots = timetable(conference).clock.slots
    starts = starting_times([cue.agenda_item_id for cue in listed], slots)
    return [
        ShownCue(number, cue, at)
        for number, (cue, at) in enumerate(zip(listed, starts, strict=True), start=1)
    ]


def cue_rows(shown: Iterable[ShownCue]) -> list[dict[str, Any]]:
    """The cues as a release keeps them."""
    return [
        {
            "key": one.cue.key or f"added-{one.cue.pk}",
            "title": one.cue.title,
            "speaker": one.cue.speaker,
            "text": one.cue.text,
            "minutes": one.cue.minutes,
            "starts": hour(one.starts),
        }
        for one in shown
    ]


def script_changes(script: Script, present: list[dict[str, Any]]) -> tuple[list[str], list[Change]]:
    """What changed since the last release, and the log of releases, newest first."""
    if script.pk is None:
        return [], []
    releases = list(script.releases.select_related("by__agency").order_by("number"))
    kept = [_rows(release.cues) for release in releases]
    log = [
        Change(one.number, one.at, str(one.by), differences(before, rows) if before else [])
        for one, before, rows in zip(releases, [[], *kept], kept, strict=False)
    ]
    return (differences(kept[-1], _rows(present)) if kept else []), log[::-1]


def script_facts(conference: Conference) -> ScriptFacts:
    """Everything a script is composed from. Eight queries, however long it is."""
    guests, guests_in_all = _guests(conference)
    return ScriptFacts(
        occasion=f"Hội nghị đối thoại với {conference.audience} năm {conference.year}",
        theme=conference.theme,
        chair=conference.chair_title,
        host=conference.host.name,
        items=[
            ItemFacts(item.pk, item.kind, item.name, item.performer, item.minutes)
            for item in conference.agenda_items.order_by("position")
        ],
        topics=list(conference.topics.order_by("position").values_list("text", flat=True)),
        questions=_questions(conference),
        guests=guests,
        guests_in_all=guests_in_all,
        awards=[
            AwardFacts(award.recipient, award.unit, award.form)
            for award in awards_of(conference).filter(state=AwardState.AGREED)
        ],
    )


def _questions(conference: Conference) -> list[QuestionFacts]:
    questions = list(hall_questions(conference))
    answering = dict(
        Referral.objects.filter(question__in=questions).values_list("question_id", "agency__name")
    )
    askers: dict[int, str] = {}
    named = named_parts().filter(question__in=questions)
    for key, name in named.order_by("submission__received_at", "submission", "pk").values_list(
        "question_id", "submission__sender_name"
    ):
        askers.setdefault(key, name)
    return [
        QuestionFacts(
            question.pk,
            question.code,
            mask(question.wording),
            answering.get(question.pk, ""),
            askers.get(question.pk, ""),
        )
        for question in questions
    ]


def _guests(conference: Conference) -> tuple[list[GuestFacts], int]:
    coming = Delegate.objects.filter(conference=conference, state=DelegateState.ACCEPTED)
    greeted = coming.order_by("rank", "pk")[:MOST_GREETED]
    facts = [GuestFacts(one.full_name, joined(one.post, one.organisation, ", ")) for one in greeted]
    return facts, coming.count()


def _rows(cues: list[dict[str, Any]]) -> list[Row]:
    return [
        Row(
            cue["key"],
            cue["title"],
            (
                ("tên", cue["title"]),
                ("người nói", cue["speaker"]),
                ("lời dẫn", cue["text"]),
                ("giờ", cue["starts"]),
            ),
        )
        for cue in cues
    ]
