"""Who speaks with whom: the chair and the audience a title names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact, Group
from doithoai.vietnamese.letters import fold_in_place

_SPEAKER = (
    r"(?:dong chi )?(?:bi thu|(?:pho )?chu tich|lanh dao|nguoi dung dau|thuong truc|cap uy"
    r"|chinh quyen)"
)
_EVENT = (
    r"(?:to chuc|hoi nghi|gap go|gap mat|tiep xuc|trao doi|doi thoai|truc tiep|cong khai|dien dan"
    r"|dinh ky|lang nghe)"
)
_PARTIES = (
    re.compile(r"\bgiua\s+(?P<chair>.+?)\s+voi\s+(?P<audience>.+)"),
    re.compile(r"\bgiua\s+(?P<chair>.+?)\s+va\s+(?P<audience>.+)"),
    re.compile(rf"\b(?P<chair>{_SPEAKER}\b.*?),?\s+(?:{_EVENT}[,\s]+)*voi\s+(?P<audience>.+)"),
    re.compile(rf"\b{_EVENT}(?:[,\s]+{_EVENT})*\s+voi\s+(?P<audience>.+)"),
    re.compile(
        r"\bdoi thoai\s+(?P<audience>(?:cac )?(?:doanh nghiep|nong dan|thanh nien|phu nu|cong nhan"
        r"|nguoi dan|nhan dan|nguoi lao dong|tre em|hop tac xa|nha dau tu)\b.*)"
    ),
)
_LEVEL = r"(?:tinh|thanh pho|tp\.?|huyen|thi xa|thi tran|quan|phuong|dac khu|thu do|xa)"
_PLACE = re.compile(rf"[\s,]+(?:(?:cua|thuoc|trong|toan|o|tai)\s+)*{_LEVEL}(?:\s+(?P<name>\S.*))?$")
_WHEN = re.compile(
    r"[\s,(]+(?:lan thu|dot \d|quy [ivx\d]+|nam \d{4}|nhan (?:dip|ngay|ky niem)|voi chu de|chu de"
    r"|ve (?:viec|chu de|cong tac|linh vuc|noi dung)|giai doan \d|6 thang (?:dau|cuoi)"
    r"|thang \d)\b.*$"
)
_SCOPE = re.compile(
    r"[\s,]+(?:(?:tren|trong|o|thuoc|tai) )?(?:toan )?(?:dia ban|pham vi)\b.*$"
    r"|[\s,]+(?:tai|o) (?:trung tam|hoi truong|cac xa|cac phuong|dia phuong)\b.*$"
)
_CHAIR_ENTRY = re.compile(r"(?:dong chi )?(?:nguoi )?chu tri\b[^:]*:\s*")


def read_chair(title: Passage, composition: Iterable[Group]) -> Fact[str] | None:
    """Who chairs, as named in the title, else in the composition."""
    match = _parties(title)
    if match and match.groupdict().get("chair"):
        return title.cut(match.start("chair"), match.end("chair")).without_end(" ,").fact()
    for group in composition:
        for entry in group.entries:
            named = _CHAIR_ENTRY.match(fold_in_place(entry.value))
            if named:
                return Fact(entry.value[named.end() :], entry.place)
        if group.name and "chu tri" in fold_in_place(group.name)[:20] and group.entries:
            return group.entries[0]
    return None


def read_audience(title: Passage) -> Fact[str] | None:
    """The words after "với", without place and year."""
    match = _parties(title)
    if not match:
        return None
    stated = title.cut(match.start("audience"))
    for pattern in (_WHEN, _SCOPE):
        tail = pattern.search(stated.folded)
        stated = stated.cut(0, tail.start()) if tail and tail.start() else stated
    return _without_place(stated).without_end(' .,;:”"»').fact()


def _parties(title: Passage) -> re.Match[str] | None:
    for pattern in _PARTIES:
        match = pattern.search(title.folded)
        if match:
            return match
    return None


def _without_place(stated: Passage) -> Passage:
    start = 1
    while match := _PLACE.search(stated.folded, start):
        if _is_place(stated, match):
            return stated.cut(0, match.start())
        start = match.start() + 1
    return stated


def _is_place(stated: Passage, match: re.Match[str]) -> bool:
    """A level's word is a place when a name or nothing follows it (not "hợp tác xã, …")."""
    if stated.folded[: match.start()].endswith((" tac", " cac", " cap")):
        return False
    name = match["name"]
    if not name:
        return True
    return stated.text[match.start("name")].isupper() or name[0].isdigit()
