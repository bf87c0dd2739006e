"""Near-duplicates: one text typed twice, whatever happened to its diacritics and letters."""

from doithoai.matching.duplicates.groups import DuplicateGroup, Link, near_duplicates
from doithoai.matching.duplicates.verdict import Reason, Verdict, is_near_duplicate

__all__ = [
    "DuplicateGroup",
    "Link",
    "Reason",
    "Verdict",
    "is_near_duplicate",
    "near_duplicates",
]
