"""More time: asked with a reason, granted or not; both days stay."""

from datetime import date

from django.db import transaction

from doithoai.audit import clock
from doithoai.conclusions.actions.commitments import commitment_in_hand, saved
from doithoai.conclusions.models import Commitment, Extension
from doithoai.conclusions.permissions import may_ask_extension, may_decide_extension
from doithoai.conclusions.rules.days import require_within_reach
from doithoai.conclusions.states import EXTENSION_TRANSITIONS, CommitmentState, ExtensionState
from doithoai.directory.models import User
from doithoai.workflow import Refused, require

ANOTHER_PERSON = "Việc gia hạn do người có quyền duyệt của văn phòng quyết định."


@transaction.atomic
def ask_extension(
    commitment: Commitment, *, new_due: date, reason: str, version: int, by: User
) -> Extension:
    """The agency asks for a later day and says why."""
    commitment = commitment_in_hand(commitment, version, by=by)
    require(may_ask_extension(by, commitment))
    if commitment.state != CommitmentState.OPEN:
        raise Refused(f"Cam kết đang “{commitment.get_state_display()}”, không xin gia hạn được.")
    if commitment.extensions.filter(state=ExtensionState.ASKED).exists():
        raise Refused("Lần xin gia hạn trước đang chờ quyết định.")
    if new_due <= max(commitment.due, clock.today()):
        raise Refused("Hạn mới phải sau hạn cũ và sau hôm nay.")
    require_within_reach(new_due, today=clock.today())
    if not reason.strip():
        raise Refused("Ghi lý do xin gia hạn. Lý do hiện ở trang công khai.")
    extension = Extension.objects.create(
        commitment=commitment,
        old_due=commitment.due,
        new_due=new_due,
        reason=reason.strip(),
        asked_by=by,
        asked_at=clock.now(),
    )
    after = {"new_due": new_due, "reason": reason}
    saved(commitment, "conclusions.ask_extension", by=by, after=after)
    return extension


@transaction.atomic
def decide_extension(
    extension: Extension, *, verdict: str, note: str, version: int, by: User
) -> Extension:
    """The office's approver grants the new day or does not, with a reason."""
    commitment = commitment_in_hand(extension.commitment, version, by=by)
    extension = Extension.objects.select_for_update().get(pk=extension.pk)
    extension.commitment = commitment
    require(may_decide_extension(by, extension), ANOTHER_PERSON)
    if commitment.state != CommitmentState.OPEN:
        raise Refused(f"Cam kết đang “{commitment.get_state_display()}”, không đổi hạn được.")
    wanted = ExtensionState(verdict)
    if wanted == ExtensionState.REFUSED and not note.strip():
        raise Refused("Nêu rõ lý do không gia hạn.")
    EXTENSION_TRANSITIONS.move(extension, to=wanted)
    before = {"due": commitment.due}
    if wanted == ExtensionState.GRANTED:
        commitment.due = extension.new_due
    extension.decided_by, extension.decided_at, extension.note = by, clock.now(), note
    extension.save()
    after = {"due": commitment.due, "verdict": verdict, "note": note}
    saved(commitment, "conclusions.decide_extension", by=by, before=before, after=after)
    return extension
