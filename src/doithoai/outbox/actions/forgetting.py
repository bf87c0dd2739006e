"""Emptying letters whose time has passed: that one was sent, when and about what, stays."""

from django.db import models, transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.directory.permissions import may_administer
from doithoai.outbox.models import Message, MessageChannel, MessageFile
from doithoai.outbox.states import MESSAGE_TRANSITIONS, MessageState
from doithoai.workflow import require

EMPTY = {"to_email": "", "body": "", "error": ""}


@transaction.atomic
def forget_letters(conference: models.Model, *, by: User | None) -> int:
    """Take addresses, words and files out of a conference's letters for good; how many held any.

    One that has not gone is cancelled. `by` is None from the console.
    """
    require(by is None or may_administer(by))
    held = Message.objects.select_for_update().filter(
        conference_id=conference.pk, channel=MessageChannel.EMAIL, forgotten_at=None
    )
    letters = list(held.only("pk", "state"))
    for letter in letters:
        if MESSAGE_TRANSITIONS.allows(letter.state, MessageState.CANCELLED):
            MESSAGE_TRANSITIONS.move(letter, to=MessageState.CANCELLED)
            letter.save(update_fields=["state"])
    keys = [letter.pk for letter in letters]
    MessageFile.objects.filter(message__in=keys).delete()
    Message.objects.filter(pk__in=keys).update(**EMPTY, forgotten_at=clock.now())
    record("outbox.forget_letters", conference, by=by, after={"letters": len(keys)})
    return len(keys)
