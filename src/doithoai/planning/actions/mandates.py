"""Works of a conference put into the hands of agencies."""

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import Agency, User
from doithoai.planning.actions.participation import include_agencies
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.permissions import may_prepare
from doithoai.planning.rules import works_named
from doithoai.workflow import Refused, require


@transaction.atomic
def lay_mandates(conference: Conference, *, by: User) -> list[Mandate]:
    """Give every agency of a task the works its sentence speaks of."""
    require(may_prepare(by, conference))
    found: dict[tuple[int, str], Mandate] = {}
    for assignment in conference.assignments.prefetch_related("units"):
        agencies = [unit.agency_id for unit in assignment.units.all() if unit.agency_id]
        for work in works_named(assignment.text):
            for agency in agencies:
                mandate = Mandate(
                    conference=conference, agency_id=agency, work=work, assignment=assignment
                )
                found.setdefault((agency, work), mandate)
    mandates = Mandate.objects.bulk_create(found.values(), ignore_conflicts=True)
    record("planning.lay_mandates", conference, by=by, after={"mandates": len(mandates)})
    return mandates


@transaction.atomic
def grant(conference: Conference, *, agency: Agency, work: str, by: User) -> Mandate:
    """Give one more agency a work the plan's words did not give it."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_prepare(by, conference))
    include_agencies(conference, [agency], by=by)
    if conference.mandates.filter(agency=agency, work=work).exists():
        raise Refused(f"{agency} đã được giao việc này. Chọn cơ quan khác hoặc việc khác.")
    mandate = Mandate.objects.create(conference=conference, agency=agency, work=Work(work))
    record("planning.grant", mandate, by=by, after={"agency": agency, "work": work})
    return mandate


@transaction.atomic
def withdraw(mandate: Mandate, *, by: User) -> None:
    """Take a work back from an agency."""
    mandate = Mandate.objects.select_related("conference", "agency").get(pk=mandate.pk)
    require(may_prepare(by, mandate.conference))
    before = {"agency": mandate.agency, "work": mandate.work}
    record("planning.withdraw", mandate, by=by, before=before)
    mandate.delete()
