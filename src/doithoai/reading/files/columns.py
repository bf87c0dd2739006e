"""Tables drawn in plain text: cells set apart by tabs, or by upright bars as in Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from doithoai.reading.source import Line, Table, TableRow

_LIST_MARK = re.compile(r"[-+*•–]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[IVXLC]+[.)]")
_ORDINAL_HEADING = re.compile(r"(?:số\s*)?(?:s?tt|thứ tự)\.?|thời gian|giờ", re.IGNORECASE)
_CONTINUES = re.compile(r"[a-zà-ỹđ(,;:&/]")
_ROW_START = re.compile(r"(?:\d{1,3}|[IVXLC]+|[A-Zđa-z])[.)]?$")
_RULE = re.compile(r"[\s|:=+-]*")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_MOST_BLANKS = 4
_MOST_COLUMNS = 63
_LONGEST_HEADING = 100


@dataclass(slots=True)
class _Block:
    """A table found in text: rows as (line index, cells), and the index after its last line."""

    rows: list[tuple[int, list[str]]]
    end: int


def with_tables(elements: Sequence[Line | Table]) -> Iterator[Line | Table]:
    """The same elements, with lines that make up a table gathered into it."""
    for is_line, group in groupby(elements, lambda element: isinstance(element, Line)):
        if is_line:
            yield from _gathered([line for line in group if isinstance(line, Line)])
        else:
            yield from group


def is_ordinal_heading(cell: str) -> bool:
    """Whether a cell heads a column of ordinals or of times: TT, STT, Thời gian."""
    return _ORDINAL_HEADING.fullmatch(cell.strip()) is not None


def _gathered(lines: list[Line]) -> Iterator[Line | Table]:
    texts = ["" if line.marker else line.text for line in lines]
    index = 0
    while index < len(lines):
        block = _table_at(texts, index)
        if block is None:
            yield _without_end(lines[index])
            index += 1
            continue
        rows = (TableRow(lines[place].number, tuple(cells)) for place, cells in block.rows)
        yield Table(tuple(rows), lines[index].page)
        index = block.end


def _without_end(line: Line) -> Line:
    text = line.text.rstrip()
    return line if len(text) == len(line.text) else replace(line, text=text)


def _table_at(texts: list[str], index: int) -> _Block | None:
    text = texts[index]
    if "\t" in text:
        return _tabbed(texts, index)
    return _barred(texts, index) if "|" in text or text.startswith("+-") else None


def _tabbed(lines: Sequence[str], start: int) -> _Block | None:
    """The table whose cells tabs set apart, if one begins at `start`: two rows or more."""
    first = _cells(lines[start])
    if not _is_row(first):
        return None
    block, width = _Block([(start, first)], start + 1), len(first)
    listed = width == 2 and is_ordinal_heading(first[0])
    while (index := _next_filled(lines, block.end)) is not None:
        cells = _cells(lines[index])
        adjoins = index == block.end
        if adjoins and _continue(block.rows[-1][1], cells, width):
            block.end = index + 1
        elif _belongs(cells, width, listed=listed, adjoins=adjoins) or (
            adjoins and len(block.rows) > 1 and _is_heading(lines, index, width)
        ):
            block.rows.append((index, cells))
            block.end = index + 1
        else:
            break
    return _squared(block) if len(block.rows) > 1 else None


def _barred(lines: Sequence[str], start: int) -> _Block | None:
    """The table whose cells upright bars set apart, if one begins at `start`."""
    end, drawn = start, False
    while end < len(lines) and _is_barred(lines[end]):
        end += 1
    if end - start < 2:
        return None
    block = _Block([], end)
    grid = lines[start].lstrip().startswith("+")
    for index in range(start, end):
        if _RULE.fullmatch(lines[index]):
            drawn = False
            continue
        cells = _between_bars(lines[index])
        if grid and drawn and len(cells) == len(block.rows[-1][1]):
            _join(block.rows[-1][1], cells)
        else:
            block.rows.append((index, cells))
        drawn = True
    return _squared(block) if block.rows and len(block.rows[0][1]) > 1 else None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.rstrip(" ").split("\t")]


def _is_row(cells: list[str]) -> bool:
    if len(cells) > _MOST_COLUMNS:
        return False
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or (len(cells) == 2 and _LIST_MARK.fullmatch(cells[0])):
        return False
    return len(cells) > 2 or not filled[0].endswith(":") or filled[0].startswith("Nơi nhận")


def _belongs(cells: list[str], width: int, *, listed: bool, adjoins: bool) -> bool:
    if not adjoins and len(cells) != width:
        return False
    if len(cells) == width and (listed or width > 2):
        return any(cells)
    return _is_row(cells)


def _continue(row: list[str], cells: list[str], width: int) -> bool:
    """Join a line to the row it was broken from; False when it opens a row of its own."""
    lower = _CONTINUES.match(cells[0]) is not None and not _ROW_START.fullmatch(cells[0])
    completes = len(row) + len(cells) - 1 == width and len(row) < width
    if len(cells) == 1:
        wanted = lower or len(row) < width and len(row) > 1 and not _ROW_START.match(cells[0])
    else:
        wanted = completes and not _ROW_START.fullmatch(cells[0]) and cells[0] != ""
    if wanted:
        row[-1] = f"{row[-1]} {cells[0]}".strip()
        row.extend(cells[1:])
    return wanted


def _is_heading(lines: Sequence[str], index: int, width: int) -> bool:
    """A short line between two rows, which names the part of the table that follows."""
    following = _cells(lines[index + 1]) if index + 1 < len(lines) else []
    return len(lines[index]) <= _LONGEST_HEADING and len(following) == width and _is_row(following)


def _next_filled(lines: Sequence[str], start: int) -> int | None:
    for index in range(start, min(start + _MOST_BLANKS + 1, len(lines))):
        if lines[index].strip():
            return index
    return None


def _is_barred(line: str) -> bool:
    stripped = line.strip()
    drawn = stripped.startswith("+-") and stripped.endswith("+")
    return drawn or 1 < stripped.count("|") <= _MOST_COLUMNS + 1


def _between_bars(line: str) -> list[str]:
    inside = line.strip().removeprefix("|").removesuffix("|")
    return [_BREAK.sub("\n", cell.strip()).replace("\\|", "|") for cell in _BAR.split(inside)]


def _join(row: list[str], cells: list[str]) -> None:
    for place, cell in enumerate(cells):
        row[place] = f"{row[place]} {cell}".strip()


def _squared(block: _Block) -> _Block:
    width = max(len(cells) for _, cells in block.rows)
    for _, cells in block.rows:
        cells.extend([""] * (width - len(cells)))
    return block
