"""Decisions of the questions room as pure functions."""

from doithoai.questions.rules.codes import CODE_LENGTH, code_of, new_code, read_code
from doithoai.questions.rules.search import is_said
from doithoai.questions.rules.sending import (
    NOTICE_VERSION,
    SET_ASIDE_REASONS,
    contact_faults,
    is_open,
)

__all__ = [
    "CODE_LENGTH",
    "NOTICE_VERSION",
    "SET_ASIDE_REASONS",
    "code_of",
    "contact_faults",
    "is_open",
    "is_said",
    "new_code",
    "read_code",
]
