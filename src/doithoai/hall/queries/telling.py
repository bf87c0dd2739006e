"""What happened, in words: rows that are never changed name nobody; the turn names its speaker."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from doithoai.hall.minutes import fit_to_tell
from doithoai.hall.models import HallEvent, Turn
from doithoai.hall.rules import speaker_words


@dataclass(frozen=True, slots=True)
class Told:
    """One happening as it is read: whose deed it was is said from the turn as it stands now."""

    event: HallEvent
    text: str

    @property
    def kind(self) -> str:
        """What happened."""
        return self.event.kind

    @property
    def at(self) -> datetime:
        """When."""
        return self.event.at


def told(events: Iterable[HallEvent], turns: Iterable[Turn]) -> list[Told]:
    """The events in their order; `turns` are all of their session."""
    speakers = {turn.pk: speaker_words(turn.speaker_name, turn.speaker_unit) for turn in turns}
    return [Told(event, _words(event, speakers)) for event in events]


def _words(event: HallEvent, speakers: dict[int, str]) -> str:
    text = fit_to_tell(event.text)
    if not event.data.get("speaks"):
        return text
    return f"{speakers.get(event.data['turn'], speaker_words())} {text}"
