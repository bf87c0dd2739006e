"""An agency names people for its seats: one by one, or from a sheet in two steps."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.delegates.actions import nominate as name_one
from doithoai.delegates.actions import nominate_many
from doithoai.delegates.models import Allocation, Delegate
from doithoai.delegates.people import Person, PersonRow
from doithoai.delegates.permissions import may_nominate, may_organise
from doithoai.delegates.queries import (
    allocation_table,
    allocations_for,
    delegates_for,
    named_for,
    share_row,
    twin_finder,
    untold_posts,
)
from doithoai.planning.models import Conference
from doithoai.web.delegates.forms.people import PersonForm, SheetForm
from doithoai.web.delegates.frame import delegates_page, status_of
from doithoai.web.delegates.sheets import people_of, template_response
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import Refused, require

SALT = "delegates.nomination"
FRESH_SECONDS = 3600
STALE = "Bản xem trước để quá lâu hoặc không còn đúng. Tải tệp lên lại rồi ghi."


@require_safe
def nominate(request: OfficialRequest, slug: str) -> HttpResponse:
    """Cử đại biểu: the seats of this person's agency; of all agencies for who organises."""
    conference = conference_or_404(request, slug)
    everybody = may_organise(request.user, conference)
    shares = [
        share
        for head, rows in allocation_table(conference).sections
        for row in [head, *rows]
        for share in row.shares
        if everybody or share.allocation.agency_id == request.user.agency_id
    ]
    return delegates_page(
        request,
        "delegates/nominate.html",
        conference,
        "nominate",
        shares=sorted(shares, key=lambda share: not share.lacking),
        everybody=everybody,
        untold=untold_posts(delegates_for(request.user, conference)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def nominations(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Cử đại biểu cho một phần phân bổ: who is named, and one more."""
    conference, found = _share_or_404(request, slug, pk)
    blank = {"organisation": found.agency.name}
    form = PersonForm(request.POST or None, initial=blank)
    if form.is_valid():
        made = try_action(form, lambda: name_one(found, form.person, by=request.user))
        if made:
            messages.success(request, f"Đã cử {made}. {_next(made)}")
            return redirect("delegates:nominations", slug, pk)
    return delegates_page(
        request,
        "delegates/nominations.html",
        conference,
        "nominate",
        status=status_of(form),
        share=share_row(found),
        people=named_for(found),
        form=form,
        may_nominate=may_nominate(request.user, found),
    )


@require_safe
def template(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Mẫu danh sách for one agency's seats."""
    _, found = _share_or_404(request, slug, pk)
    require(may_nominate(request.user, found))
    return template_response(found)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Nhập từ Excel, step 1 and 2: choose the file, see what each row will do."""
    conference, found = _share_or_404(request, slug, pk)
    require(may_nominate(request.user, found))
    posted = request.method == "POST"
    form = SheetForm(request.POST, request.FILES) if posted else SheetForm()
    preview = None
    if form.is_valid():
        data = form.cleaned_data["sheet"].read()
        rows = try_action(form, lambda: people_of(data))
        preview = Preview.of(found, rows) if rows is not None else None
    return delegates_page(
        request,
        "delegates/upload.html",
        conference,
        "nominate",
        status=status_of(form),
        share=share_row(found),
        form=form,
        preview=preview,
        kept=_kept(found, preview) if preview and preview.is_clean else "",
    )


@require_POST
def commit(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Nhập từ Excel, step 3: write everybody of the preview, or nobody."""
    _, found = _share_or_404(request, slug, pk)
    people = _people(found, request.POST.get("danh-sach", ""))
    made = nominate_many(found, people, by=request.user)
    passed = len(people) - len(made)
    more = f" {passed} người đã có trong danh sách." if passed else ""
    messages.success(request, f"Đã ghi {len(made)} đại biểu.{more}")
    return redirect("delegates:nominations", slug, pk)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the sheet and what will become of it: new, known or wrong."""

    row: PersonRow
    outcome: str
    words: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Every row, and whether the whole may be written."""

    rows: list[PreviewRow]
    left: int

    @classmethod
    def of(cls, allocation: Allocation, rows: list[PersonRow]) -> "Preview":
        """Judge each row against the list and the rows above it."""
        find, seen, judged = twin_finder(allocation.quota_line.conference), dict[Any, int](), []
        for row in rows:
            person = row.person.placed_in(allocation.agency.name)
            key = (person.full_name or person.post, person.organisation, person.phone)
            judged.append(_judged(row, find(person), seen.get(key)))
            seen.setdefault(key, row.number)
        share = share_row(allocation)
        return cls(judged, share.lacking)

    @property
    def fresh(self) -> list[PreviewRow]:
        """Rows that will be written."""
        return [row for row in self.rows if row.outcome == "new"]

    @property
    def wrong(self) -> int:
        """Rows that must be mended first."""
        return sum(row.outcome == "wrong" for row in self.rows)

    @property
    def over(self) -> int:
        """New people for whom there is no seat."""
        return max(len(self.fresh) - self.left, 0)

    @property
    def is_clean(self) -> bool:
        """Whether everything may be written."""
        return not self.wrong and not self.over and bool(self.fresh)


def _judged(row: PersonRow, twin: Delegate | None, above: int | None) -> PreviewRow:
    if row.faults:
        return PreviewRow(row, "wrong", " ".join(row.faults))
    if twin:
        return PreviewRow(row, "known", "Đã có trong danh sách đại biểu, sẽ bỏ qua.")
    if above:
        return PreviewRow(row, "known", f"Trùng dòng {above}, sẽ bỏ qua.")
    words = "Sẽ ghi." if row.person.full_name else "Sẽ ghi theo chức vụ, báo tên sau."
    return PreviewRow(row, "new", words)


def _kept(allocation: Allocation, preview: Preview) -> str:
    """The new people, signed: nothing half-done is kept on the server between the steps."""
    people = [one.row.person.values() for one in preview.rows]
    return signing.dumps({"share": allocation.pk, "people": people}, salt=SALT, compress=True)


def _people(allocation: Allocation, kept: str) -> list[Person]:
    try:
        found = signing.loads(kept, salt=SALT, max_age=FRESH_SECONDS)
    except signing.BadSignature as error:
        raise Refused(STALE) from error
    if found["share"] != allocation.pk:
        raise Refused(STALE)
    return [Person(**values) for values in found["people"]]


def _next(made: Delegate) -> str:
    return "Chờ cơ quan chủ trì chấp thuận." if made.state == "nominated" else "Đã chấp thuận."


def _share_or_404(request: OfficialRequest, slug: str, pk: int) -> tuple[Conference, Allocation]:
    conference = conference_or_404(request, slug)
    mine = allocations_for(request.user).filter(quota_line__conference=conference)
    found = get_object_or_404(mine.select_related("quota_line", "agency"), pk=pk)
    found.quota_line.conference = conference
    return conference, found
