"""Decisions of the conclusions room that need no database: days, promises, evidence, the askers."""

from doithoai.conclusions.rules.asking import ASK_AFTER_DAYS, asks_if_solved
from doithoai.conclusions.rules.days import (
    COMPLEX_DAYS,
    is_late,
    kept_in_time,
    late_up_to,
    notice_due,
    working_days_late,
)
from doithoai.conclusions.rules.evidence import FILE_TYPES, LONGEST_FILE, file_type
from doithoai.conclusions.rules.promises import Promise, deadline_day, promises_in
from doithoai.conclusions.rules.raising import raised_words

__all__ = [
    "ASK_AFTER_DAYS",
    "COMPLEX_DAYS",
    "FILE_TYPES",
    "LONGEST_FILE",
    "Promise",
    "asks_if_solved",
    "deadline_day",
    "file_type",
    "is_late",
    "kept_in_time",
    "late_up_to",
    "notice_due",
    "promises_in",
    "raised_words",
    "working_days_late",
]
