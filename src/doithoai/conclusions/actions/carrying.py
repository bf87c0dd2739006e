"""Promises of an earlier year followed on in this one."""

from collections.abc import Iterable

from django.db import transaction

from doithoai.audit import clock
from doithoai.conclusions.actions.commitments import Terms, promise, saved
from doithoai.conclusions.models import Commitment
from doithoai.conclusions.permissions import may_draft
from doithoai.conclusions.queries import last_year_commitments
from doithoai.conclusions.states import COMMITMENT_TRANSITIONS, CommitmentState
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require


@transaction.atomic
def carry_over(
    commitments: Iterable[Commitment], conference: Conference, *, by: User
) -> list[Commitment]:
    """Open each running promise anew in `conference`, tied to where it comes from.

    Agency and day stay; an agency that is no more gives way to its one successor.
    """
    require(may_draft(by, conference))
    wanted = {commitment.pk for commitment in commitments}
    known = last_year_commitments(conference, today=clock.today()).filter(pk__in=wanted)
    found = list(known.select_for_update(of=("self",)))
    if len(found) < len(wanted):
        raise Refused("Có cam kết không thuộc các hội nghị trước cùng đối tượng. Tải lại trang.")
    return [_carry(one, conference, by=by) for one in found]


def _carry(old: Commitment, conference: Conference, *, by: User) -> Commitment:
    if old.state == CommitmentState.REPORTED:
        raise Refused(f"{old} đang chờ xác nhận. Xác nhận hoặc trả lại rồi chuyển sang.")
    COMMITMENT_TRANSITIONS.move(old, to=CommitmentState.CARRIED)
    old.closed_at = clock.now()
    saved(old, "conclusions.carry_over", by=by, after={"conference": conference})
    terms = Terms(
        old.text, _living(old.agency), old.due, list(old.supporting.all()), old.evidence_wanted
    )
    return promise(conference, terms, question=old.question, carried_from=old, by=by)


def _living(agency: Agency) -> Agency:
    if agency.exists_on(clock.today()):
        return agency
    heirs = [one.successor for one in agency.successions.select_related("successor")]
    return heirs[0] if len(heirs) == 1 else agency
