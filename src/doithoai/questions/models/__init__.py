"""Tables of the questions room."""

from doithoai.questions.models.calling import PhoneCall
from doithoai.questions.models.collecting import (
    CollectionPoint,
    ListRow,
    ReceivedList,
    RowVerdict,
)
from doithoai.questions.models.comparing import (
    LexiconEntry,
    Likeness,
    PartWords,
    Posting,
    RoutingModel,
    Sameness,
    Suggestion,
    Term,
)
from doithoai.questions.models.questions import LETTER_KINDS, Question, QuestionKind
from doithoai.questions.models.searching import SearchText, Side
from doithoai.questions.models.sending import Compilation, SentFile
from doithoai.questions.models.sorting import (
    DataRequest,
    DataRequestKind,
    Hold,
    Merging,
    PassOn,
    SecrecyKeeper,
    TriageStep,
)
from doithoai.questions.models.submissions import (
    Attachment,
    Channel,
    Correction,
    DraftFile,
    Part,
    Submission,
)

__all__ = [
    "LETTER_KINDS",
    "Attachment",
    "Channel",
    "CollectionPoint",
    "Compilation",
    "Correction",
    "DataRequest",
    "DataRequestKind",
    "DraftFile",
    "Hold",
    "LexiconEntry",
    "Likeness",
    "ListRow",
    "Merging",
    "Part",
    "PartWords",
    "PassOn",
    "PhoneCall",
    "Posting",
    "Question",
    "QuestionKind",
    "ReceivedList",
    "RoutingModel",
    "RowVerdict",
    "Sameness",
    "SearchText",
    "SecrecyKeeper",
    "SentFile",
    "Side",
    "Submission",
    "Suggestion",
    "Term",
    "TriageStep",
]
