"""Who came and who chaired, as minutes say it. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.numbers import format_number

_OF_COMMITTEE = re.compile(r"\s*[,-]?\s*\b(uy ban nhan dan|ubnd|tinh|thanh pho)\b.*")


@dataclass(frozen=True, slots=True)
class Group:
    """One section of the list of delegates: how many were invited, how many came or stayed away."""

    name: str
    invited: int = 0
    present: int = 0
    online: int = 0
    excused: int = 0
    absent: int = 0

    @property
    def unknown(self) -> int:
        """Those of whom the door wrote nothing."""
        return self.invited - self.present - self.online - self.excused - self.absent


@dataclass(frozen=True, slots=True)
class Person:
    """A name with its post."""

    name: str
    post: str


def roll_lines(groups: Sequence[Group], agencies: Sequence[str]) -> tuple[str, ...]:
    """Present of invited, in all and by group, then the agencies; nothing when no roll was kept."""
    whole = Group("", *map(sum, zip(*map(_counts, groups), strict=True)))
    if whole.unknown == whole.invited:
        return ()
    lines = [f"Tổng số: {_came(whole)}."]
    lines += [f"{group.name}: {_came(group)}." for group in groups if len(groups) > 1]
    if agencies:
        lines.append(f"Cơ quan, đơn vị có đại biểu dự ({len(agencies)}): {'; '.join(agencies)}.")
    return tuple(lines)


def chair_words(title: str, people: Iterable[Person]) -> str:
    """The first of the people who bears the chair's title, with it; else a place for the name.

    `Chủ tịch` and `CHỦ TỊCH` bear `Chủ tịch Ủy ban nhân dân tỉnh`; `Phó Chủ tịch` does not.
    """
    wanted = _head(title)
    named = (one.name for one in people if one.name and _head(one.post) == wanted)
    return f"{next(named, '(ghi họ tên)')}, {title}"


def _counts(group: Group) -> tuple[int, ...]:
    return group.invited, group.present, group.online, group.excused, group.absent


def _came(group: Group) -> str:
    came, invited = group.present + group.online, group.invited
    parts = [f"có mặt {format_number(came)} trên {format_number(invited)} đại biểu được mời"]
    more = {
        "dự trực tuyến": group.online,
        "vắng có lý do": group.excused,
        "vắng không lý do": group.absent,
        "chưa điểm danh": group.unknown,
    }
    parts += [f"{words} {format_number(count)}" for words, count in more.items() if count]
    return "; ".join(parts)


def _head(post: str) -> str:
    """`chu tich` of `Chủ tịch UBND tỉnh`."""
    return _OF_COMMITTEE.sub("", fold(post)).strip(" ,.-")
