"""Reading questions and submissions."""

from doithoai.questions.queries.collecting import (
    collection_point_of,
    lists_of,
    rows_of,
    stored_fingerprints,
)
from doithoai.questions.queries.counts import (
    QuestionCounts,
    question_counts,
    question_counts_by,
)
from doithoai.questions.queries.data_requests import (
    data_requests_of,
    open_data_requests,
    own_data,
)
from doithoai.questions.queries.matters import (
    ASKED,
    hall_candidates,
    hall_questions,
    neighbours,
    next_received,
    questions_for,
    questions_of,
    uncompiled_questions,
)
from doithoai.questions.queries.submissions import (
    asked_counts,
    attachments_of,
    conferences_past,
    draft_files,
    named_senders,
    passed_on_of,
    submission_by_code,
    submission_by_token,
    submissions_of,
    takes_late_questions,
    takes_questions,
    why_not_corrected,
)

__all__ = [
    "ASKED",
    "QuestionCounts",
    "asked_counts",
    "attachments_of",
    "collection_point_of",
    "conferences_past",
    "data_requests_of",
    "draft_files",
    "hall_candidates",
    "hall_questions",
    "lists_of",
    "named_senders",
    "neighbours",
    "next_received",
    "open_data_requests",
    "own_data",
    "passed_on_of",
    "question_counts",
    "question_counts_by",
    "questions_for",
    "questions_of",
    "rows_of",
    "stored_fingerprints",
    "submission_by_code",
    "submission_by_token",
    "submissions_of",
    "takes_late_questions",
    "takes_questions",
    "uncompiled_questions",
    "why_not_corrected",
]
