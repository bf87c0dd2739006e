"""Personal data leaves every room at once: what was sent before, and what was asked in the hall."""

from django.db import transaction

from doithoai.directory.models import User
from doithoai.hall.actions import forget_speaker, forget_speakers
from doithoai.planning.models import Conference
from doithoai.questions.actions import forget_sender, forget_senders
from doithoai.questions.models import Submission


@transaction.atomic
def forget_people(conference: Conference, *, by: User | None) -> tuple[int, int]:
    """Everyone who sent or asked: how many submissions, and how many turns or telephones, held any.

    Personal data are kept no longer than their purpose asks; `by` is None from the console.
    """
    return forget_senders(conference, by=by), forget_speakers(conference, by=by)


@transaction.atomic
def forget_person(submission: Submission, *, by: User) -> Submission:
    """One sender who asks for it, with the turn that asked the same in the hall."""
    forget_speaker(submission, by=by)
    return forget_sender(submission, by=by)
