"""Tasks: one a bullet or paragraph under a unit's heading, or a row of an assignment table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doithoai.reading.deadlines import find_deadline, relative_deadline
from doithoai.reading.passages import EMPTY, Passage
from doithoai.reading.plan import Place, Role, Task
from doithoai.reading.sections import Node, Purpose
from doithoai.reading.units import (
    lists_departments,
    names_agency,
    partners,
    split_units,
    without_order,
    without_qualifier,
)
from doithoai.reading.verbs import first_verb, opens_with_verb

_SUPPORT = re.compile(
    r"(?:(?:co trach nhiem|chu dong|tich cuc|tham gia|thuong xuyen|kip thoi|chiu trach nhiem|cung"
    r"|tiep tuc|thuc hien|co nhiem vu|can|lam tot cong tac)\s+)*phoi hop"
    r"|(?:theo|can cu|tuy theo) chuc nang[^.;]{0,60}?,?\s*(?:chu dong |tich cuc )?phoi hop"
)
_BRACKETS = re.compile(r"\s*\((?P<within>[^()]*)\)\s*$")
_OFFICE = re.compile(
    r"(?:co quan|don vi|thuong truc|dau moi|truong ban|pho truong ban|to truong)\b"
)
_NO_UNIT = re.compile(
    r"(?:che do|kinh phi|thoi |tien do|yeu cau|mot so|luu y|cong tac|noi dung|nhiem vu|to chuc"
    r"|giai phap|phuong |hinh thuc|chuan bi|truoc|trong|sau|ve |lich|kiem tra|bao cao)"
)
_ORDERING = re.compile(r"(?:de nghi|yeu cau|giao|ban hanh|thong nhat|la)\b")
_DUTY = re.compile(r"chu tri|phoi hop|(?:co|chiu) trach nhiem|co nhiem vu|la (?:co quan|don vi)")
_ANNOUNCES = re.compile(
    r"(?:(?:co |chiu )?trach nhiem|nhiem vu|(?:cong viec|noi dung)(?! \w)|chu tri|phoi hop"
    r"|(?:to chuc )?thuc hien|cong tac(?: chuan bi)?|chu dong|phan cong|cu the|nhu sau|sau day"
    r"|(?:truoc|trong|sau)(?: khi)?(?: dien ra| ket thuc)?(?: hoi nghi| buoi)?(?: doi thoai)?"
    r"|ngoai ra|dong thoi|cac|va|chinh|trong tam|sau|[\s,;:.])+"
)
_UNIT_LENGTH = 45
_UNIT_WORDS = 14


@dataclass(frozen=True, slots=True)
class Units:
    """The agencies that own the tasks that follow, and where they are named."""

    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class _Opening:
    """A paragraph taken apart: its units if it names any, and the work it states."""

    units: Units | None
    work: Passage


def read_tasks(section: Node, year: int | None) -> Iterator[Task]:
    """The tasks of one section; tables are read by task_tables."""
    yield from _tasks_below(section, None, year, owned=False)


def task_of(text: Passage, units: Units, year: int | None) -> Task:
    """One task with what its own words say of role, partners and deadline."""
    role: Role = "support" if _SUPPORT.match(text.folded) else "lead"
    due = find_deadline(text, year)
    stated = due.place.text if due else relative_deadline(text)
    return Task(
        units=units.names,
        text=text.text,
        role=role,
        partners=partners(text),
        due=due,
        due_text=stated,
        place=text.place(),
        units_place=units.place,
    )


def _tasks_below(
    node: Node, units: Units | None, year: int | None, *, owned: bool
) -> Iterator[Task]:
    """Walk the paragraphs in order; an unmarked heading owns what follows beside it."""
    current = units
    among_units = not owned and _heads_units(node)
    for child in node.children:
        if not child.heading or _is_other_section(child):
            continue
        opening = _open(child, owned=owned)
        if among_units and opening.units is None:
            opening = _open_beside_units(child) or opening
        if opening.units and child.block and child.block.marker is None and not opening.work:
            current = opening.units
            continue
        yield from _tasks_of(child, opening, current, year)


def _tasks_of(
    node: Node, opening: _Opening, inherited: Units | None, year: int | None
) -> Iterator[Task]:
    units = opening.units or inherited
    work = opening.work
    inherits = opening.units is None
    if units and work and not _is_lead_in(node, work, inherits=inherits):
        yield task_of(work.without_end(" ;"), units, year)
    if not units and not node.children:
        return
    yield from _tasks_below(node, units, year, owned=units is not None)


def _is_lead_in(node: Node, work: Passage, *, inherits: bool) -> bool:
    """Words that only announce the list below them; a duty of a unit above is a task itself."""
    if inherits and not _ANNOUNCES.fullmatch(work.folded):
        return False
    if work.text.endswith(":"):
        return True
    return bool(node.children) and len(work.text) < 60 and not work.text.endswith((".", ";"))


def _is_other_section(node: Node) -> bool:
    if node.is_bullet or not (node.children or node.rest()):
        return False
    return bool(node.purposes() & {Purpose.FUNDING, Purpose.PROGRAMME, Purpose.QUOTAS})


def _open(node: Node, *, owned: bool) -> _Opening:
    """What a paragraph of the section is: a unit's heading, a unit with its work, or work."""
    label, rest = node.label(_UNIT_LENGTH), node.rest(_UNIT_LENGTH)
    if rest and lists_departments(node.heading):
        return _open_listing(node.heading, rest)
    named = without_order(label)
    if label and named and names_agency(named) and first_verb(without_qualifier(named)) is None:
        pure = len(label.text) >= len(node.heading.text.rstrip(": ."))
        if pure and (not owned or node.children) and _short(named):
            return _Opening(_units(named), EMPTY)
        if rest and _short(named):
            return _Opening(_units(named), rest)
    if owned:
        return _Opening(None, node.heading)
    return _open_sentence(node)


def _heads_units(node: Node) -> bool:
    """Whether most numbered headings under a node are agencies."""
    heads = [child for child in node.children if _is_numbered(child)]
    units = sum(1 for child in heads if _open(child, owned=False).units is not None)
    return units >= 2 and 2 * units > len(heads)


def _open_beside_units(node: Node) -> _Opening | None:
    """A short heading among agencies' headings is an agency too, whatever it is called."""
    label, rest = node.label(_UNIT_WORDS), node.rest(_UNIT_WORDS)
    named = without_order(label)
    if not named or not _is_numbered(node) or not (node.children or rest):
        return None
    if named.text.endswith(".") or not named.text[0].isupper() or _NO_UNIT.match(named.folded):
        return None
    if node.purposes() or opens_with_verb(named.text) or first_verb(named) is not None:
        return None
    return _Opening(_units(named), rest)


def _is_numbered(node: Node) -> bool:
    return node.block is not None and node.block.marker is not None and not node.is_bullet


def _open_listing(heading: Passage, rest: Passage) -> _Opening:
    """ "Các sở: Nội vụ, Tài chính": a heading, or a sentence that goes on with its verb."""
    listed = without_order(heading)
    verb = first_verb(rest)
    if verb is None:
        return _Opening(_units(listed), EMPTY)
    start = len(listed.text) - len(rest.text) + verb
    named = listed.cut(0, start).without_end(" ,;:-–")
    return _Opening(_units(named), listed.cut(start))


def _open_sentence(node: Node) -> _Opening:
    """ "Giao Sở Nội vụ chủ trì …": the unit stands before the verb."""
    sentence = without_order(node.heading)
    if not sentence or not names_agency(sentence):
        return _Opening(None, node.heading)
    verb = first_verb(sentence)
    ordered = len(sentence.text) < len(node.heading.text)
    if not verb or not (ordered or _states_duty(sentence, verb) or _is_marked(node)):
        return _Opening(None, node.heading)
    named = sentence.cut(0, verb).without_end(" ,;:-–")
    if not _short(named):
        return _Opening(None, node.heading)
    return _Opening(_units(named), sentence.cut(verb))


def _states_duty(sentence: Passage, verb: int) -> bool:
    """Whether a sentence gives one named agency its work."""
    if _DUTY.match(sentence.folded, verb):
        return True
    plural = sentence.folded.startswith(("cac ", "nhung ", "moi "))
    return not plural and not _ORDERING.match(sentence.folded, verb)


def _is_marked(node: Node) -> bool:
    return node.block is not None and node.block.marker is not None


def _short(named: Passage) -> bool:
    return named.text.count(" ") < _UNIT_LENGTH


def _units(named: Passage) -> Units:
    match = _BRACKETS.search(named.text)
    within = named.cut(match.start("within"), match.end("within")) if match else EMPTY
    aside = match and (not names_agency(within) or _OFFICE.match(within.folded))
    bare = named.cut(0, match.start()) if match and aside else named
    return Units(split_units(bare), named.place())
