"""Promises: made, given up, taken up again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.conclusions.models import Commitment, NoticeItem, Satisfaction, Verdict
from doithoai.conclusions.permissions import may_cancel, may_draft, may_reopen
from doithoai.conclusions.rules.days import require_within_reach
from doithoai.conclusions.states import COMMITMENT_TRANSITIONS, CommitmentState
from doithoai.directory.models import Agency, User
from doithoai.planning.actions import include_agencies
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare, may_see
from doithoai.planning.queries import participating_agencies
from doithoai.questions.models import Question
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa cam kết này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."


@dataclass(frozen=True, slots=True)
class Terms:
    """What is promised, who keeps it with whom, by which day, and what must prove it."""

    text: str
    agency: Agency
    due: date
    supporting: Iterable[Agency] = ()
    evidence_wanted: str = ""


@transaction.atomic
def promise(
    conference: Conference,
    terms: Terms,
    *,
    by: User,
    question: Question | None = None,
    notice_item: NoticeItem | None = None,
    carried_from: Commitment | None = None,
) -> Commitment:
    """Open a commitment: of the notice, made in the hall, or brought from an earlier year."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_draft(by, conference))
    _check(conference, terms, is_carried=carried_from is not None)
    supporting = [other for other in terms.supporting if other.pk != terms.agency.pk]
    _give_part(conference, [terms.agency, *supporting], by=by)
    last = conference.commitments.aggregate(last=Max("number"))["last"] or 0
    commitment = Commitment.objects.create(
        conference=conference,
        number=last + 1,
        text=terms.text.strip(),
        agency=terms.agency,
        due=terms.due,
        evidence_wanted=terms.evidence_wanted.strip(),
        question=question,
        notice_item=notice_item,
        carried_from=carried_from,
        opened_at=clock.now(),
    )
    commitment.supporting.set(supporting)
    after = {"agency": terms.agency, "due": terms.due, "text": commitment.text}
    record("conclusions.promise", commitment, by=by, after=after)
    return commitment


@transaction.atomic
def cancel(commitment: Commitment, *, reason: str, version: int, by: User) -> Commitment:
    """The chair lets a promise fall, with a reason everyone reads."""
    commitment = commitment_in_hand(commitment, version, by=by)
    require(may_cancel(by, commitment))
    if not reason.strip():
        raise Refused("Ghi lý do hủy. Lý do hiện ở trang công khai.")
    COMMITMENT_TRANSITIONS.move(commitment, to=CommitmentState.CANCELLED)
    commitment.reason, commitment.closed_at = reason, clock.now()
    return saved(commitment, "conclusions.cancel", by=by, after={"reason": reason})


@transaction.atomic
def reopen(commitment: Commitment, *, due: date, reason: str, version: int, by: User) -> Commitment:
    """An asker says it is not solved and the office agrees: the promise runs again to a new day."""
    commitment = commitment_in_hand(commitment, version, by=by)
    require(may_reopen(by, commitment))
    doubts = Satisfaction.objects.filter(
        part__question=commitment.question_id or 0,
        verdict__in=[Verdict.NOT_SOLVED, Verdict.PARTLY],
    )
    if not doubts.exists():
        raise Refused("Chưa có người hỏi nào báo chưa giải quyết, nên không mở lại được.")
    if not reason.strip():
        raise Refused("Ghi lý do mở lại. Lý do hiện ở trang công khai.")
    if due <= clock.today():
        raise Refused("Hạn mới phải sau hôm nay.")
    require_within_reach(due, today=clock.today())
    COMMITMENT_TRANSITIONS.move(commitment, to=CommitmentState.OPEN)
    before = {"due": commitment.due, "kept_on": commitment.kept_on}
    commitment.due, commitment.reason, commitment.reopened_at = due, reason, clock.now()
    commitment.kept_on = commitment.closed_at = None
    after = {"due": due, "reason": reason}
    return saved(commitment, "conclusions.reopen", by=by, before=before, after=after)


def commitment_in_hand(commitment: Commitment, version: int, *, by: User) -> Commitment:
    """The commitment locked for someone of its conference, as it stood when the page opened."""
    commitment = (
        Commitment.objects.select_for_update(of=("self",))
        .select_related("conference")
        .get(pk=commitment.pk)
    )
    require(may_see(by, commitment.conference))
    if commitment.version != version:
        raise Refused(STALE)
    return commitment


def saved(commitment: Commitment, verb: str, *, by: User, **trail: Any) -> Commitment:
    """Save one deed on a commitment with its line of trail."""
    commitment.version += 1
    commitment.save()
    record(verb, commitment, by=by, **trail)
    return commitment


def _check(conference: Conference, terms: Terms, *, is_carried: bool) -> None:
    if not terms.text.strip():
        raise Refused("Viết việc phải làm.")
    held_on = conference.held_on
    if held_on and terms.due < held_on and not is_carried:
        raise Refused("Hạn phải từ ngày tổ chức hội nghị trở đi. Xem lại ngày của hạn.")
    require_within_reach(terms.due, today=clock.today())


def _give_part(conference: Conference, agencies: list[Agency], *, by: User) -> None:
    if may_prepare(by, conference):
        include_agencies(conference, agencies, by=by)
        return
    known = set(participating_agencies(conference).order_by().values_list("pk", flat=True))
    strange = [agency.name for agency in agencies if agency.pk not in known]
    if strange:
        raise Refused(
            f"{', '.join(strange)} chưa có phần việc ở hội nghị này. "
            "Nhờ văn phòng hoặc cơ quan chủ trì tổ chức ghi cam kết này."
        )
