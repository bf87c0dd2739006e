"""The order and the hours of a script's cues, kept when it is composed anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time

from doithoai.programme.rules.script_facts import CueText
from doithoai.programme.rules.timing import Slot


@dataclass(frozen=True, slots=True)
class KeptCue:
    """A cue that stands in the script now, before composing anew."""

    pk: int
    key: str
    is_edited: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in the new script: an old cue, new words, or an old cue with new words."""

    pk: int | None
    cue: CueText | None = field(default=None)


def recomposed(old: Sequence[KeptCue], fresh: Sequence[CueText]) -> list[Placed]:
    """The new order: composed cues as they come, each old edited or added cue after its neighbour.

    An old cue whose source is gone stays only when a person has edited it.
    """
    standing = {cue.key: cue for cue in old if cue.key}
    sources = {cue.key for cue in fresh}
    order: list[Placed] = []
    for cue in fresh:
        kept = standing.get(cue.key)
        order.append(
            Placed(kept.pk, None if kept.is_edited else cue) if kept else Placed(None, cue)
        )
    before: int | None = None
    for kept in old:
        if kept.key not in sources and kept.is_edited:
            place = next((i for i, one in enumerate(order) if one.pk == before), -1)
            order.insert(place + 1, Placed(kept.pk))
        elif kept.key not in sources:
            continue
        before = kept.pk
    return order


def starting_times(items: Sequence[int | None], slots: Mapping[int, Slot]) -> list[time | None]:
    """When each cue starts: the first cue of an item with the item; the others follow on.

    `items` names the item of each cue in order.
    """
    seen: set[int] = set()
    starts: list[time | None] = []
    for item in items:
        known = item is not None and item not in seen and item in slots
        starts.append(slots[item].starts if known and item is not None else None)
        if item is not None:
            seen.add(item)
    return starts
