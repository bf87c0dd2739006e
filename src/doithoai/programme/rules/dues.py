"""Days counted from the day of the conference, and what becomes of them when it is moved."""

from datetime import date, timedelta

SPEECH_DAYS_BEFORE = 7


def speech_due(held_on: date | None) -> date | None:
    """A week before the day, for three people to read it; None while there is no day."""
    return held_on - timedelta(days=SPEECH_DAYS_BEFORE) if held_on else None


def followed(due: date | None, *, was: date | None, now: date | None) -> date | None:
    """The day to keep once the count gives `now` and no more `was`.

    A day that was counted, or was missing, follows; one that somebody set by hand stays.
    """
    return now if due in {None, was} else due
