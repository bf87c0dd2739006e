"""Personal data leaves every room at once: senders, askers, delegates' contacts, letters."""

from dataclasses import dataclass

from django.db import transaction

from doithoai.delegates.actions import forget_contacts
from doithoai.directory.models import User
from doithoai.hall.actions import forget_speaker, forget_speakers
from doithoai.outbox.actions import forget_letters
from doithoai.planning.models import Conference
from doithoai.questions.actions import forget_sender, forget_senders
from doithoai.questions.models import Submission


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many things of each kind held personal data: turns are those of the hall, with phones."""

    submissions: int
    turns: int
    delegates: int
    letters: int


@transaction.atomic
def forget_people(conference: Conference, *, by: User | None) -> Forgotten:
    """Everyone who sent or asked; contacts of delegates, whose names stay; letters to any of them.

    Personal data are kept no longer than their purpose asks; `by` is None from the console.
    """
    return Forgotten(
        submissions=forget_senders(conference, by=by),
        turns=forget_speakers(conference, by=by),
        delegates=forget_contacts(conference, by=by),
        letters=forget_letters(conference, by=by),
    )


@transaction.atomic
def forget_person(submission: Submission, *, by: User) -> Submission:
    """One sender who asks for it, with the turn that asked the same in the hall."""
    forget_speaker(submission, by=by)
    return forget_sender(submission, by=by)
