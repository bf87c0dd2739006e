"""A photo or paper sent along, handed to an official as a download; each time is kept."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from doithoai.questions.actions import take_file
from doithoai.questions.models import Attachment
from doithoai.questions.permissions import may_see_questions
from doithoai.questions.queries import questions_for
from doithoai.web.framing import conference_or_404
from doithoai.web.portal.attaching import file_response
from doithoai.web.requests import OfficialRequest


@require_POST
def attachment(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One file of a slip that belongs to the question; it is saved, never shown in the browser."""
    conference = conference_or_404(request, slug)
    if not may_see_questions(request.user, conference):
        raise Http404
    mine = questions_for(request.user).filter(conference=conference)
    question = get_object_or_404(mine, number=number)
    found = Attachment.objects.filter(submission__parts__question=question).distinct()
    key = request.POST.get("tep", "")
    file = get_object_or_404(found, pk=key if key.isdecimal() and len(key) < 19 else 0)
    return file_response(take_file(file, by=request.user))
