"""The asker's own word."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.conclusions.models import Satisfaction, Verdict
from doithoai.conclusions.queries import matters_of
from doithoai.directory.models import User
from doithoai.questions.models import Part, Submission
from doithoai.workflow import Refused

NOT_ASKED = "Việc này chưa đến lúc hỏi ý kiến. Xem lại khi cơ quan báo đã làm xong."


@transaction.atomic
def say_if_solved(part: Part, *, verdict: str, note: str, by: User | None) -> Satisfaction:
    """Who asked says whether it is solved; saying it again replaces what was said.

    `by` is None: a citizen with a receipt code. Raises Refused before it is time.
    """
    submission = Submission.objects.select_for_update().get(pk=part.submission_id)
    matters = {matter.part.pk: matter for matter in matters_of(submission, today=clock.today())}
    matter = matters[part.pk]
    if not matter.is_asked:
        raise Refused(NOT_ASKED)
    before = {"verdict": matter.said.verdict} if matter.said else None
    values = {"verdict": Verdict(verdict), "note": note.strip(), "at": clock.now()}
    said, _ = Satisfaction.objects.update_or_create(part=matter.part, defaults=values)
    record("conclusions.say_if_solved", said, by=by, before=before, after={"verdict": said.verdict})
    return said
