"""Sums of the seats table (e.g. I 63 + II 25 + III 62 = 150), and delegates' codes."""

from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.vietnamese.codes import LETTERS, bare, check_letter, random_letters

CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the table: what it states and the seats of its rows."""

    name: str
    stated: int | None
    rows: tuple[int, ...]


def quota_faults(sections: Iterable[Section], total: int | None) -> list[str]:
    """What does not add up, in words; nothing when all sums agree."""
    faults: list[str] = []
    found = 0
    for section in sections:
        added = sum(section.rows) if section.rows else (section.stated or 0)
        if section.stated is not None and section.rows and section.stated != added:
            faults.append(f"Mục {section.name}: ghi {section.stated}, cộng các dòng được {added}.")
        found += section.stated if section.stated is not None else added
    if total is not None and total != found:
        faults.append(f"Tổng cộng: ghi {total}, cộng các mục được {found}.")
    return faults


def new_code() -> str:
    """A delegate's code for badge and door, such as `7K3M9Q`; its last letter is a check."""
    body = random_letters(CODE_LENGTH - 1)
    return body + check_letter(body)


def read_code(typed: str) -> str | None:
    """The code as stored, from what was typed or scanned; None when it cannot be one."""
    code = bare(typed)
    if len(code) != CODE_LENGTH or any(letter not in LETTERS for letter in code):
        return None
    return code if check_letter(code[:-1]) == code[-1] else None


def badge_of(code: str) -> str:
    """The code as printed and read out: `7K3-M9Q`."""
    return f"{code[:3]}-{code[3:]}"
