"""Paragraphs that went nowhere: nothing of a plan is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doithoai.reading.blocks import Block, Item, Row
from doithoai.reading.passages import Passage, join_passages
from doithoai.reading.plan import Fact, ParsedPlan, Place
from doithoai.reading.sections import purposes_of
from doithoai.reading.tables import is_total, read_layout
from doithoai.reading.zones import ANNEX_NOTE, SIGNED, Zones, is_person, is_signature_title

_FORMULA = re.compile(
    r"[-\s]*cong hoa xa hoi|doc lap|tren day la|noi nhan"
    r"|ke hoach(?: lien tich| phoi hop| lien nganh)?$|so\s*:|[^,;:\d]{2,45},\s*(?:ngay"
    r"|thang)\b"
    r"|quyet dinh\W*$|phu luc|\W*$|(?:da ky)"
)
_PART = re.compile(r"(?:[IVX]+|[A-HĐ])[.)]?")
_TITLE_SPACES = 7
_REFERENCE = re.compile(r"\([^()]*\b(?:kem|phu luc)\b[^()]*\)\W*")
_ANNOUNCEMENT = re.compile(r".*(?:nhu sau|sau day|cu the|gom|bang sau|cu the sau)\s*[:.,]?$")


def find_unread(plan: ParsedPlan, items: Iterable[Item], zones: Zones) -> tuple[Fact[str], ...]:
    """What no fact quotes and no formula of the paper explains."""
    read = _lines_of(places_of(plan))
    head = _lines_of(_heading_places(zones))
    return tuple(_left_over(items, read | head))


def places_of(plan: ParsedPlan) -> Iterator[Place]:
    """The place of every fact of a plan."""
    singles = (
        *(plan.number, plan.issued_on, plan.issuer, plan.province, plan.year, plan.title),
        *(plan.chair, plan.audience, plan.theme, plan.form, plan.venue, plan.expected_delegates),
        *(plan.quota_total, plan.funding),
    )
    yield from (fact.place for fact in singles if fact)
    listed = (plan.purposes, plan.requirements, plan.topics, plan.recipients)
    for facts in (plan.joint_issuers, *listed):
        yield from (fact.place for fact in facts)
    yield from (basis.place for basis in plan.legal_bases)
    if plan.schedule:
        yield plan.schedule.place
    if plan.signer:
        yield plan.signer.place
    yield from _listed_places(plan)


def _listed_places(plan: ParsedPlan) -> Iterator[Place]:
    for group in plan.composition:
        yield group.place
        yield from (entry.place for entry in group.entries)
    for task in plan.tasks:
        yield task.place
        yield task.units_place
    for section in plan.quotas:
        yield section.place
        yield from (row.place for row in section.rows)
    for part in plan.programme:
        yield part.place
        yield from (item.place for item in part.items)


def _heading_places(zones: Zones) -> Iterator[Place]:
    if zones.title:
        yield zones.title.place()
    for annex in zones.annexes:
        if annex.title:
            yield annex.title.place()
    for item in zones.formulas:
        if isinstance(item, Block):
            yield item.body.place()


def _lines_of(places: Iterable[Place]) -> set[int]:
    return {line for place in places for line in range(place.line, place.end_line + 1)}


def _left_over(items: Iterable[Item], read: set[int]) -> Iterator[Fact[str]]:
    for item in items:
        if isinstance(item, Block):
            lines = range(item.line, item.end_line + 1)
            if not read.intersection(lines) and not _is_explained(item):
                yield item.body.fact()
        else:
            heading = {row.line for row in read_layout(item).heading}
            for row in item.rows:
                told = row.line in read or row.line in heading
                if not told and not is_total(row) and not _heads_rows(row):
                    yield from _row(row)


def _heads_rows(row: Row) -> bool:
    """A row that only names the part of the table below it: "II | Trong Hội nghị"."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) == 2 and bool(_PART.fullmatch(filled[0].text))


def _row(row: Row) -> Iterator[Fact[str]]:
    text = join_passages(cell for cell in row.cells if cell)
    explained = any(_is_signature(cell) for cell in row.cells if cell)
    if text and not explained and not _FORMULA.match(text.folded):
        yield text.fact()


def _is_explained(block: Block) -> bool:
    """Formulas of every official paper, headings and announcements of lists."""
    text = block.body
    if not text or _FORMULA.match(text.folded) or ANNEX_NOTE.match(text.folded):
        return True
    if block.marker is None and any(_is_signature(piece) for piece in block.columns):
        return True
    if _REFERENCE.fullmatch(text.folded):
        return True
    return _is_heading(text) or bool(_ANNOUNCEMENT.match(text.folded))


def _is_signature(piece: Passage) -> bool:
    return is_signature_title(piece) or is_person(piece) or bool(SIGNED.match(piece.folded))


def _is_heading(text: Passage) -> bool:
    """Words above a list or a paragraph; a label with its statement is no mere heading."""
    if text.text.endswith(":"):
        return True
    bare = text.without_end(" .")
    if text.text.endswith((".", ";")) and bare.text.count(" ") > _TITLE_SPACES:
        return False
    return ":" not in bare.text and bool(purposes_of(bare)) and bare.text.count(" ") < 16
