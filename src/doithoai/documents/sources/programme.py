"""Facts of the programme, the script and the speeches."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from doithoai.documents.kinds.event import capitalised
from doithoai.documents.kinds.programme import AgendaFacts, ProgrammeFacts
from doithoai.documents.kinds.script import Cue, ScriptFacts
from doithoai.documents.kinds.speech import SpeechFacts
from doithoai.documents.sources.heading import event_of, outgoing_of
from doithoai.documents.sources.recipe import Lack, Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem, ScriptCue, Speech
from doithoai.programme.queries import (
    cue_rows,
    cues_of,
    item_row,
    script_of,
    shown_cues,
    timetable,
)
from doithoai.programme.states import ScriptState, SpeechState

PROGRAMME_LACK = Lack("Chưa có mục nào trong chương trình.", "programme")


def programme_ready() -> Exists:
    """A programme needs items."""
    return Exists(AgendaItem.objects.filter(conference=OuterRef("pk")))


def programme_withheld(wanted: Wanted) -> str:
    """A programme is given out with its hours."""
    if wanted.conference.start_time is None:
        return "Chưa có giờ bắt đầu hội nghị. Nhập giờ rồi phát hành chương trình."
    return ""


def programme_facts(wanted: Wanted) -> Iterator[ProgrammeFacts]:
    """The items with their hours."""
    conference = wanted.conference
    recipients = ("Đại biểu dự Hội nghị",)
    out = outgoing_of(conference, conference.host, recipients=recipients)
    yield ProgrammeFacts(out, event_of(conference), agenda_of(conference))


def agenda_of(conference: Conference) -> tuple[AgendaFacts, ...]:
    """The items; hours are told only when the conference has its starting hour."""
    table = timetable(conference)
    return tuple(_item(item_row(item, table)) for item in table.items)


def _item(row: dict[str, str]) -> AgendaFacts:
    hours = f"{row['starts']} - {row['ends']}" if row["starts"] else ""
    return AgendaFacts(row["name"], row["performer"] or row["agency"], hours, row["part"])


SCRIPT_LACK = Lack("Chưa soạn kịch bản.", "script")


def script_ready() -> Exists:
    """A script is composed first."""
    cues = ScriptCue.objects.filter(script__conference=OuterRef("pk"), is_dropped=False)
    return Exists(cues)


def script_facts(wanted: Wanted) -> Iterator[ScriptFacts]:
    """The cues as they stand."""
    conference = wanted.conference
    script = script_of(conference)
    rows = cue_rows(shown_cues(conference, cues_of(script)))
    cues = tuple(
        Cue(row["title"], row["text"], row["speaker"], row["starts"], row["minutes"])
        for row in rows
    )
    release = script.number if script.state == ScriptState.RELEASED else 0
    out = outgoing_of(conference, conference.host)
    yield ScriptFacts(out, event_of(conference), cues, release)


SPEECH_LACK = Lack("Chưa có bài phát biểu nào được soạn.", "speeches")


def speech_ready() -> Exists:
    """At least one speech has words."""
    return Exists(_written(OuterRef("pk")))


def speech_subjects(conference: Conference) -> list[Subject]:
    """Every speech that has words."""
    return [
        Subject(str(one.pk), f"{one.title}, {one.speaker}")
        for one in _written(conference).order_by("pk")
    ]


def speech_withheld(wanted: Wanted) -> str:
    """Only what was approved is given out."""
    found = wanted.conference.speeches.filter(pk=wanted.key, state=SpeechState.APPROVED)
    return "" if found.exists() else "Bài phát biểu chưa được duyệt. Duyệt bài rồi phát hành."


def speech_facts(wanted: Wanted) -> Iterator[SpeechFacts]:
    """The words as they stand; before approval the paper says that it is a draft."""
    conference = wanted.conference
    for one in Speech.objects.filter(conference=conference, pk=wanted.key):
        yield SpeechFacts(
            event_of(conference),
            one.title,
            capitalised(one.speaker),
            one.body,
            one.state == SpeechState.APPROVED,
        )


def _written(conference: Conference | OuterRef) -> "QuerySet[Speech]":
    return Speech.objects.filter(conference=conference).exclude(body="")
