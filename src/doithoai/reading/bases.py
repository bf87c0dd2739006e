"""Legal bases: the documents of the "Căn cứ …" and "Thực hiện …" paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doithoai.reading.passages import Passage
from doithoai.reading.plan import LegalBasis
from doithoai.vietnamese.citations import Citation, find_citations

_BASIS = re.compile(
    r"(?:can cu|thuc hien|trien khai|theo(?! de nghi)|tiep tuc thuc hien|tren co so|de thuc hien"
    r"|de trien khai|nham thuc hien|thi hanh|quan triet|phuc dap)\b"
)
_PROPOSAL = re.compile(r"(?:theo|xet) (?:de nghi|to trinh)|theo tham muu")


def read_bases(paragraphs: Iterable[Passage]) -> tuple[LegalBasis, ...]:
    """The documents the plan rests on; one cited inside another's title is not its own basis."""
    return tuple(basis for text in paragraphs for basis in _bases_in(text))


def is_basis(text: Passage) -> bool:
    """Whether a paragraph before the first section states a basis."""
    return bool(_BASIS.match(text.folded)) and not _PROPOSAL.match(text.folded)


def _bases_in(text: Passage) -> Iterator[LegalBasis]:
    if not is_basis(text):
        return
    for citation in find_citations(text.text):
        if not citation.nested and not _of_a_proposal(text, citation):
            yield _basis(text, citation)


def _of_a_proposal(text: Passage, citation: Citation) -> bool:
    before = text.folded[max(0, citation.start - 120) : citation.start]
    return citation.kind.lower() == "tờ trình" or "de nghi cua" in before


def _basis(text: Passage, citation: Citation) -> LegalBasis:
    quoted = text.cut(citation.start, citation.end)
    return LegalBasis(
        kind=citation.kind,
        number=citation.number,
        date=citation.date,
        issuer=citation.issuer.strip(" ,") if citation.issuer else None,
        text=citation.name or quoted.text,
        place=quoted.place(),
    )
