"""The clock of the programme: when each item runs, what runs over, how many questions fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

ASK_MINUTES = 3
ANSWER_MINUTES = 5
LONGEST_SHOWN = 3
LONGEST_QUOTED = 80
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item runs; both hours are None until the conference has its starting hour."""

    starts: time | None
    ends: time | None


@dataclass(frozen=True, slots=True)
class Span:
    """An item for the sums: its key, name, kind and minutes."""

    key: int
    name: str
    kind: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Clockwork:
    """The programme added up.

    `over` counts minutes past the planned end (negative: minutes left; None: no end is planned),
    `longest` names where time may be found, `questions` how many fit into the dialogue.
    """

    slots: dict[int, Slot]
    minutes: int
    ends: time | None
    over: int | None
    longest: tuple[Span, ...]
    dialogue: int
    questions: int


def clockwork(spans: Sequence[Span], *, start: time | None, end: time | None) -> Clockwork:
    """Items one after another from `start`, against `end`."""
    slots, at = {}, _minute(start)
    for span in spans:
        ends = None if at is None else at + span.minutes
        slots[span.key] = Slot(_clock(at), _clock(ends))
        at = ends
    total = sum(span.minutes for span in spans)
    dialogue = sum(span.minutes for span in spans if span.kind == "dialogue")
    planned = _minute(end)
    over = None if at is None or planned is None else at - planned
    longest = sorted(spans, key=lambda span: -span.minutes)[:LONGEST_SHOWN]
    return Clockwork(
        slots=slots,
        minutes=total,
        ends=_clock(at) if spans else None,
        over=over if spans else None,
        longest=tuple(longest),
        dialogue=dialogue,
        questions=questions_that_fit(dialogue),
    )


def questions_that_fit(minutes: int) -> int:
    """How many questions are asked and answered in so many minutes."""
    return minutes // (ASK_MINUTES + ANSWER_MINUTES)


def duration(minutes: int) -> str:
    """`45 phút`, `2 giờ`, `3 giờ 15 phút`."""
    hours, rest = divmod(minutes, 60)
    said = [f"{hours} giờ"] if hours else []
    return " ".join([*said, f"{rest} phút"] if rest or not hours else said)


@dataclass(frozen=True, slots=True)
class Row:
    """A line that was given out: its key, how it is called, and what it says by name of part."""

    key: str
    name: str
    values: tuple[tuple[str, str], ...]


def differences(old: Sequence[Row], new: Sequence[Row]) -> list[str]:
    """What changed between two versions, each change one sentence: new, out, moved, other words."""
    before, after = ({row.key: row for row in rows} for rows in (old, new))
    said = [f"Thêm {quoted(row.name)}." for row in new if row.key not in before]
    said += [f"Bỏ {quoted(row.name)}." for row in old if row.key not in after]
    kept_before = [row.key for row in old if row.key in after]
    kept_after = [row.key for row in new if row.key in before]
    said += [f"Chuyển chỗ {quoted(after[key].name)}." for key in _moved(kept_before, kept_after)]
    for key in kept_after:
        said += _changed(before[key], after[key])
    return said


def quoted(name: str) -> str:
    """A name in quotation marks, its own ones made single."""
    return f"“{name.replace('“', '‘').replace('”', '’')}”"


def _changed(old: Row, new: Row) -> Iterable[str]:
    before = dict(old.values)
    for name, value in new.values:
        was = before.get(name, "")
        if was == value:
            continue
        if max(len(was), len(value)) > LONGEST_QUOTED:
            yield f"{quoted(new.name)}: sửa {name}."
        else:
            yield f"{quoted(new.name)}: {name} {was or 'chưa có'} → {value or 'bỏ'}."


def _moved(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The fewest lines that must have been moved: all but a longest common order."""
    place = {key: index for index, key in enumerate(before)}
    best: list[list[str]] = []
    for key in after:
        tails = [chain for chain in best if place[chain[-1]] < place[key]]
        best.append([*_longest(tails), key])
    kept = set(_longest(best))
    return [key for key in after if key not in kept]


def _longest(chains: Sequence[list[str]]) -> list[str]:
    return max(chains, key=len) if chains else []


def _minute(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute


def _clock(minute: int | None) -> time | None:
    return None if minute is None else time(*divmod(minute % DAY, 60))
