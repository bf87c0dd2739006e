"""The notice and its items, the commitments with all that happens to them, the askers' verdicts."""

from doithoai.conclusions.models.commitments import Commitment, Extension, ProgressReport
from doithoai.conclusions.models.notice import Notice, NoticeItem, NoticePart
from doithoai.conclusions.models.satisfaction import Satisfaction, Verdict

__all__ = [
    "Commitment",
    "Extension",
    "Notice",
    "NoticeItem",
    "NoticePart",
    "ProgressReport",
    "Satisfaction",
    "Verdict",
]
