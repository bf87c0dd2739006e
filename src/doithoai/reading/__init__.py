"""The plan reader: an official plan's file read into facts, each with its place in the source."""

from doithoai.reading.as_json import plan_as_json
from doithoai.reading.plan import ParsedPlan
from doithoai.reading.reader import read_plan
from doithoai.reading.source import NotAPlan, SourceDocument, Unreadable, open_source

__all__ = [
    "NotAPlan",
    "ParsedPlan",
    "SourceDocument",
    "Unreadable",
    "open_source",
    "plan_as_json",
    "read_plan",
]
