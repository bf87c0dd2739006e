"""Bảng nhóm: what is proposed as one matter, and what has been merged; merged and taken apart."""

from collections.abc import Iterable
from itertools import combinations, groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.planning.models import Conference
from doithoai.questions.actions import in_bulk, unmerge
from doithoai.questions.actions.merging import WITHIN_HOUSE
from doithoai.questions.actions.parting import compare_again, keep_all_apart
from doithoai.questions.models import Merging, Question
from doithoai.questions.permissions import may_choose
from doithoai.questions.queries.grouping import (
    ProposedGroup,
    merged_matters,
    parted_pairs,
    proposed_groups,
)
from doithoai.questions.states import OPEN_STATES
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.framing import framed
from doithoai.web.questions import listing
from doithoai.web.questions.triage_desk import last_step
from doithoai.web.questions.views import led_or_404
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.workflow import Refused

SHOWN = 20
MEMBERS = 20
"""Questions of one group shown at once."""
PARTED = 50
MOST_APART = 30
"""Questions told apart in one stroke: each is written down with each other."""


@require_safe
def board(request: OfficialRequest, slug: str) -> HttpResponse:
    """Proposed groups, those asked most first, then every matter that holds merged questions."""
    conference = led_or_404(request, slug)
    found = proposed_groups(conference)
    only = key_from(request.GET, "nhom")
    if only is not None:
        found = [group for group in found if group.key == only]
    page = Paginator(found, SHOWN).get_page(request.GET.get("trang"))
    return framed(
        request,
        "questions/board.html",
        conference,
        stage="questions",
        groups=[_shown(group, request.GET.get("tiep", "")) for group in page],
        only=only,
        page=page,
        merged=_merged(merged_matters(conference)),
        parted=parted_pairs(conference).count(),
        undoable=last_step(conference, request.user),
        may_choose=may_choose(request.user, conference),
    )


@require_POST
def merge_group(request: OfficialRequest, slug: str) -> HttpResponse:
    """Merge the marked questions into the one chosen to hold them."""
    conference = led_or_404(request, slug)
    marked = _marked(request, conference)
    main = _main(request, marked)
    versions = listing.seen(request.POST, marked)
    sources = [one for one in marked if one != main]
    wording = _wording(request, conference, main)
    in_bulk("merge", sources, into=main, wording=wording, versions=versions, by=request.user)
    codes = ", ".join(one.code for one in sources)
    messages.success(request, f"Đã gộp {codes} vào {main.code}.")
    return redirect("questions:board", slug)


@require_POST
def part_group(request: OfficialRequest, slug: str) -> HttpResponse:
    """Say that the marked questions are all different matters."""
    conference = led_or_404(request, slug)
    marked = _marked(request, conference)
    if len(marked) > MOST_APART:
        raise Refused(f"Mỗi lần đánh dấu nhiều nhất {MOST_APART} câu khác nhau.")
    keep_all_apart(list(combinations(marked, 2)), by=request.user)
    codes = ", ".join(one.code for one in marked)
    messages.success(request, f"Đã ghi {codes} là các việc khác nhau.")
    return redirect("questions:board", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def parted(request: OfficialRequest, slug: str) -> HttpResponse:
    """Pairs said to be different matters, by whom and when; each can be compared again."""
    conference = led_or_404(request, slug)
    pairs = parted_pairs(conference)
    if request.method == "POST":
        pair = get_object_or_404(pairs, pk=key_from(request.POST, "cap"))
        compare_again(pair, by=request.user)
        messages.success(
            request,
            f"Đã bỏ ghi khác nhau của {pair.one.code} và {pair.other.code}. Hai câu so lại.",
        )
        return redirect("questions:parted", slug)
    page = Paginator(pairs, PARTED).get_page(request.GET.get("trang"))
    return framed(
        request,
        "questions/parted.html",
        conference,
        stage="questions",
        page=page,
        rows=[(pair, listing.Row(pair.one), listing.Row(pair.other)) for pair in page],
        may_choose=may_choose(request.user, conference),
    )


@require_POST
def take_out(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Take a merged question out again."""
    conference = led_or_404(request, slug)
    question = get_object_or_404(conference.questions, number=number)
    version = listing.seen(request.POST, [question])[question.pk]
    unmerge(question, version=version, by=request.user)
    messages.success(request, f"Đã tách {question.code} ra. Câu này về mới nhận.")
    return redirect("questions:board", slug)


def _shown(group: ProposedGroup, page: str) -> dict[str, Any]:
    """A page of a group: the main question, which stands on every one, and others after it."""
    others = [one for one in group.questions if one != group.main]
    part = Paginator(others, MEMBERS - 1).get_page(page)
    return {
        "group": group,
        "page": part,
        "wording": mask(nfc(group.main.wording)),
        "is_worded": group.main.state in WITHIN_HOUSE,
        "rows": [
            (listing.Row(one), one == group.main, one == group.main or one.state in OPEN_STATES)
            for one in (group.main, *part)
        ],
    }


def _merged(mergings: Iterable[Merging]) -> list[tuple[listing.Row, list[tuple[Merging, str]]]]:
    """Each question that holds others, with those it holds and their own words, masked."""
    return [
        (listing.Row(target), [(one, mask(nfc(one.source.wording))) for one in held])
        for target, held in groupby(mergings, key=lambda merging: merging.target)
    ]


def _marked(request: OfficialRequest, conference: Conference) -> list[Question]:
    found = list(conference.questions.filter(number__in=listing.marked(request.POST)))
    if len(found) < 2:
        raise Refused("Đánh dấu ít nhất hai câu của nhóm.")
    return found


def _main(request: OfficialRequest, marked: list[Question]) -> Question:
    main = next((one for one in marked if str(one.number) == request.POST.get("chinh")), None)
    if main is None:
        raise Refused("Chọn câu chính trong các câu đã đánh dấu.")
    return main


def _wording(request: OfficialRequest, conference: Conference, main: Question) -> str | None:
    """The wording written for all; None when nobody has written another than the base it shows."""
    typed = nfc(request.POST.get("wording", "")).replace("\r\n", "\n").strip()
    base = conference.questions.filter(number=key_from(request.POST, "goc") or 0).first() or main
    unchanged = {mask(nfc(one.wording)).replace("\r\n", "\n").strip() for one in (base, main)}
    return None if not typed or typed in unchanged else typed
