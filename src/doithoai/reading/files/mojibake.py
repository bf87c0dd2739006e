"""Telling which old encoding a text is in, and turning the whole document into Unicode."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from doithoai.reading.files.legacy import from_tcvn3, from_vni
from doithoai.reading.files.syllables import share_of_syllables

_SAMPLE = 200_000
_LEAST_SHARE = 0.6
_LEAST_GAIN = 0.3
_LEAST_WORDS_IN_A_LINE = 3
_MOST_UNICODE = 0.02
# Letters no 8-bit code page of this kind can show: a text that has them is Unicode already.
_UNICODE_ONLY = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")


@dataclass(frozen=True, slots=True)
class Scheme:
    """An old way to write Vietnamese: its name as officials know it, and the way out of it."""

    name: str
    decode: Callable[[str], str]
    font: re.Pattern[str]


TCVN3_FONTS = Scheme("TCVN3 (ABC)", from_tcvn3, re.compile(r"^(?:[A-Z]{6}\+)?\.Vn", re.IGNORECASE))
VNI_FONTS = Scheme("VNI", from_vni, re.compile(r"^(?:[A-Z]{6}\+)?VNI\b", re.IGNORECASE))
_SCHEMES = (TCVN3_FONTS, VNI_FONTS)
_CAPITAL_FONT = re.compile(r"^(?:[A-Z]{6}\+)?\.Vn\w*H\b")


def converted_note(name: str) -> str:
    """The sentence that tells the official which encoding the file was converted from."""
    return f"Tệp dùng bảng mã {name}; đã chuyển sang Unicode, cần soát lại chữ hoa và dấu."


def detect(text: str) -> Scheme | None:
    """The old encoding a text is in, None when it is Unicode or no Vietnamese at all."""
    sample = text[:_SAMPLE]
    if sample.isascii() or len(_UNICODE_ONLY.findall(sample)) > _MOST_UNICODE * len(sample):
        return None
    as_it_stands, _ = share_of_syllables(sample)
    shares = [(share_of_syllables(scheme.decode(sample))[0], scheme) for scheme in _SCHEMES]
    share, scheme = max(shares, key=lambda pair: pair[0])
    return scheme if share >= max(_LEAST_SHARE, as_it_stands + _LEAST_GAIN) else None


class Repair:
    """Turns a document's text into Unicode, by its fonts and by how well its words are spelt."""

    def __init__(self, sample: Iterable[tuple[str, str]]) -> None:
        """Look at the whole document once: pairs of text and font name."""
        groups: dict[Scheme | None, list[str]] = {}
        for text, font in sample:
            groups.setdefault(_scheme_of(font), []).append(text)
        self._found = {scheme: detect(" ".join(texts)) for scheme, texts in groups.items()}
        self._used: dict[str, None] = {}

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence for each encoding met so far."""
        return tuple(map(converted_note, self._used))

    def words(self, pieces: Iterable[tuple[str, str]]) -> str:
        """One line in Unicode from its pieces of text, each with the name of its font."""
        runs: list[tuple[str, Scheme | None, bool]] = []
        for text, font in pieces:
            hinted = _scheme_of(font)
            capitals = hinted is not None and _CAPITAL_FONT.match(font) is not None
            scheme = self._found.get(hinted)
            if runs and runs[-1][1:] == (scheme, capitals):
                text = runs.pop()[0] + text
            runs.append((text, scheme, capitals))
        return "".join(self._run(*run) for run in runs)

    def _run(self, text: str, scheme: Scheme | None, capitals: bool) -> str:
        scheme = scheme or _in_a_line(text)
        if scheme is None or text.isascii():
            return text.upper() if scheme and capitals else text
        self._used[scheme.name] = None
        unicode = scheme.decode(text)
        return unicode.upper() if capitals else unicode


def is_old_font(font: str) -> bool:
    """Whether a font shows Vietnamese through 8-bit codes, by its name."""
    return _scheme_of(font) is not None


def _scheme_of(font: str) -> Scheme | None:
    return next((scheme for scheme in _SCHEMES if scheme.font.match(font)), None)


def _in_a_line(text: str) -> Scheme | None:
    """The encoding of one line pasted from an old file into a Unicode document."""
    if text.isascii() or _UNICODE_ONLY.search(text):
        return None
    marked = sum(not word.isascii() for word in text.split())
    return detect(text) if marked >= _LEAST_WORDS_IN_A_LINE else None
