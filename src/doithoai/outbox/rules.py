"""When a message that did not go is tried again, and what a message may carry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

PAUSES = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
SENDING_TAKES = timedelta(minutes=10)
"""After this long without a result nobody is sending any more."""
PERMANENT = 500


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that goes with a message."""

    name: str
    content_type: str
    data: bytes


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after the n-th attempt (from 1); None when it was the last one."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


def is_final(codes: Iterable[int]) -> bool:
    """Whether the mail server's answers (RFC 5321 4.2.1) say that trying again is useless."""
    answers = list(codes)
    return bool(answers) and all(code >= PERMANENT for code in answers)


def one_line(text: str) -> str:
    """A subject without line breaks, which a letter's head cannot hold."""
    return " ".join(text.split())
