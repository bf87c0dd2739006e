"""A content stream cut into operators and their operands, without building objects."""

import re
from collections.abc import Callable, Iterator

from doithoai.reading.files.budget import Budget

Operand = float | str | bytes | list["Operand"] | None

_SPACE = rb"(?:[\x00\t\n\f\r ]++|%[^\r\n]*+)*+"
_WORD_END = rb"(?![A-Za-z0-9*'\"])"
# An operator after plain numbers, by far the most: told in one step.
_COMMON = re.compile(
    _SPACE + rb"((?:-?(?:\d++\.?\d*+|\.\d++)[\t\n\f\r ]++){0,6})"
    rb"(?!(?:BI|ID|EI)" + _WORD_END + rb")([A-Za-z'\"][A-Za-z0-9*]*+)" + _WORD_END
)
_TOKEN = re.compile(
    _SPACE + rb"(?:(?P<number>[-+]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?)"
    rb"|(?P<text>\((?:[^()\\]|\\[\s\S])*\))"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<opening>\[)|(?P<closing>\])|(?P<image>BI" + _WORD_END + rb")"
    rb"|(?P<nested>\()|(?P<dictionary><<)|(?P<hex><[^<>]*>)|(?P<stray>[\s\S]))"
)
_PAREN = re.compile(rb"\\[\s\S]|[()]")
_ANGLES = re.compile(rb"<<|>>")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_IMAGE_END = re.compile(rb"[\t\n\f\r ]EI(?=[\t\n\f\r ]|$)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPED |= {b"\n": b"", b"\r": b"", b"\r\n": b""}
_MOST_OPERANDS = 20_000


def operators(data: bytes, budget: Budget) -> Iterator[tuple[str, list[Operand]]]:
    """Each operator of a content stream with the operands before it.

    Numbers are float, names str with their stroke, strings bytes, arrays lists; a dictionary
    is the str between its brackets, unparsed.
    """
    operands: list[Operand] = []
    into, place = operands, 0
    while True:
        if into is operands and (common := _COMMON.match(data, place)):
            place = common.end()
            operands.extend(map(float, common.group(1).split()))
            yield common.group(2).decode("latin-1"), operands
            into = operands = []
            budget.spend()
            continue
        match = _TOKEN.match(data, place)
        if match is None:
            return
        kind, place = match.lastgroup or "stray", match.end()
        read = _SIMPLE.get(kind)
        if read is not None:
            if len(into) < _MOST_OPERANDS:
                into.append(read(match.group(kind)))
        elif kind in ("opening", "closing"):
            into = _bracketed(kind, operands, into)
        else:
            place = _long(kind, data, place, into)


def _bracketed(kind: str, operands: list[Operand], into: list[Operand]) -> list[Operand]:
    """The list that operands go into after a bracket; a closed array is one operand."""
    if kind == "opening":
        return []
    if into is not operands:
        operands.append(into)
    return operands


def _long(kind: str, data: bytes, place: int, into: list[Operand]) -> int:
    """Keep a string with brackets in it or a dictionary, or pass an image; the place after it."""
    if kind == "nested":
        close = _closing(_PAREN, data, place, b"(", b")")
        into.append(_unescaped(data[place : close - 1]))
        return close
    if kind == "dictionary":
        close = _closing(_ANGLES, data, place, b"<<", b">>")
        into.append(data[place : close - 2].decode("latin-1"))
        return close
    return _after_image(data, place) if kind == "image" else place


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:
        return 0.0


def _closing(
    brackets: re.Pattern[bytes], data: bytes, place: int, opens: bytes, closes: bytes
) -> int:
    """The place after the bracket that closes the one just opened."""
    depth = 1
    for match in brackets.finditer(data, place):
        depth += (match.group() == opens) - (match.group() == closes)
        if depth == 0:
            return match.end()
    return len(data)


def _unescaped(text: bytes) -> bytes:
    return _ESCAPE.sub(_plain, text) if b"\\" in text else text


def _plain(match: re.Match[bytes]) -> bytes:
    octal, sign = match.groups()
    return bytes([int(octal, 8) & 255]) if octal else _ESCAPED.get(sign, sign)


def _after_image(data: bytes, place: int) -> int:
    found = _IMAGE_END.search(data, place)
    return found.end() if found else len(data)


def _hex(token: bytes) -> bytes:
    digits = _NOT_HEX.sub(b"", token)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


_SIMPLE: dict[str, Callable[[bytes], Operand]] = {
    "number": _number,
    "name": lambda token: token.decode("latin-1"),
    "text": lambda token: _unescaped(token[1:-1]),
    "hex": _hex,
}
