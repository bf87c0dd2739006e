"""What every page of a conference shows around its own content: title, facts, rail."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from doithoai.audit import clock
from doithoai.budget.permissions import may_see_budget
from doithoai.directory.models import User
from doithoai.lifecycle.rail import rail_of
from doithoai.lifecycle.standing import Standing, standing_of
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for
from doithoai.questions.permissions import may_see_questions
from doithoai.web.requests import OfficialRequest

STAGE_PAGES = {
    "planning": "planning:plan",
    "delegates": "delegates:quotas",
    "questions": "questions:questions",
    "answers": "answers:answers",
    "programme": "programme:programme",
    "budget": "budget:budget",
    "hall": "hall:hall",
    "conclusions": "conclusions:notice",
}


def conference_or_404(request: OfficialRequest, slug: str) -> Conference:
    """The conference, when the signed-in person's agency has a part in it."""
    return get_object_or_404(conferences_for(request.user), slug=slug)


def stage_urls(user: User, conference: Conference) -> dict[str, str]:
    """Where each stage's page is; a stage this person may not enter has none."""
    urls = {stage: reverse(name, args=[conference.slug]) for stage, name in STAGE_PAGES.items()}
    if not may_see_questions(user, conference):
        del urls["questions"]
    if not may_see_budget(user, conference):
        del urls["budget"]
    return urls


def framed(
    request: OfficialRequest,
    template: str,
    conference: Conference,
    *,
    stage: str | None = None,
    status: int = 200,
    standing: Standing | None = None,
    **context: Any,
) -> HttpResponse:
    """Render a page of a conference with its rail; `stage` is the one the page belongs to.

    `standing` is how the conference stands, when the page has asked already.
    """
    today = clock.today()
    standing = standing or standing_of(conference, today=today)
    frame: dict[str, Any] = {
        "conference": conference,
        "rail": rail_of(conference, standing, today=today),
        "stage_urls": stage_urls(request.user, conference),
        "stage": stage,
        "today": today,
    }
    return render(request, template, frame | context, status=status)
