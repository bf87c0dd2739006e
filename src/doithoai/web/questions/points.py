"""Collection points: one link and one code for each union or commune, with its own counts."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.planning.models import Conference
from doithoai.questions.actions import close_point, open_points, reopen_point
from doithoai.questions.models import CollectionPoint
from doithoai.questions.permissions import may_enter
from doithoai.questions.queries import points_of
from doithoai.vietnamese.qr import as_svg
from doithoai.web.fields import LinesField
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

LONGEST_NAME = 200
MOST_NAMES = 500


class PointsForm(forms.Form):
    """Lập điểm thu thập: one name a line."""

    names = LinesField(
        label="Tên hội, công đoàn, xã, phường",
        help_text="Mỗi dòng một tên, ví dụ Hội Phụ nữ xã Phú Tân. Dán được cả danh sách.",
        rows=6,
        longest=LONGEST_NAME,
        error_messages={"required": "Viết ít nhất một tên."},
    )

    def clean_names(self) -> list[str]:
        """Not more than a province has."""
        names: list[str] = self.cleaned_data["names"]
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(f"Lập mỗi lần không quá {MOST_NAMES} điểm.")
        return names


@dataclass(frozen=True, slots=True)
class Links:
    """A point with the address people scan and the page of its counts."""

    point: CollectionPoint
    ask: str
    counts: str

    @property
    def code(self) -> SafeString:
        """The address as a square code."""
        return SafeString(as_svg(self.ask))

    @property
    def typed(self) -> str:
        """The address as it is typed by hand."""
        return self.ask.partition("://")[2]


@require_http_methods(["GET", "HEAD", "POST"])
def points(request: OfficialRequest, slug: str) -> HttpResponse:
    """All points of a conference, and opening more."""
    conference = _entered_or_404(request, slug)
    form = PointsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        names = form.cleaned_data["names"]
        opened = try_action(form, lambda: open_points(conference, names=names, by=request.user))
        if opened:
            messages.success(request, _opened_words(len(opened), len(names)))
            return redirect("questions:points", slug)
    found = [links(request, point) for point in points_of(conference)]
    return framed(
        request,
        "questions/points.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        points=found,
        is_any_open=any(one.point.closed_at is None for one in found),
    )


@require_POST
def change_point(request: OfficialRequest, slug: str, code: str) -> HttpResponse:
    """Close a point, or let it gather again."""
    conference = _entered_or_404(request, slug)
    point = get_object_or_404(conference.collection_points, code=code)
    if request.POST.get("viec") == "ngung":
        close_point(point, by=request.user)
        messages.success(request, f"Đã ngừng {point.name}. Các câu đã nhận vẫn còn.")
    elif request.POST.get("viec") == "mo-lai":
        reopen_point(point, by=request.user)
        messages.success(request, f"{point.name} thu thập tiếp bằng đường dẫn cũ.")
    else:
        raise Http404
    return redirect("questions:points", slug)


@require_safe
def points_sheet(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thẻ mã QR, one A5 card for each open point, or only for the one named."""
    conference = _entered_or_404(request, slug)
    found = points_of(conference).filter(closed_at=None)
    if request.GET.get("diem"):
        found = found.filter(code=request.GET["diem"])
    cards = [links(request, point) for point in found]
    context: dict[str, Any] = {"conference": conference, "cards": cards}
    return render(request, "questions/points_sheet.html", context)


def links(request: HttpRequest, point: CollectionPoint) -> Links:
    """A point with its addresses, as a browser outside reaches them."""
    slug = point.conference.slug
    query = urlencode({"diem": point.code})
    ask = f"{reverse('public:ask', args=[slug])}?{query}"
    counts = reverse("public:point", args=[slug, point.code])
    return Links(point, request.build_absolute_uri(ask), request.build_absolute_uri(counts))


def _opened_words(opened: int, named: int) -> str:
    there = f" {named - opened} tên đã có từ trước." if named > opened else ""
    return f"Đã lập {opened} điểm thu thập.{there} In thẻ mã QR để phát."


def _entered_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    require(may_enter(request.user, conference))
    return conference
