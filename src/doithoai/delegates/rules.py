"""Whether the plan's table of seats adds up (e.g. I 63 + II 25 + III 62 = 150)."""

from collections.abc import Iterable
from dataclasses import dataclass


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
