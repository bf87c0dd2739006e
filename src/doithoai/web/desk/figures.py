"""Figures and rows of the desk."""

from collections.abc import Iterator
from typing import Any

from doithoai.lifecycle.agency_work import (
    APPROVED,
    HANDED_IN,
    LATE,
    LATER,
    TODAY,
    WEEK,
    AskedGroup,
    DueGroup,
)
from doithoai.lifecycle.duties import Duty
from doithoai.web.waiting import page_of

DUTY_HEAD = ("Mã", "Câu hỏi", "Hội nghị", "Vai trò", "Trạng thái", "Hạn trả lời")


def desk_figures(groups: list[AskedGroup]) -> list[dict[str, Any]]:
    """The strip of numbers; those after the first add up to it. Empty without questions."""
    if not groups:
        return []
    heaps = {group.key: group.duties for group in groups}
    counts = (
        ("Câu hỏi được giao", sum(len(duties) for duties in heaps.values()), "key"),
        ("Câu hỏi trễ hạn", len(heaps.get(LATE, [])), "alarm"),
        ("Hôm nay", len(heaps.get(TODAY, [])), ""),
        ("Tuần này", len(heaps.get(WEEK, [])), ""),
        ("Sau tuần này", len(heaps.get(LATER, [])), ""),
        ("Chờ thẩm định, duyệt", len(heaps.get(HANDED_IN, [])), ""),
        ("Đã duyệt", len(heaps.get(APPROVED, [])), ""),
    )
    return [
        {"label": label, "value": value, "tone": tone if value else "", "url": ""}
        for label, value, tone in counts
    ]


def due_links(groups: list[DueGroup]) -> list[tuple[DueGroup, list[tuple[Duty, str]]]]:
    """Groups of duties, each duty with the page that does it."""
    return [
        (group, [(duty, page_of(duty.conference, duty.page)) for duty in group.duties])
        for group in groups
    ]


def duty_rows(groups: list[AskedGroup]) -> Iterator[tuple[Any, ...]]:
    """The list of referred questions for Excel."""
    for group in groups:
        for duty in group.duties:
            question = duty.referral.question
            yield (
                question.code,
                duty.wording,
                question.conference.short_title,
                "Chủ trì" if duty.is_leading else "Phối hợp",
                duty.referral.answer.get_state_display(),
                duty.referral.due,
            )
