"""Gửi Văn phòng: what goes and by when, and every batch exactly as it went."""

from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.documents.formats import MEDIA_TYPES
from doithoai.documents.formats.docx import write_docx
from doithoai.documents.kinds.compiled_questions import CompiledFacts, compiled_questions
from doithoai.documents.sources.questions import compiled_facts
from doithoai.documents.sources.recipe import Wanted
from doithoai.lifecycle.sending import sending_day
from doithoai.planning.models import Work
from doithoai.planning.permissions import may_do
from doithoai.questions.actions import hand_over
from doithoai.questions.models import Compilation, SentFile
from doithoai.questions.queries import question_counts, uncompiled_questions
from doithoai.questions.queries.sending import difference_to
from doithoai.vietnamese.dates import short_date
from doithoai.web.framing import framed
from doithoai.web.questions import compiled, listing
from doithoai.web.questions.forms import HandOverForm
from doithoai.web.questions.hall import seen_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import MEDIA_TYPE, workbook, workbook_response

TYPES = {"docx": MEDIA_TYPES["docx"], "xlsx": MEDIA_TYPE}


@require_http_methods(["GET", "HEAD", "POST"])
def batches(request: OfficialRequest, slug: str) -> HttpResponse:
    """Chosen questions not yet sent, and the batches sent before."""
    conference = seen_or_404(request, slug)
    form, due = HandOverForm(request.POST or None), sending_day(conference)
    if form.is_valid():
        more = form.cleaned_data | {"due": due, "write": written}
        sent = try_action(form, lambda: hand_over(conference, by=request.user, **more))
        if sent:
            office = conference.office.name
            count = len(sent.sent)
            messages.success(request, f"Đã gửi {count} câu, đợt {sent.number}, tới {office}.")
            return redirect("questions:batches", slug)
    unsorted = question_counts(conference).received
    sent_before = conference.compilations.select_related("sent_by__agency")
    return framed(
        request,
        "questions/batches.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        rows=[listing.Row(question) for question in uncompiled_questions(conference)],
        sent=[(batch, difference_to(batch)) for batch in sent_before],
        due=due,
        is_late=due is not None and due < clock.today(),
        unsorted=unsorted,
        unsorted_words=f"Còn {unsorted} câu chưa phân loại",
        may_arrange=may_do(request.user, conference, Work.QUESTIONS),
    )


@require_safe
def batch(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One batch as it was sent, and what is otherwise now."""
    conference = seen_or_404(request, slug)
    found = get_object_or_404(conference.compilations, number=number)
    found.conference = conference
    return framed(
        request,
        "questions/batch.html",
        conference,
        stage="questions",
        batch=found,
        files=found.files.defer("content"),
        difference=difference_to(found),
    )


@require_safe
def batch_file(request: OfficialRequest, slug: str, number: int, ending: str) -> HttpResponse:
    """A file of a batch, byte for byte as the office received it."""
    conference = seen_or_404(request, slug)
    if ending not in TYPES:
        raise Http404
    of = {"compilation__conference": conference, "compilation__number": number, "ending": ending}
    file = get_object_or_404(SentFile, **of)
    response = HttpResponse(bytes(file.content), content_type=TYPES[ending])
    name = f"tong-hop-{slug}-dot-{number}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def compiled_sheet(request: OfficialRequest, slug: str) -> HttpResponse:
    """Bảng tổng hợp as it stands now, as a workbook."""
    conference = seen_or_404(request, slug)
    facts = next(compiled_facts(Wanted(conference)))
    return workbook_response(f"tong-hop-{slug}", *compiled.sheets(facts))


def written(batch: Compilation) -> Mapping[str, bytes]:
    """The compiled table as it goes with a batch, in Word and Excel."""
    found: CompiledFacts = next(compiled_facts(Wanted(batch.conference)))
    codes = ", ".join(one["code"] for one in batch.sent)
    day, count = short_date(clock.today()), len(batch.sent)
    words = f"Đợt {batch.number}, ngày {day}, gửi {count} câu đã chọn: {codes}."
    facts = replace(found, batch=words)
    return {
        "docx": write_docx(compiled_questions(facts)),
        "xlsx": workbook(*compiled.sheets(facts)),
    }
