"""Who attends: the stated number of delegates and the groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from doithoai.reading.entries import announces, is_note
from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact, Group
from doithoai.reading.sections import Node, Purpose, find_sections, is_section

_PEOPLE = (
    r"(?:dai bieu|nguoi|dong chi|em|khach|doan vien|hoi vien|thanh nien|nong dan|doanh nghiep)\b"
)
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,5})"
_EACH = r"\s*/\s*(?:buoi|phien|diem|xa|huyen|don vi|ngay)|\s+(?:moi|mot) (?:buoi|phien|diem|xa)"
_ELSEWHERE = (
    r"[^;.\d]{0,60}\b(?:bang|bieu|danh sach|phu luc)\b[^;.]{0,30}\b(?:duoi day|sau day|sau"
    r"|kem theo|dinh kem|phu luc|\d|[ivx]+)\b[^;]{0,40}"
)
_COUNT = re.compile(rf"\b{_NUMBER}\s+(?:luot )?{_PEOPLE}(?!{_EACH})")
_WHOLE = re.compile(r"\b(?:tong so|tong cong|quy mo|tong)\b")
_SIZE_ONLY = re.compile(
    r"\(?(?:(?:tong so|tong cong|so luong|quy mo|tong|du kien|moi (?:diem|xa|phuong|don vi|huyen"
    r"|buoi|phien))[^:;.]{0,60}[:,]?)?\s*"
    rf"(?:du kien |khoang |gan |la )*{_NUMBER}\s*{_PEOPLE}"
    rf"(?:{_EACH})?(?:[,;.]?\s*(?:\([^()]*\)|bao gom|gom(?: co)?|trong do|cu the|phan bo[^;]*"
    rf"|nhu sau|{_ELSEWHERE}))*\W*"
)
_TAIL = re.compile(
    r"\s*(?:\([^()]*\)|,?\s*(?:du kien )?(?:bao )?gom(?: co)?|:|,?\s*cu the(?: nhu sau)?"
    r"|nhu sau)\s*$"
)
_BRIDGE = re.compile(r"(?:cac )?diem cau\b")
_OF_OTHERS = frozenset(
    {
        Purpose.THEME,
        Purpose.FORM,
        Purpose.TIME,
        Purpose.VENUE,
        Purpose.TOPICS,
        Purpose.FUNDING,
    }
)


def read_expected(root: Node) -> Fact[int] | None:
    """The total the text states for the whole conference, not the size of one group."""
    sections = find_sections(root, Purpose.ATTENDANCE)
    totals = [fact for text in _totals(sections) if (fact := _count(text))]
    roofs = [fact for section in sections if (fact := _count(section.heading))]
    if totals:
        return totals[0]
    if len({fact.value for fact in roofs}) == 1:
        return roofs[0]
    return None if roofs else _only_count(sections) or _anywhere(root)


def read_composition(root: Node) -> tuple[Group, ...]:
    """The groups who attend, each with its entries as written."""
    groups: list[Group] = []
    for section in find_sections(root, Purpose.ATTENDANCE):
        if section.purposes() == {Purpose.ATTENDANCE} or section.children:
            groups += _groups(section)
    return tuple(group for group in groups if group.entries)


def _totals(sections: list[Node]) -> Iterator[Passage]:
    """Paragraphs that state a total: "Tổng số: 320 đại biểu"."""
    for section in sections:
        for node in section.walk():
            if node.heading and _WHOLE.search(node.heading.folded[:80]):
                yield node.heading
    for section in sections:
        for child in section.children:
            if child.heading and not child.children and _is_size(child.heading):
                yield child.heading


def _only_count(sections: list[Node]) -> Fact[int] | None:
    """The one number the section states, when no other stands beside it."""
    counted = [
        (node, fact)
        for section in sections
        for node in section.walk()
        if node.heading and (fact := _count(node.heading))
    ]
    heads = [(node, fact) for node, fact in counted if not node.is_bullet or node.children]
    if len(heads) != 1:
        return None
    below = {id(node) for node in heads[0][0].walk()}
    return heads[0][1] if all(id(node) in below for node, _ in counted) else None


def _anywhere(root: Node) -> Fact[int] | None:
    """A total stated outside the section: "Hội nghị có khoảng 300 đại biểu"."""
    for node in root.walk():
        if node.heading and Purpose.TASKS not in node.purposes():
            match = re.search(r"tong so|quy mo", node.heading.folded)
            if match:
                fact = _count(node.heading.cut(match.start()))
                if fact:
                    return fact
    return None


def _count(text: Passage) -> Fact[int] | None:
    match = _COUNT.search(text.folded)
    if not match:
        return None
    number = int(match["number"].replace(".", ""))
    return Fact(number, text.cut(match.start(), match.end()).place())


def _groups(section: Node) -> Iterator[Group]:
    """Entries under the section itself form a group without a name."""
    loose: list[Passage] = []
    rest = section.rest()
    if rest and not announces(rest) and not _is_size(rest):
        loose.append(rest)
    for child in section.children:
        if _names_nobody(child):
            continue
        if _is_group(child) and not _is_counted_leaf(child):
            if loose:
                yield _group(None, loose)
                loose = []
            yield from _groups(child) if _is_roof(child) else _named(child)
        elif not announces(child.heading):
            loose.append(child.heading)
    if loose:
        yield _group(None, loose)


def _is_group(node: Node) -> bool:
    if node.children:
        return True
    return (
        not node.is_bullet
        and node.block is not None
        and node.block.marker is not None
        and bool(node.rest())
    )


def _names_nobody(node: Node) -> bool:
    """A note, a number of seats, or a section of its own: "3. Hình thức: Trực tiếp."."""
    if not node.heading or is_note(node.heading) or _is_size(node.heading):
        return True
    purposes = node.purposes()
    apart = is_section(node) and bool(purposes) and purposes <= _OF_OTHERS
    return apart and not _BRIDGE.match(node.heading.folded)


def _is_counted_leaf(node: Node) -> bool:
    """An entry with a number of its own and no label of a total: "Cấp xã: 40 đại biểu"."""
    return not node.children and _is_size(node.rest()) and not node.purposes()


def _is_roof(node: Node) -> bool:
    """ "2. Thành phần tham dự" above groups of its own is no group."""
    if node.purposes() != {Purpose.ATTENDANCE}:
        return False
    return any(_is_group(child) and not child.is_bullet for child in node.children)


def _named(node: Node) -> Iterator[Group]:
    name = _name(node.label() or node.heading)
    rest = node.rest()
    entries = _listed(node) if rest and not announces(rest) and not _is_size(rest) else []
    entries += [
        below.heading
        for child in node.children
        for below in child.walk()
        if below.heading
        and not is_note(below.heading)
        and not announces(below.heading)
        and not _is_size(below.heading)
    ]
    yield _group(name, entries)


def _listed(node: Node) -> list[Passage]:
    """The entries on a group's own line: after "gồm:" each semicolon parts two."""
    rest = node.rest()
    if not node.label().folded.endswith("gom"):
        return [rest]
    cuts = [-1, *(match.start() for match in re.finditer(";", rest.text)), len(rest.text)]
    return [rest.cut(start + 1, end) for start, end in pairwise(cuts)]


def _group(name: Passage | None, entries: list[Passage]) -> Group:
    bare = (entry.without_end(" .;,") for entry in entries)
    kept = tuple(entry.fact() for entry in bare if entry)
    place = name.place() if name else kept[0].place if kept else Passage("", "", (), ()).place()
    return Group(name.text if name else None, kept, place)


def _name(label: Passage) -> Passage:
    """A group's name without its number of seats and "gồm"."""
    name = label.without_end(" .;:,")
    while (match := _TAIL.search(name.folded)) and match.start() > 0:
        name = name.cut(0, match.start()).without_end(" .;:,")
    return name


def _is_size(text: Passage) -> bool:
    return bool(_SIZE_ONLY.fullmatch(text.folded.rstrip(" .;:")))
