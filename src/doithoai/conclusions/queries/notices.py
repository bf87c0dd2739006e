"""The notice of a conference and its items."""

from doithoai.conclusions.models import Notice, NoticeItem, NoticePart
from doithoai.conclusions.states import NoticeState
from doithoai.planning.models import Conference


def notice_of(conference: Conference) -> Notice | None:
    """The notice with the people who wrote and signed it, when one was begun."""
    return (
        Notice.objects.filter(conference=conference)
        .select_related("conference__place", "drafted_by__agency", "signed_by__agency")
        .first()
    )


def published_notice(conference: Conference) -> Notice | None:
    """The notice everyone may read."""
    return Notice.objects.filter(conference=conference, state=NoticeState.PUBLISHED).first()


def items_by_part(notice: Notice) -> list[tuple[NoticePart, list[NoticeItem]]]:
    """The four parts in order, each with its items. One query."""
    items = list(
        notice.items.select_related("question", "topic", "agency").order_by("position", "pk")
    )
    return [(part, [item for item in items if item.part == part]) for part in NoticePart]
