"""Writing the list of honours: proposed by agencies, agreed or struck by host and office."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from doithoai.audit.actions import changes, record
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.programme.actions.ordering import lay_in_order
from doithoai.programme.models import Award
from doithoai.programme.permissions import may_amend_award, may_decide_award, may_propose_awards
from doithoai.programme.rules.moving import swapped
from doithoai.programme.states import AWARD_TRANSITIONS, AwardState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa dòng này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
ANOTHER_PERSON = (
    "Người đề nghị, người đã sửa đề nghị khen thưởng không tự quyết định. Nhờ người khác xem xét."
)
WHY = "Nêu rõ lý do để cơ quan đề nghị biết."
DECIDED = "Dòng này đã được quyết định. Đưa về đề nghị rồi mới sửa."
NOT_AGREED = "Chỉ ghi quyết định khen thưởng cho dòng đã đồng ý."


@transaction.atomic
def propose_award(
    conference: Conference,
    *,
    recipient: str,
    is_group: bool,
    achievement: str,
    form: str,
    agency: Agency,
    by: User,
    unit: str = "",
) -> Award:
    """Put a person or a group on the list; host and office also for another agency."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_propose_awards(by, conference))
    require(agency.pk == by.agency_id or may_prepare(by, conference))
    last = conference.awards.aggregate(last=Max("position"))["last"] or 0
    award = Award.objects.create(
        conference=conference,
        position=last + 1,
        recipient=recipient,
        is_group=is_group,
        unit=unit,
        achievement=achievement,
        form=form,
        agency=agency,
        proposed_by=by,
    )
    record("programme.propose_award", award, by=by, after={"form": form, "unit": unit})
    return award


@transaction.atomic
def amend_award(award: Award, *, version: int, by: User, **values: Any) -> Award:
    """Mend recipient, unit, achievement or form while nobody has decided."""
    award = _locked(award, version)
    require(may_amend_award(by, award))
    if award.state != AwardState.PROPOSED:
        raise Refused(DECIDED)
    return _saved(award, "programme.amend_award", values, by=by)


@transaction.atomic
def agree_award(award: Award, *, version: int, by: User) -> Award:
    """Host or office agree that it stays on the list."""
    award = _locked(award, version)
    require(may_decide_award(by, award), ANOTHER_PERSON)
    return _decided(award, "programme.agree_award", AwardState.AGREED, "", by=by)


@transaction.atomic
def strike_award(award: Award, *, reason: str, version: int, by: User) -> Award:
    """Host or office take it off the list and say why."""
    award = _locked(award, version)
    require(may_decide_award(by, award), ANOTHER_PERSON)
    if not reason.strip():
        raise Refused(WHY)
    return _decided(award, "programme.strike_award", AwardState.STRUCK, reason, by=by)


@transaction.atomic
def reopen_award(award: Award, *, version: int, by: User) -> Award:
    """Take the decision back: the line is a proposal again."""
    award = _locked(award, version)
    require(may_decide_award(by, award), ANOTHER_PERSON)
    AWARD_TRANSITIONS.move(award, to=AwardState.PROPOSED)
    award.decided_by = None
    values = {"reason": "", "decision_number": "", "decision_on": None}
    return _saved(award, "programme.reopen_award", values, by=by)


@transaction.atomic
def note_decision(
    award: Award, *, decision_number: str, decision_on: date, version: int, by: User
) -> Award:
    """Keep number and day of the signed decision."""
    award = _locked(award, version)
    require(may_amend_award(by, award))
    if award.state != AwardState.AGREED:
        raise Refused(NOT_AGREED)
    values = {"decision_number": decision_number, "decision_on": decision_on}
    return _saved(award, "programme.note_decision", values, by=by)


@transaction.atomic
def move_award(award: Award, *, towards: str, by: User) -> None:
    """Put a line one place up or down: the order in which they are called."""
    conference = Conference.objects.select_for_update().get(pk=award.conference_id)
    require(may_propose_awards(by, conference))
    order = swapped(list(conference.awards.order_by("position")), award.pk, towards)
    lay_in_order(order, of=conference, verb="programme.order_awards", by=by)


def _locked(award: Award, version: int) -> Award:
    award = (
        Award.objects.select_for_update(of=("self",)).select_related("conference").get(pk=award.pk)
    )
    if award.version != version:
        raise Refused(STALE)
    return award


def _decided(award: Award, verb: str, state: AwardState, reason: str, *, by: User) -> Award:
    AWARD_TRANSITIONS.move(award, to=state)
    award.decided_by = by
    return _saved(award, verb, {"reason": reason}, by=by, state=state)


def _saved(award: Award, verb: str, values: dict[str, Any], *, by: User, **said: Any) -> Award:
    before, after = changes(award, values)
    for name, value in values.items():
        setattr(award, name, value)
    award.version += 1
    award.save()
    record(verb, award, by=by, before=before, after={**after, **said})
    return award
