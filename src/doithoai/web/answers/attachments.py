"""A photo or paper the sender agreed to show, handed to the agency that answers."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from doithoai.answers.actions import take_agreed_file
from doithoai.answers.queries import referrals_for
from doithoai.questions.queries import files_agreed
from doithoai.web.framing import conference_or_404
from doithoai.web.portal.attaching import file_response
from doithoai.web.requests import OfficialRequest


@require_POST
def attachment(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One file of the question this agency leads; each time is kept."""
    conference = conference_or_404(request, slug)
    mine = referrals_for(request.user).filter(question__conference=conference)
    referral = get_object_or_404(mine, question__number=number)
    key = request.POST.get("tep", "")
    found = files_agreed(referral.question)
    file = get_object_or_404(found, pk=key if key.isdecimal() and len(key) < 19 else 0)
    return file_response(take_agreed_file(referral, file, by=request.user))
