"""A list of questions somebody sent as a file (.xlsx, .csv, .docx), read into rows of text."""

from doithoai.reading.lists.opening import open_list
from doithoai.reading.lists.sheet import ListSheet

__all__ = ["ListSheet", "open_list"]
