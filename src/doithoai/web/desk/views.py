"""The desk: what waits for me, what is late, what comes next."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from doithoai.audit import clock
from doithoai.lifecycle.agency_work import asked_groups, coming_milestones, due_groups, work_of
from doithoai.planning.queries import readings_for
from doithoai.web.desk.figures import DUTY_HEAD, desk_figures, due_links, duty_rows
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.web.waiting import waiting_links


@require_safe
def desk(request: OfficialRequest) -> HttpResponse:
    """Bàn việc of the signed-in person's agency, in all conferences."""
    today, agency = clock.today(), request.user.agency
    groups = asked_groups(agency, today=today) if agency else []
    if "xlsx" in request.GET:
        return sheet_response("cau-hoi-duoc-giao", DUTY_HEAD, duty_rows(groups))
    work = work_of(request.user, today=today)
    return render(
        request,
        "desk/desk.html",
        {
            "today": today,
            "groups": groups,
            "dues": due_links(due_groups(agency, work, today=today) if agency else []),
            "figures": desk_figures(groups),
            "work": [(item, waiting_links(item.conference, item.waiting)) for item in work],
            "waiting": sum(item.count for item in work),
            "late": sum(item.late for item in work),
            "milestones": coming_milestones([item.conference for item in work], today=today),
            "readings": readings_for(request.user),
        },
    )
