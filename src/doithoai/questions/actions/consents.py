"""A sender takes one consent back and leaves the others."""

from collections.abc import Collection

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.telling import untell_sender
from doithoai.questions.models import DataRequest, DataRequestKind, Submission
from doithoai.questions.permissions import may_see_sender_of
from doithoai.questions.queries.data_requests import asked_values
from doithoai.questions.rules.data_requests import CONSENTS
from doithoai.workflow import Refused, require

NOTHING_CHOSEN = "Chọn điều muốn rút lại. Điều đã rút hoặc chưa đồng ý thì không phải chọn."


@transaction.atomic
def withdraw_consents(
    submission: Submission, *, consents: Collection[str], by: User | None = None
) -> DataRequest:
    """Take back some of `CONSENTS` at once; what was kept only by them goes.

    `by` is None for the sender, else the official whom the sender told. Raises Refused when
    nothing of them stands. Kept as a request done in the same moment.
    """
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    require(by is None or may_see_sender_of(by, submission))
    taken = [name for name in CONSENTS if name in consents and getattr(submission, name)]
    if not taken:
        raise Refused(NOTHING_CHOSEN)
    untell_sender(submission, written="email" in taken, called="phone" in taken, by=by)
    for name in taken:
        setattr(submission, name, "" if name in {"phone", "email"} else False)
    if not (submission.phone or submission.email):
        submission.consents_contact = False
    submission.save()
    words = ", ".join(CONSENTS[name] for name in taken)
    done = DataRequest.objects.create(
        **asked_values(submission, DataRequestKind.WITHDRAWAL),
        words=words,
        is_agreed=True,
        answered_at=clock.now(),
        answered_by=by,
    )
    record("questions.withdraw_consents", submission, by=by, after={"sender_values": words})
    return done
