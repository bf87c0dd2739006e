"""The parts of a .docx that hold its text; pictures and the rest are never unpacked."""

import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from doithoai.reading.files.archive import BROKEN, Package
from doithoai.reading.files.word.markup import parse
from doithoai.reading.source import Unreadable

_MOST_DOCUMENT = 40_000_000
_MOST_PART = 8_000_000


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts; None where the package has no such part."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None


def open_parts(data: bytes) -> Parts:
    """Open a .docx; raises Unreadable when it is broken, strange or holds no document."""
    package = Package(data)
    main = _related(package, "").get("officeDocument", "word/document.xml")
    document = package.part(main, _MOST_DOCUMENT)
    if document is None:
        raise Unreadable(BROKEN)
    related = _related(package, main)

    def part(name: str) -> Element | None:
        beside = posixpath.join(posixpath.dirname(main), f"{name}.xml")
        held = package.part(related.get(name, beside), _MOST_PART)
        return None if held is None else parse(held)

    return Parts(parse(document), part("styles"), part("numbering"), part("footnotes"))


def _related(package: Package, source: str) -> dict[str, str]:
    """What a part points at, by the last word of the relationship's type."""
    folder, name = posixpath.split(source)
    held = package.part(posixpath.join(folder, "_rels", f"{name}.rels"), _MOST_PART)
    if held is None:
        return {}
    targets: dict[str, str] = {}
    for relation in parse(held):
        target, kind = relation.get("Target", ""), relation.get("Type", "")
        if relation.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, target))
            targets.setdefault(kind.rpartition("/")[2], path.lstrip("/"))
    return targets
