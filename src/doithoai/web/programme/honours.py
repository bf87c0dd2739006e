"""Honours: proposed by agencies, agreed or struck, in the order they are called."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.directory.models import Agency, User
from doithoai.programme import actions
from doithoai.programme.models import Award
from doithoai.programme.permissions import may_amend_award, may_decide_award, may_propose_awards
from doithoai.programme.queries import awards_for
from doithoai.programme.rules.moving import DOWN, UP
from doithoai.programme.states import AwardState
from doithoai.web.framing import conference_or_404
from doithoai.web.programme.forms import (
    AmendAwardForm,
    AwardForm,
    DecisionForm,
    ReasonForm,
    VersionForm,
)
from doithoai.web.programme.pages import Deed, Tried, Words, shown, tried, with_one_form
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

HEAD = (
    *("STT", "Cá nhân, tập thể", "Loại", "Đơn vị", "Thành tích", "Hình thức khen thưởng"),
    *("Số quyết định", "Ngày quyết định", "Cơ quan đề nghị", "Trạng thái", "Lý do gạch"),
)
NEW = Words(
    "Đề nghị khen thưởng",
    "Một người khác của cơ quan chủ trì tổ chức hoặc văn phòng xem xét, quyết định.",
    "Đề nghị khen thưởng",
    "Đã ghi đề nghị khen thưởng.",
)


@require_safe
def awards(request: OfficialRequest, slug: str) -> HttpResponse:
    """Khen thưởng: everyone on the list with what is agreed; Excel."""
    conference = conference_or_404(request, slug)
    found = list(awards_for(request.user, conference))
    if "xlsx" in request.GET:
        return sheet_response(f"khen-thuong-{slug}", HEAD, map(_cells, found))
    counts = [(state, sum(award.state == state for award in found)) for state in AwardState]
    return shown(
        request,
        "awards.html",
        conference,
        here="awards",
        awards=found,
        figures=[{"label": state.label, "value": count} for state, count in counts],
        may_propose=may_propose_awards(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Đề nghị khen thưởng trong tên cơ quan mình."""
    conference = conference_or_404(request, slug)
    require(may_propose_awards(request.user, conference))
    form = AwardForm(request.POST or None)
    agency = get_object_or_404(Agency, pk=request.user.agency_id or 0)
    call = partial(actions.propose_award, conference, agency=agency)
    return with_one_form(request, conference, form, call, here="awards", words=NEW)


@require_http_methods(["GET", "HEAD", "POST"])
def award(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một dòng: mended by who proposed it, agreed or struck by another person."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(awards_for(request.user, conference), pk=pk)
    found.conference = conference
    sent = tried(request, DEEDS, found) if request.method == "POST" else None
    if sent and sent.result:
        return redirect("programme:awards", slug)
    return shown(
        request,
        "award.html",
        conference,
        here="awards",
        status=sent.status if sent else 200,
        award=found,
        failed=sent.form if sent else None,
        **_forms(request.user, found, sent),
    )


@require_POST
def move(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Lên, xuống một chỗ trong thứ tự mời."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(awards_for(request.user, conference), pk=pk)
    towards = UP if request.POST.get("huong") == "len" else DOWN
    actions.move_award(found, towards=towards, by=request.user)
    return redirect("programme:awards", slug)


DEEDS = {
    "sua": Deed(AmendAwardForm, actions.amend_award, "Đã lưu dòng khen thưởng."),
    "dong-y": Deed(VersionForm, actions.agree_award, "Đã đồng ý khen thưởng."),
    "gach": Deed(ReasonForm, actions.strike_award, "Đã gạch tên, kèm lý do."),
    "mo-lai": Deed(VersionForm, actions.reopen_award, "Đã đưa về đề nghị."),
    "quyet-dinh": Deed(DecisionForm, actions.note_decision, "Đã ghi quyết định khen thưởng."),
}


def _forms(user: User, award: Award, sent: Tried | None) -> dict[str, Any]:
    proposed, agreed = award.state == AwardState.PROPOSED, award.state == AwardState.AGREED
    amends, decides = may_amend_award(user, award), may_decide_award(user, award)
    offered = {
        "sua": amends and proposed,
        "dong-y": decides and proposed,
        "gach": decides and proposed,
        "mo-lai": decides and not proposed,
        "quyet-dinh": amends and agreed,
    }
    names = (
        *("recipient", "is_group", "unit", "achievement", "form"),
        *("decision_number", "decision_on", "version"),
    )
    initial = {name: getattr(award, name) for name in names}
    return {
        f"form_{name.replace('-', '_')}": (
            sent.form if sent and sent.name == name else DEEDS[name].form(initial=initial)
        )
        if may
        else None
        for name, may in offered.items()
    }


def _cells(award: Award) -> tuple[Any, ...]:
    return (
        award.position,
        award.recipient,
        "Tập thể" if award.is_group else "Cá nhân",
        award.unit,
        award.achievement,
        award.form,
        award.decision_number,
        award.decision_on,
        award.agency.name,
        award.get_state_display(),
        award.reason,
    )
