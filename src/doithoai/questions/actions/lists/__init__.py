"""Received lists: sent in, columns confirmed, read in the background, then taken whole."""

from doithoai.questions.actions.lists.deciding import (
    begin_taking,
    drop_list,
    mark_rows,
    resume,
)
from doithoai.questions.actions.lists.reading import begin_reading, read_rows
from doithoai.questions.actions.lists.sending import MOST_BYTES, MOST_ROWS, send_list
from doithoai.questions.actions.lists.taking import take_rows

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "begin_reading",
    "begin_taking",
    "drop_list",
    "mark_rows",
    "read_rows",
    "resume",
    "send_list",
    "take_rows",
]
