"""A content stream cut into operators and their operands, without building objects."""

import re
from collections.abc import Iterator

from doithoai.reading.files.budget import Budget

Operand = float | str | bytes | list["Operand"] | None

_TOKEN = re.compile(
    rb"(?:[\x00\t\n\f\r ]++|%[^\r\n]*+)*+(?:"
    rb"(?P<number>[-+]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*)"
    rb"|(?P<text>\((?:[^()\\]|\\[\s\S])*\))"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<opening>\[)|(?P<closing>\])"
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
    while match := _TOKEN.match(data, place):
        kind, place = match.lastgroup, match.end()
        if kind == "operator":
            name = match.group(kind).decode("latin-1")
            if name == "BI":
                place = _after_image(data, place)
            yield name, operands
            into = operands = []
            budget.spend()
        elif kind == "opening":
            into = []
        elif kind == "closing":
            operands.append(into if into is not operands else [])
            into = operands
        elif kind is not None and len(into) < _MOST_OPERANDS:
            held, place = _operand(kind, match.group(kind), data, place)
            into.append(held)


def _operand(kind: str, token: bytes, data: bytes, place: int) -> tuple[Operand, int]:
    """The operand a token stands for or opens, and the place after it."""
    if kind == "nested":
        close = _closing(_PAREN, data, place, b"(", b")")
        return _unescaped(data[place : close - 1]), close
    if kind == "dictionary":
        close = _closing(_ANGLES, data, place, b"<<", b">>")
        return data[place : close - 2].decode("latin-1"), close
    return _simple(kind, token), place


def _simple(kind: str, token: bytes) -> Operand:
    if kind == "number":
        return _number(token)
    if kind == "name":
        return token.decode("latin-1")
    if kind == "text":
        return _unescaped(token[1:-1])
    if kind == "hex":
        digits = _NOT_HEX.sub(b"", token)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return None


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
