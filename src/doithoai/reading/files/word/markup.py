"""WordprocessingML parsed under guard, and the few questions every part of the reader asks it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from doithoai.reading.files.archive import BROKEN, STRANGE
from doithoai.reading.source import Unreadable

_MOST_ELEMENTS = 600_000
_MOST_DEPTH = 120
_OFF = ("0", "false", "off", "none", "nil")


class _Guard(TreeBuilder):
    """Builds the tree with bare names, and stops at document types, floods and abysses."""

    def __init__(self) -> None:
        super().__init__()
        self._count = self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._count += 1
        self._depth += 1
        if self._count > _MOST_ELEMENTS or self._depth > _MOST_DEPTH:
            raise Unreadable(STRANGE)
        bare = {_bare(name): value for name, value in attrs.items()} if attrs else attrs
        return super().start(_bare(tag), bare)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(_bare(tag))

    def doctype(self, *_: object) -> None:
        """A Word part has no document type; one that has it means to blow up."""
        raise Unreadable(STRANGE)


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def parse(part: bytes) -> Element:
    """The root of a part, its names without namespaces; raises Unreadable."""
    parser = XMLParser(target=_Guard())
    try:
        parser.feed(part)
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable(BROKEN) from error
    if not isinstance(root, Element):
        raise Unreadable(BROKEN)
    return root


def value(parent: Element | None, *path: str) -> str | None:
    """The `val` of the element down this path; None when it or the value is absent."""
    found = down(parent, *path)
    return None if found is None else found.get("val")


def number(parent: Element | None, *path: str) -> int | None:
    """The same as a whole number; None when it is not one."""
    text = value(parent, *path)
    if text is None or not text.lstrip("-").isdecimal() or len(text) > 9:
        return None
    return int(text)


def switch(parent: Element | None, name: str) -> bool | None:
    """A property that is on, off, or not said (None)."""
    found = down(parent, name)
    return None if found is None else found.get("val", "on").lower() not in _OFF


def down(parent: Element | None, *path: str) -> Element | None:
    """The element down this path of child names."""
    found = parent
    for name in path:
        found = None if found is None else found.find(name)
    return found


def is_drawn(borders: Element | None) -> bool | None:
    """Whether any edge in a set of borders has a line; None when there is no set."""
    if borders is None:
        return None
    return any(edge.get("val", "none").lower() not in _OFF for edge in borders)


def through(parent: Element, wanted: str, wrappers: frozenset[str]) -> Iterator[Element]:
    """The wanted children, also those inside content controls and accepted insertions."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in wrappers:
            yield from through(child, wanted, wrappers)
