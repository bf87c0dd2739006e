"""Receipt codes, the collecting window, and what a sender is told."""

import secrets
from datetime import date

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXY"
CODE_LENGTH = 8
NOTICE_VERSION = "2026-1"


def new_code(prefix: str, year: int) -> str:
    """A receipt code such as `TG24-7K3M-9QRT`: no letters that look alike, last one a check."""
    body = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH - 1))
    head = f"{prefix}{year % 100:02d}"
    return _dressed(head, body + check_letter(head + body))


def check_letter(text: str) -> str:
    """The letter that catches one wrong or two swapped characters."""
    total = sum(weight * _value(letter) for weight, letter in enumerate(text, start=1))
    return LETTERS[total % 29]


def read_code(typed: str) -> str | None:
    """The code as stored, from what a person typed; None when it cannot be one."""
    letters = "".join(typed.upper().split()).replace("-", "").replace("–", "")
    if len(letters) <= CODE_LENGTH or len(letters) > CODE_LENGTH + 5:
        return None
    head, body = letters[:-CODE_LENGTH], letters[-CODE_LENGTH:]

    if any(letter not in LETTERS for letter in body):
        return None
    return _dressed(head, body) if check_letter(head + body[:-1]) == body[-1] else None


def is_open(first: date | None, last: date | None, today: date) -> bool:
    """Whether questions are taken today; without dates they are not yet."""
    return first is not None and last is not None and first <= today <= last


def _dressed(head: str, body: str) -> str:
    return f"{head}-{body[:4]}-{body[4:]}"


def _value(letter: str) -> int:
    return LETTERS.index(letter) if letter in LETTERS else ord(letter) % 29
