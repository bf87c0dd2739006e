"""What a script is composed from, and a composed cue."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item of the programme as the script needs it."""

    key: int
    kind: str
    name: str
    performer: str
    minutes: int


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question put in the hall, who answers it, and who asked if they agreed to be named."""

    key: int
    code: str
    wording: str
    agency: str
    asker: str = ""


@dataclass(frozen=True, slots=True)
class GuestFacts:
    """A guest to be greeted: name (may be unknown), post and where from."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class AwardFacts:
    """Somebody honoured."""

    recipient: str
    unit: str
    form: str


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """Everything a script is composed from; `guests` are those greeted one by one, by rank."""

    occasion: str
    theme: str
    chair: str
    host: str
    items: Sequence[ItemFacts]
    topics: Sequence[str] = ()
    questions: Sequence[QuestionFacts] = ()
    guests: Sequence[GuestFacts] = ()
    guests_in_all: int = 0
    awards: Sequence[AwardFacts] = ()


@dataclass(frozen=True, slots=True)
class CueText:
    """A composed cue: from what, when, who speaks after it, and the presenter's words."""

    key: str
    title: str
    speaker: str
    text: str
    minutes: int = 0
    item: int | None = None
    question: int | None = None
