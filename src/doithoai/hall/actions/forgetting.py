"""Taking the names of those who asked in the hall out; what was said and done stays."""

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.directory.permissions import may_administer
from doithoai.hall.models import AudienceQuestion, Turn
from doithoai.hall.permissions import may_drive
from doithoai.planning.models import Conference
from doithoai.questions.models import Submission
from doithoai.workflow import require

NO_SPEAKER = {"speaker_name": "", "speaker_unit": ""}
NO_SENDER = {"name": "", "unit": ""}


@transaction.atomic
def forget_speakers(conference: Conference, *, by: User | None) -> int:
    """Take name, place and badge of everyone who asked out for good; how many held any.

    `by` is None from the console. Happenings and the trail never held them; minutes are papers.
    """
    require(by is None or may_administer(by))
    turns = Turn.objects.filter(session__conference=conference)
    held = turns.exclude(**NO_SPEAKER, delegate=None)
    asks = AudienceQuestion.objects.filter(session__conference=conference).exclude(**NO_SENDER)
    count = held.update(**NO_SPEAKER, delegate=None, shows_name=False)
    count += asks.update(**NO_SENDER, shows_name=False)
    record("hall.forget_speakers", conference, by=by, after={"speakers": count})
    return count


@transaction.atomic
def forget_speaker(submission: Submission, *, by: User) -> int:
    """Take out who asked what this submission holds, at that person's own wish; how many turns."""
    require(may_drive(by, submission.conference))
    turns = Turn.objects.filter(
        question__parts__submission=submission, speaker_name=submission.sender_name
    )
    asks = AudienceQuestion.objects.filter(submission=submission)
    asks.update(**NO_SENDER, shows_name=False)
    keys = list(turns.order_by().values_list("pk", flat=True).distinct())
    held = Turn.objects.filter(pk__in=keys)
    count = held.update(**NO_SPEAKER, delegate=None, shows_name=False)
    record("hall.forget_speaker", submission, by=by, after={"turns": count})
    return count
