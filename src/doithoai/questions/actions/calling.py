"""Telling a sender by telephone what became of their question."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.models import PhoneCall
from doithoai.questions.permissions import may_see_sender_of
from doithoai.workflow import Refused, require

NO_CALL = "Cuộc gọi này đã ghi hoặc không cần nữa. Tải lại trang để xem trạng thái mới."


@transaction.atomic
def mark_called(call: PhoneCall, *, by: User) -> PhoneCall:
    """Keep that the sender was told, today, by this person. Raises Refused."""
    call = PhoneCall.objects.select_for_update(of=("self",)).get(pk=call.pk)
    require(may_see_sender_of(by, call.submission))
    if call.called_at or call.cancelled_at:
        raise Refused(NO_CALL)
    call.called_by, call.called_at = by, clock.now()
    call.save()
    record("questions.mark_called", call.submission, by=by, after={"question": call.question})
    return call
