"""Official documents as texts name them: their numbers, and the citations of legal bases."""

from doithoai.vietnamese.citations import Citation, find_citations
from doithoai.vietnamese.document_numbers import (
    KINDS,
    DocumentNumber,
    find_document_numbers,
    kind_code,
    parse_document_number,
)

__all__ = [
    "KINDS",
    "Citation",
    "DocumentNumber",
    "find_citations",
    "find_document_numbers",
    "kind_code",
    "parse_document_number",
]
