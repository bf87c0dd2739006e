"""A slip typed in wrongly, mended by who typed it."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.queries import has_done_to
from doithoai.directory.models import User
from doithoai.questions.actions.own_words import correct
from doithoai.questions.models import Submission
from doithoai.questions.permissions import may_enter
from doithoai.questions.rules import UNDO_FOR
from doithoai.workflow import Refused, require

NOT_TYPED_BY_YOU = "Chỉ người đã nhập phiếu này được sửa lỗi gõ."
TOO_LATE = "Đã quá 10 phút từ lúc nhập nên không sửa lỗi gõ được nữa."


@transaction.atomic
def fix_typing(submission: Submission, *, text: str, by: User) -> Submission:
    """Put right what `by` typed within the last ten minutes, while nobody has decided on it.

    The first words stay beside the mended ones. Raises Refused with the reason.
    """
    require(may_enter(by, submission.conference))
    require(has_done_to(submission, ["questions.receive"], user_id=by.pk), NOT_TYPED_BY_YOU)
    if clock.now() > submission.received_at + UNDO_FOR:
        raise Refused(TOO_LATE)
    return correct(submission, text=text, by=by)
