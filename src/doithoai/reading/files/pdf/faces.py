"""The fonts of a PDF: which letters its codes show, how wide, and in which style."""

import re
from dataclasses import dataclass

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font  # pypdf reads fonts nowhere public

_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|[-,])bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_UNKNOWN = "\ufffd"
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """What a string shows: its text, its width in thousandths, its count of codes and spaces."""

    text: str
    width: float
    codes: int
    spaces: int


class Face:
    """One font, ready to read strings."""

    def __init__(self, resource: DictionaryObject) -> None:
        font = Font.from_font_resource(resource)
        self.name = _SUBSET.sub("", font.name)
        self.bold = _BOLD.search(self.name) is not None
        self.italic = _ITALIC.search(self.name) is not None
        self._font = font
        self._wide = isinstance(font.encoding, str)
        self._mute = not font.interpretable or (self._wide and not font.character_map)
        self._glyphs: dict[str, tuple[str, float]] = {}
        self._shown: dict[bytes, Shown] = {}

    def read(self, data: bytes) -> Shown:
        """What these codes show."""
        if len(data) > _SHORT:
            return self._read(data)
        if data not in self._shown:
            self._shown[data] = self._read(data)
        return self._shown[data]

    def _read(self, data: bytes) -> Shown:
        font = self._font
        if isinstance(font.encoding, str):
            codes = data.decode(font.encoding, "surrogatepass" if len(data) % 2 == 0 else "replace")
        else:
            codes = data.decode("latin-1")
        glyphs = [self._glyphs.get(code) or self._glyph(code) for code in codes]
        spaces = 0 if self._wide else data.count(b" ")
        width = sum([width for _, width in glyphs])
        return Shown("".join([text for text, _ in glyphs]), width, len(codes), spaces)

    def _glyph(self, code: str) -> tuple[str, float]:
        font = self._font
        text = code
        if isinstance(font.encoding, dict):
            text = font.encoding.get(ord(code), code)
        shown = _UNKNOWN if self._mute else str(font.character_map.get(text, text))
        width = font.character_widths.get(code, font.character_widths["default"])
        self._glyphs[code] = shown, float(width)
        return self._glyphs[code]
