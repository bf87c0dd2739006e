"""Received lists: sent in, columns confirmed, read in the background, then taken whole."""

from doithoai.questions.actions.lists.claiming import is_being_done
from doithoai.questions.actions.lists.deciding import (
    begin_taking,
    drop_list,
    mark_rows,
    resume,
    show_faulty_rows,
)
from doithoai.questions.actions.lists.forgetting import forget_lists
from doithoai.questions.actions.lists.reading import begin_reading, read_rows
from doithoai.questions.actions.lists.sending import MOST_BYTES, MOST_ROWS, send_list
from doithoai.questions.actions.lists.taking import take_rows

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "begin_reading",
    "begin_taking",
    "drop_list",
    "forget_lists",
    "is_being_done",
    "mark_rows",
    "read_rows",
    "resume",
    "send_list",
    "show_faulty_rows",
    "take_rows",
]
