"""The lexicon of the house: what officials added, switched on and off, tried on a sentence."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.directory.queries import agencies_on
from doithoai.matching.lexicon import shipped_lexicon
from doithoai.questions.actions.lexicon import add_entry, switch_entry
from doithoai.questions.models import LexiconEntry
from doithoai.questions.permissions import may_keep_lexicon
from doithoai.questions.queries.engine import own_entries
from doithoai.questions.queries.lexicon import lexicon_entries
from doithoai.questions.rules.lexicon import KNOWN, Entry, as_read, entry_fault, likened
from doithoai.web.fields import WordsField
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

PAGE = 50
EXAMPLE = "Kính đề nghị UBND tỉnh cho biết khi nào NLĐ nghỉ việc được nhận BHTN?"
ONLY_KEEPERS = "Chỉ cơ quan chủ trì, Văn phòng và người quản trị sửa được từ điển."


class EntryForm(forms.Form):
    """One entry, and a sentence to try it on."""

    kind = forms.ChoiceField(label="Loại", choices=LexiconEntry.Kind.choices)
    left = WordsField(label="Từ, cụm từ", max_length=120, help_text="Ví dụ: NTM")
    right = WordsField(
        label="Là, cùng nghĩa với, trái với",
        max_length=400,
        required=False,
        help_text="Ví dụ: nông thôn mới. Nhiều từ cùng nghĩa cách nhau bằng dấu chấm phẩy. "
        "Câu mở lời thì để trống.",
    )
    agency = forms.ModelChoiceField(
        label="Cơ quan phụ trách",
        queryset=Agency.objects.none(),
        required=False,
        empty_label="Chỉ chọn khi loại là cụm từ của cơ quan",
    )
    example = WordsField(label="Thử với câu", rows=2, max_length=1000, required=False)

    def __init__(self, data: Any, place: Any, *, is_trial: bool = False) -> None:
        super().__init__(data, initial={"example": EXAMPLE})
        self.is_trial, self.is_known = is_trial, False
        if place:
            living = agencies_on(place, clock.today()).order_by("name")
            self.fields["agency"].queryset = living  # type: ignore[attr-defined]

    @property
    def entry(self) -> Entry:
        """The entry that is typed."""
        kind, values = self.cleaned_data["kind"], self.cleaned_data
        agency = values.get("agency")
        of_agency = kind == LexiconEntry.Kind.AGENCY_PHRASE
        right = (agency.name if agency else "") if of_agency else values.get("right", "")
        return Entry(kind, values.get("left", ""), right)

    def clean(self) -> dict[str, Any]:
        """What is wrong stands at its field."""
        values = super().clean() or {}
        if "kind" in values and "left" in values and (fault := entry_fault(self.entry)):
            field, message = fault
            if self.is_trial and message == KNOWN:
                self.is_known = True
                return values
            of_agency = values["kind"] == LexiconEntry.Kind.AGENCY_PHRASE
            self.add_error("agency" if field == "right" and of_agency else field, message)
        return values


@require_http_methods(["GET", "HEAD", "POST"])
def lexicon(request: OfficialRequest) -> HttpResponse:
    """The entries, and adding one after trying it."""
    require(may_keep_lexicon(request.user), ONLY_KEEPERS)
    place = request.user.agency.place if request.user.agency else None
    is_trial = "thu" in request.POST
    form = EntryForm(request.POST if request.method == "POST" else None, place, is_trial=is_trial)
    if form.is_valid() and not is_trial:
        entry = form.entry
        added = try_action(
            form,
            lambda: add_entry(kind=entry.kind, left=entry.left, right=entry.right, by=request.user),
        )
        if added:
            messages.success(request, f"Đã thêm “{added.left}”. Các câu hỏi đang được so lại.")
            return redirect("questions:lexicon")
    return render(request, "questions/lexicon.html", _context(request, form))


@require_POST
def switch(request: OfficialRequest, pk: int) -> HttpResponse:
    """Put one entry in force or out of it."""
    require(may_keep_lexicon(request.user), ONLY_KEEPERS)
    entry = get_object_or_404(LexiconEntry, pk=pk)
    kept = switch_entry(entry, on=request.POST.get("bat") == "1", by=request.user)
    done = "Đã bật" if kept.is_on else "Đã tắt"
    messages.success(request, f"{done} “{kept.left}”. Các câu hỏi đang được so lại.")
    return redirect("questions:lexicon")


def _context(request: OfficialRequest, form: EntryForm) -> dict[str, Any]:
    words, kind = request.GET.get("tim", ""), request.GET.get("loai", "")
    found = lexicon_entries(words, kind if kind in LexiconEntry.Kind.values else "")
    shipped = shipped_lexicon()
    return {
        "form": form,
        "page": Paginator(found, PAGE).get_page(request.GET.get("trang")),
        "kinds": LexiconEntry.Kind.choices,
        "kind": kind,
        "words": words,
        "clear_url": request.path if words or kind else "",
        "abbreviations": len(shipped.abbreviations),
        "concepts": len(shipped.concepts),
        **_effect(form),
    }


def _effect(form: EntryForm) -> dict[str, Any]:
    """How the example is read as things stand, and with the entry that is typed."""
    own = tuple(own_entries())
    valid = form.is_bound and form.is_valid()
    example = (form.cleaned_data.get("example") if form.is_bound else "") or EXAMPLE
    after = (*own, form.entry) if valid else own
    return {
        "before": as_read(example, own),
        "after": as_read(example, after) if valid else None,
        "likened": likened(example, after),
    }
