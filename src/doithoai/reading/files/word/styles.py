"""How a paragraph or a run looks, from its own properties down to the document's defaults."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from doithoai.reading.files.word.markup import down, is_drawn, number, switch, value

_MOST_ANCESTORS = 20
_CENTRED = ("center", "distribute")


class Look(NamedTuple):
    """What is said of a paragraph or run; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    centred: bool | None = None
    list_id: int | None = None
    level: int | None = None

    def over(self, under: "Look") -> "Look":
        """This look laid over another: what this one leaves unsaid, the other says."""
        pairs = zip(self, under, strict=True)
        return Look._make([below if said is None else said for said, below in pairs])


def look_of(run: Element | None, paragraph: Element | None = None) -> Look:
    """The look that a w:rPr and a w:pPr say directly."""
    fonts = down(run, "rFonts")
    alignment = value(paragraph, "jc")
    return Look(
        switch(run, "b"),
        switch(run, "i"),
        switch(run, "caps"),
        switch(run, "vanish"),
        None if fonts is None else fonts.get("ascii") or fonts.get("hAnsi"),
        None if alignment is None else alignment in _CENTRED,
        number(paragraph, "numPr", "numId"),
        number(paragraph, "numPr", "ilvl"),
    )


class Styles:
    """The styles of a document, each resolved once through all it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default_paragraph: str | None = None
        defaults = down(root, "docDefaults")
        self._defaults = look_of(
            down(defaults, "rPrDefault", "rPr"), down(defaults, "pPrDefault", "pPr")
        )
        for style in root.findall("style") if root is not None else ():
            name = style.get("styleId", "")
            self._styles[name] = style
            if style.get("type") == "paragraph" and style.get("default") in ("1", "true", "on"):
                self._default_paragraph = name

    def paragraph(self, name: str | None) -> Look:
        """The look of a paragraph style over the document's defaults."""
        return self._look(name or self._default_paragraph).over(self._defaults)

    def character(self, name: str | None) -> Look:
        """The look of a character style alone."""
        return self._look(name)

    def list_level(self, name: str | None) -> int | None:
        """The list level a paragraph style states, when it does."""
        return self._look(name).level

    def borders(self, name: str | None) -> bool:
        """Whether a table style draws lines."""
        return any(
            is_drawn(down(style, "tblPr", "tblBorders")) for style in self._ancestry(name)
        ) or any(
            is_drawn(down(part, "tcPr", "tcBorders"))
            for style in self._ancestry(name)
            for part in style.findall("tblStylePr")
        )

    def _look(self, name: str | None, depth: int = 0) -> Look:
        if name not in self._styles or name is None or depth > _MOST_ANCESTORS:
            return Look()
        if name not in self._looks:
            style = self._styles[name]
            own = look_of(style.find("rPr"), style.find("pPr"))
            self._looks[name] = own.over(self._look(value(style, "basedOn"), depth + 1))
        return self._looks[name]

    def _ancestry(self, name: str | None) -> list[Element]:
        found: list[Element] = []
        while name in self._styles and len(found) < _MOST_ANCESTORS:
            found.append(self._styles[name])
            name = value(found[-1], "basedOn")
        return found
