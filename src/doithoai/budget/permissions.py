"""Who sees, prepares, appraises and approves money: three agencies where there are three.

- The estimate belongs to the agency that began it (host, office, or one mandated with it).
- Appraised by the finance agency of the plan; when there is none, or the money is the union's, by
  the office; what the appraiser itself prepared, by the next in that order, last the chair's
  agency. An approver of the host is not enough: money is judged by another agency.
- Approved by the chair for the budget's money, else by the host: by a person who neither wrote
  a line, nor handed it in, nor judged anything of it.
- A settlement is judged by whoever appraises the estimate.
"""

from doithoai.budget.models import Estimate, FundingSource, Settlement
from doithoai.directory.models import Place, User
from doithoai.directory.permissions import may_administer
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.permissions import leading_agencies, may_do


def may_see_budget(user: User, conference: Conference) -> bool:
    """See money: host, office, chair, finance, and agencies mandated with the budget."""
    if not user.is_active or user.agency_id is None:
        return False
    if user.agency_id in leading_agencies(conference):
        return True
    return Mandate.objects.filter(
        conference=conference, agency_id=user.agency_id, work=Work.BUDGET
    ).exists()


def may_start(user: User, conference: Conference) -> bool:
    """Begin the estimate: who does the budget's work, but not the agency that will appraise it."""
    if user.agency_id == conference.finance_id and user.agency_id != conference.host_id:
        return False
    return may_do(user, conference, Work.BUDGET)


def may_write(user: User, estimate: Estimate) -> bool:
    """Write lines, vouchers and the settlement: who writes for the agency that began it."""
    return user.drafts and user.agency_id == estimate.agency_id


def appraising_agency(estimate: Estimate) -> int | None:
    """Who appraises: finance (unless the union pays), office, chair; never the preparing one."""
    conference = estimate.conference
    finance = None if estimate.source == FundingSource.UNION else conference.finance_id
    ranked = (finance, conference.office_id, conference.chair_id)
    return next((key for key in ranked if key and key != estimate.agency_id), None)


def may_appraise(user: User, estimate: Estimate) -> bool:
    """Judge lines and the whole: who writes for the appraising agency and prepared nothing."""
    return (
        user.drafts
        and user.agency_id == appraising_agency(estimate)
        and user.pk != estimate.prepared_by_id
    )


def approving_agency(estimate: Estimate) -> int:
    """Who approves: the chair for the budget's money, else the host."""
    conference = estimate.conference
    return conference.chair_id if estimate.source == FundingSource.BUDGET else conference.host_id


def may_approve(user: User, estimate: Estimate) -> bool:
    """Approve, return, or record what a higher body answered: a third person who decides."""
    if not user.approves or user.agency_id != approving_agency(estimate):
        return False
    if user.pk in {estimate.prepared_by_id, estimate.appraised_by_id}:
        return False
    hands = estimate.lines.order_by().values_list("written_by", "judged_by")
    return user.pk not in {key for pair in hands for key in pair}


def may_judge_settlement(user: User, settlement: Settlement) -> bool:
    """Accept or return the settlement: who writes for the agency that appraises the estimate."""
    return (
        user.drafts
        and user.agency_id == appraising_agency(settlement.estimate)
        and user.pk != settlement.made_by_id
    )


def may_keep_rates(user: User, place: Place) -> bool:
    """Write the province's own rates: administrators, and the finance agency of its plans."""
    if may_administer(user):
        return True
    if not user.drafts or user.agency_id is None:
        return False
    return Conference.objects.filter(finance_id=user.agency_id, place=place).exists()
