"""Short codes that people read out, copy by hand and type: no letters that look alike."""

import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXY"


def random_letters(count: int) -> str:
    """`count` letters nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def check_letter(text: str) -> str:
    """The letter that catches one wrong or two swapped characters."""
    total = sum(weight * _value(letter) for weight, letter in enumerate(text, start=1))
    return LETTERS[total % 29]


def bare(typed: str) -> str:
    """What a person typed without spaces, dashes and case."""
    return "".join(typed.upper().split()).replace("-", "").replace("–", "")


def _value(letter: str) -> int:
    return LETTERS.index(letter) if letter in LETTERS else ord(letter) % 29
