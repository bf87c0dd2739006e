"""The large parts of an official paper: heading, title, body, closing, annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from doithoai.reading.blocks import Block, Grid, Item
from doithoai.reading.paper_type import type_index, without_type
from doithoai.reading.passages import EMPTY, Passage, join_passages
from doithoai.reading.sections import BULLETS
from doithoai.vietnamese.outline import MarkerKind

SIGNED = re.compile(r"[\[(]?(?:da ky|ky ten|dau|ky|da ky va dong dau).{0,12}[\])]?$")
_NAME_WORD = re.compile(r"[^\W\d_](?:['’.-]?[^\W\d_])*['’]?")
_NOT_A_NAME = re.compile(
    r"\b(?:ban to chuc|noi nhan|uy ban|nhan dan|chu tich|phu luc|danh sach|ke hoach|giam doc|so|hoi"
    r"|van phong|chuong trinh|luu|vt|nhu tren|lanh dao|truong ban)\b"
)
_TITLE_ENDS = re.compile(
    r"can cu|thuc hien|theo |tiep tuc|tiep theo|de |nham |\(|uy ban nhan dan|ubnd|xet |trien khai"
    r"|phat huy|so:|tren co so|chu tich|hoi dong nhan dan|hdnd|kinh gui|nhan dip|huong ung"
)
_RECIPIENTS = re.compile(r"(?:noi nhan|kinh gui noi nhan)\b")
SIGNATURE = re.compile(
    r"(?:tm\.|kt\.|tl\.|tuq\.|q\.|tm |kt )?\s*(?:uy ban nhan dan|ubnd|(?:pho )?chu tich"
    r"|quyen chu tich"
    r"|chanh van phong|giam doc|ban thuong vu|ban thuong truc|bi thu|truong ban|ban chap hanh)"
)
_ANNEX_TITLE = re.compile(
    r"(?:du kien )?(?:phu luc|danh sach|chuong trinh|du kien|phan cong|phan bo|bang|bieu|lich"
    r"|kich ban"
    r"|so luong|tien do|mau|phieu|noi dung|dieu hanh|co cau|thanh phan|nhiem vu|ke hoach|so do"
    r"|tien trinh)"
)
FORMULA = re.compile(
    r"tren day la|tren day,|trong qua trinh|(?:can cu|theo|nhan duoc)(?: noi dung)? ke hoach nay"
    r"|(?:de nghi|yeu cau)\b|(?:uy ban nhan dan|ubnd)[^.;]{0,60}(?:yeu cau|de nghi|giao)\b"
    r"|ke hoach nay"
    r"|(?:(?:cac )?(?:ong|dong chi)[,\s]*(?:\(?ba\)?)?[,\s]*)?(?:thu truong|giam doc)"
    r"[^.;:]{0,200}\b(?:chiu trach nhiem|yeu cau|can cu|nghiem tuc)\b"
    r"|neu co (?:kho khan|vuong mac)|moi (?:kho khan|vuong mac)"
)
ANNEX_NOTE = re.compile(r"\(?\s*(?:ban hanh )?(?:kem|dinh kem) theo")


@dataclass(frozen=True, slots=True)
class Annex:
    """A part after the signature, under its own title."""

    title: Passage
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Zones:
    """The paper cut into its parts; `title` is empty when no title line was found."""

    letterhead: tuple[Item, ...]
    title: Passage
    opening: tuple[Item, ...]
    body: tuple[Item, ...]
    formulas: tuple[Item, ...]
    closing: tuple[Item, ...]
    annexes: tuple[Annex, ...]


def cut_zones(items: tuple[Item, ...]) -> Zones:
    """The items of a paper assigned to its parts."""
    name = type_index(items)
    title, after_title = _title(items, name)
    first = _first_section(items, after_title)
    ending = _closing_index(items, first)
    letterhead = items[: max(name, 0)]
    if ending is None:
        closing = _closing_before(letterhead)
        return Zones(letterhead, title, items[after_title:first], items[first:], (), closing, ())
    annexes_at = _annex_index(items, ending + 1)
    body_end = _formula_start(items, first, ending)
    return Zones(
        letterhead,
        title,
        items[after_title:first],
        items[first:body_end],
        items[body_end:ending],
        items[ending:annexes_at],
        _annexes(items[annexes_at:]),
    )


def first_words(item: Item) -> str:
    """The folded words that open a paragraph or the first filled cell of a table."""
    if isinstance(item, Block):
        return item.body.folded
    return next((cell.folded for cell in item.rows[0].cells if cell), "")


def _title(items: tuple[Item, ...], name: int) -> tuple[Passage, int]:
    """The title's joined lines, and the index of the first item after it."""
    if name < 0:
        return EMPTY, 0
    head = items[name]
    parts: list[Passage] = []
    if isinstance(head, Block) and (begun := without_type(head.body)):
        parts.append(begun)
    index = name + 1
    while index < len(items) and _is_title_line(items[index], parts):
        block = items[index]
        assert isinstance(block, Block)
        parts.append(block.body)
        index += 1
    return join_passages(parts), index


def _is_title_line(item: Item, parts: list[Passage]) -> bool:
    if isinstance(item, Grid) or item.marker is not None or len(item.columns) > 1:
        return False
    folded = item.body.folded
    if not parts:
        return not folded.startswith(("(", "can cu", "so:"))
    if _TITLE_ENDS.match(folded) and not item.body.text.isupper():
        return False
    length = sum(len(part.text) for part in parts)
    return not item.gap and length < 400 and not folded.endswith((":", ";"))


def _first_section(items: tuple[Item, ...], start: int) -> int:
    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Grid):
            continue
        if item.marker is not None and item.kind not in BULLETS:
            if not _TITLE_ENDS.match(item.body.folded) or item.kind is not MarkerKind.ARABIC:
                return index
        elif _is_heading(item):
            return index
    return len(items)


def _is_heading(block: Block) -> bool:
    text = block.body.text
    return text.isupper() and block.body.folded.startswith(("muc dich", "noi dung", "thoi gian"))


def _closing_index(items: tuple[Item, ...], start: int) -> int | None:
    """Where the closing begins: "Nơi nhận", or the signature when there is none."""
    for index in range(start, len(items)):
        if _RECIPIENTS.match(first_words(items[index])):
            return _signature_above(items, index)
    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Block) and is_signature_title(item.body):
            return index
    return None


def _formula_start(items: tuple[Item, ...], first: int, ending: int) -> int:
    """Where the last sentences begin: "Trên đây là Kế hoạch …, đề nghị các đơn vị …./."."""
    index = ending
    while index > first + 1:
        item, before = items[index - 1], items[index - 2]
        if not isinstance(item, Block) or item.marker is not None:
            break
        if not FORMULA.match(item.body.folded) or _waits_for_text(before, item):
            break
        index -= 1
    return index


def _waits_for_text(before: Item, item: Block) -> bool:
    """Whether the paragraph above is a heading that this one belongs to."""
    if not isinstance(before, Block) or item.body.folded.startswith("tren day"):
        return False
    return before.marker is not None and not before.body.text.endswith((".", ";", ".”"))


def _signature_above(items: tuple[Item, ...], index: int) -> int:
    while index > 0 and _is_signature(items[index - 1]):
        index -= 1
    return index


def _is_signature(item: Item) -> bool:
    """A line or table of the signature block, when it stands before "Nơi nhận"."""
    if isinstance(item, Grid):
        filled = [cell for row in item.rows for cell in row.cells if cell]
        return any(is_signature_title(cell) for cell in filled)
    if item.marker is not None:
        return False
    return any(is_signature_title(piece) or is_person(piece) for piece in item.columns) or bool(
        SIGNED.match(item.body.folded)
    )


def is_signature_title(passage: Passage) -> bool:
    """Whether a line is the office of a signer: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH …"""
    text = passage.text
    return text.isupper() and len(text) < 60 and bool(SIGNATURE.match(passage.folded))


def is_person(piece: Passage) -> bool:
    """Whether a line is a person's name: two to six capitalised words and nothing else."""
    words = piece.text.rstrip(".").split()
    if not 2 <= len(words) <= 6 or _NOT_A_NAME.search(piece.folded):
        return False
    return all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in words)


def _closing_before(letterhead: tuple[Item, ...]) -> tuple[Item, ...]:
    """The closing of the decision that carries the plan, when the plan itself has none."""
    for index, item in enumerate(letterhead):
        if _RECIPIENTS.match(first_words(item)):
            return letterhead[_signature_above(letterhead, index) :]
    return ()


def _annex_index(items: tuple[Item, ...], start: int) -> int:
    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Grid):
            if len(item.rows) >= 2 and max(len(row.cells) for row in item.rows) >= 3:
                return index
        elif _opens_annex(item):
            return index
    return len(items)


def _opens_annex(block: Block) -> bool:
    if block.kind is MarkerKind.ANNEX:
        return True
    if block.marker is not None:
        return block.kind not in BULLETS and block.kind is MarkerKind.ROMAN
    if ANNEX_NOTE.match(block.body.folded):
        return True
    return block.body.text.isupper() and bool(_ANNEX_TITLE.match(block.body.folded))


def _annexes(items: tuple[Item, ...]) -> tuple[Annex, ...]:
    annexes: list[Annex] = []
    titles: list[Passage] = []
    content: list[Item] = []
    for item in items:
        if _is_annex_heading(item) and (content or _starts_again(item, titles)):
            annexes.append(Annex(join_passages(titles), tuple(content)))
            titles, content = [], []
        if not content and isinstance(item, Block) and _belongs_to_title(item):
            titles.append(item.body)
        else:
            content.append(item)
    if titles or content:
        annexes.append(Annex(join_passages(titles), tuple(content)))
    return tuple(annexes)


def _is_annex_heading(item: Item) -> bool:
    return isinstance(item, Block) and (
        item.kind is MarkerKind.ANNEX
        or (item.marker is None and item.body.text.isupper() and len(item.columns) == 1)
    )


def _starts_again(item: Item, titles: list[Passage]) -> bool:
    return isinstance(item, Block) and item.kind is MarkerKind.ANNEX and bool(titles)


def _belongs_to_title(block: Block) -> bool:
    if block.kind is MarkerKind.ANNEX:
        return True
    if block.marker is not None or len(block.columns) > 1:
        return False
    return not block.body.folded.endswith((":", ";")) and len(block.body.text) < 300
