"""Decisions of the questions room as pure functions."""

from doithoai.questions.rules.batches import one_batch, this_batch
from doithoai.questions.rules.codes import (
    CODE_LENGTH,
    code_of,
    looks_like_code,
    new_code,
    read_code,
)
from doithoai.questions.rules.columns import (
    FIELDS,
    LOOKS_AT,
    Columns,
    field_of,
    find_columns,
)
from doithoai.questions.rules.fingerprints import fingerprint, said_alike
from doithoai.questions.rules.letters import LETTER_DAYS, LETTER_GROUNDS, calls_it_a_letter
from doithoai.questions.rules.list_rows import (
    CLAIM_LASTS,
    ListRowFacts,
    counts_columns,
    read_row,
)
from doithoai.questions.rules.notices import Notice, notice_of, notice_on, notice_versions
from doithoai.questions.rules.parts import Piece, cut, tiling_fault
from doithoai.questions.rules.search import is_said
from doithoai.questions.rules.sending import (
    SET_ASIDE_REASONS,
    comes_late,
    contact_faults,
    is_open,
    is_taken_late,
)
from doithoai.questions.rules.sorting import CLOSE, HOLD_FOR, TAKEN_BACK, TOLD, UNDO_FOR

__all__ = [
    "CLAIM_LASTS",
    "CLOSE",
    "CODE_LENGTH",
    "Columns",
    "FIELDS",
    "HOLD_FOR",
    "LETTER_DAYS",
    "LETTER_GROUNDS",
    "LOOKS_AT",
    "SET_ASIDE_REASONS",
    "TAKEN_BACK",
    "TOLD",
    "UNDO_FOR",
    "ListRowFacts",
    "Notice",
    "Piece",
    "calls_it_a_letter",
    "code_of",
    "comes_late",
    "contact_faults",
    "counts_columns",
    "cut",
    "field_of",
    "find_columns",
    "fingerprint",
    "is_open",
    "is_said",
    "is_taken_late",
    "looks_like_code",
    "new_code",
    "notice_of",
    "notice_on",
    "notice_versions",
    "one_batch",
    "read_code",
    "read_row",
    "said_alike",
    "this_batch",
    "tiling_fault",
]
