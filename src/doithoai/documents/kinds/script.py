"""Kịch bản: what is said at every moment, for the presenter and the chair."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event, capitalised, when, where
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.paper import Block, Heading, Labelled, Paper, prose


@dataclass(frozen=True, slots=True)
class Cue:
    """One moment: when, what, who speaks, the presenter's words."""

    title: str
    text: str
    speaker: str = ""
    starts: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """The script; `release` is the number of the version given out, 0 for a draft."""

    out: Outgoing
    event: Event
    cues: tuple[Cue, ...]
    release: int = 0


def script(facts: ScriptFacts) -> Paper:
    """Cues in order, each under its own heading."""
    body: list[Block] = [
        Labelled("Thời gian", capitalised(when(facts.event))),
        Labelled("Địa điểm", capitalised(where(facts.event))),
        Labelled("Bản", f"số {facts.release}" if facts.release else "đang soạn"),
    ]
    for number, cue in enumerate(facts.cues, start=1):
        body += _cue(number, cue)
    return Paper(
        letterhead=letterhead(facts.out),
        title="KỊCH BẢN ĐIỀU HÀNH",
        subject=facts.event.name,
        body=tuple(body),
    )


def _cue(number: int, cue: Cue) -> list[Block]:
    minutes = f" ({cue.minutes} phút)" if cue.minutes else ""
    starts = f"{cue.starts}. " if cue.starts else ""
    blocks: list[Block] = [Heading(f"{number}. {starts}{cue.title}{minutes}", 1)]
    if cue.speaker:
        blocks.append(Labelled("Người nói", cue.speaker))
    return [*blocks, *prose(cue.text)]
