"""Writing the programme: the plan's draft, its items, what is given out."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from doithoai.audit import clock
from doithoai.audit.actions import changes, record
from doithoai.directory.models import User
from doithoai.directory.queries import Resolver
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.programme.actions.ordering import lay_in_order
from doithoai.programme.models import AgendaItem, ItemKind, Programme, ProgrammeRelease
from doithoai.programme.permissions import may_compose
from doithoai.programme.queries import item_row, timetable
from doithoai.programme.rules.items import kind_of, usual_items, usual_minutes
from doithoai.programme.rules.moving import swapped
from doithoai.programme.states import PROGRAMME_TRANSITIONS, ProgrammeState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa mục này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."
STALE_WHOLE = "Chương trình vừa thay đổi. Tải lại trang, xem lại rồi phát hành."
NOTHING = "Chưa có mục nào. Thêm mục rồi phát hành chương trình."
NO_HOUR = (
    "Chưa có giờ bắt đầu hội nghị nên các mục chưa có giờ. Nhập giờ rồi phát hành chương trình."
)
HAS_ITEMS = "Chương trình đã có mục. Sửa từng mục thay vì lập chương trình mẫu."
SENT = "Trang này đã thêm một mục khác. Mở lại “Thêm mục” rồi nhập mục mới."
HAS_RUN = "Mục này đã chạy tại hội trường nên không bỏ được."


@transaction.atomic
def draft_programme(
    conference: Conference, parts: Iterable[dict[str, Any]], *, by: User
) -> list[AgendaItem]:
    """Write the plan's draft: parts `{no, name, items: [{name, performer, time}]}`.

    Kind, minutes and the preparing agency are proposed from the words.
    """
    require(may_prepare(by, conference))
    items = [
        AgendaItem(
            conference=conference,
            part=" ".join(filter(None, [part.get("no") and f"{part['no']}.", part.get("name")])),
            name=item["name"],
            performer=item.get("performer") or "",
            time_text=item.get("time") or "",
        )
        for part in parts
        for item in part.get("items", [])
    ]
    return _lay(conference, items, by=by)


@transaction.atomic
def lay_usual_items(conference: Conference, *, by: User) -> list[AgendaItem]:
    """Write the items no dialogue goes without, for a plan that has no programme."""
    conference = _locked_conference(conference, by)
    if conference.agenda_items.exists():
        raise Refused(HAS_ITEMS)
    items = [
        AgendaItem(conference=conference, name=usual.name, performer=usual.performer)
        for usual in usual_items(conference.chair_title)
    ]
    return _lay(conference, items, by=by)


@transaction.atomic
def add_item(
    conference: Conference,
    *,
    name: str,
    by: User,
    after: AgendaItem | None = None,
    first: bool = False,
    token: UUID | None = None,
    **values: Any,
) -> AgendaItem:
    """Add an item after another, before all others if `first`, else at the end; once a `token`.

    Values: part, performer, kind, minutes, agency; kind and minutes may be left to the words.
    """
    conference = _locked_conference(conference, by)
    sent = conference.agenda_items.filter(token=token).first() if token else None
    if sent and sent.name != name:
        raise Refused(SENT)
    if sent:
        return sent
    known = values.pop("kind", "") or kind_of(name)
    minutes = values.pop("minutes", None)
    items = list(conference.agenda_items.order_by("position"))
    item = AgendaItem.objects.create(
        conference=conference,
        position=(items[-1].position if items else 0) + 1,
        name=name,
        kind=ItemKind(known),
        minutes=minutes or usual_minutes(known),
        minutes_proposed=minutes is None,
        token=token,
        **values,
    )
    place = next(
        (at + 1 for at, one in enumerate(items) if after and one.pk == after.pk),
        0 if first else len(items),
    )
    lay_in_order([*items[:place], item, *items[place:]], of=conference)
    record("programme.add_item", item, by=by, after={"minutes": item.minutes})
    _changed(conference)
    return item


@transaction.atomic
def amend_item(item: AgendaItem, *, version: int, by: User, **values: Any) -> AgendaItem:
    """Change part, words, performer, kind, minutes or agency; given minutes are no proposal."""
    conference = _locked_conference(item.conference, by)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if item.version != version:
        raise Refused(STALE)
    if "kind" in values:
        values["kind"] = ItemKind(values["kind"])
    if values.get("minutes") is not None:
        values["minutes_proposed"] = False
    before, after = changes(item, values)
    for name, value in values.items():
        setattr(item, name, value)
    item.version += 1
    item.save()
    record("programme.amend_item", item, by=by, before=before, after=after)
    _changed(conference)
    return item


@transaction.atomic
def move_item(item: AgendaItem, *, towards: str, by: User) -> None:
    """Put an item one place up or down."""
    conference = _locked_conference(item.conference, by)
    items = list(conference.agenda_items.order_by("position"))
    order = swapped(items, item.pk, towards)
    lay_in_order(order, of=conference, verb="programme.order", by=by)
    _changed(conference)


@transaction.atomic
def remove_item(item: AgendaItem, *, by: User) -> None:
    """Take an item out; what was prepared for it stays."""
    conference = _locked_conference(item.conference, by)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    record("programme.remove_item", item, by=by, before={"performer": item.performer})
    try:
        with transaction.atomic():
            item.delete()
    except ProtectedError:
        raise Refused(HAS_RUN) from None
    left = list(conference.agenda_items.order_by("position"))
    lay_in_order(left, of=conference)
    _changed(conference)


@transaction.atomic
def release_programme(conference: Conference, *, version: int, by: User) -> ProgrammeRelease:
    """Give the programme out as it stands; its proposed minutes count as confirmed.

    Refused without items or without the hour the conference begins.
    """
    conference = _locked_conference(conference, by)
    programme = _locked_programme(conference)
    if programme.version != version:
        raise Refused(STALE_WHOLE)
    table = timetable(conference)
    if not table.items:
        raise Refused(NOTHING)
    if conference.start_time is None:
        raise Refused(NO_HOUR)
    PROGRAMME_TRANSITIONS.move(programme, to=ProgrammeState.RELEASED)
    conference.agenda_items.update(minutes_proposed=False)
    programme.number += 1
    programme.version += 1
    programme.save()
    release = ProgrammeRelease.objects.create(
        programme=programme,
        number=programme.number,
        items=[item_row(item, table) for item in table.items],
        by=by,
        at=clock.now(),
    )
    record("programme.release", programme, by=by, after={"number": programme.number})
    return release


def _lay(conference: Conference, items: list[AgendaItem], *, by: User) -> list[AgendaItem]:
    day: date = conference.issued_on or clock.today()
    resolver = Resolver.of(conference.place, day)
    for position, item in enumerate(items, start=1):
        item.position = position
        item.kind = ItemKind(kind_of(item.name))
        item.minutes = usual_minutes(item.kind)
        item.agency = resolver.resolve(item.performer).agency if item.performer else None
    AgendaItem.objects.bulk_create(items)
    record("programme.draft", conference, by=by, after={"items": len(items)})
    return items


def _locked_conference(conference: Conference, by: User) -> Conference:
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_compose(by, conference))
    return conference


def _locked_programme(conference: Conference) -> Programme:
    Programme.objects.get_or_create(conference=conference)
    return Programme.objects.select_for_update().get(conference=conference)


def _changed(conference: Conference) -> None:
    """What was given out is a draft again."""
    programme = _locked_programme(conference)
    if programme.state == ProgrammeState.RELEASED:
        PROGRAMME_TRANSITIONS.move(programme, to=ProgrammeState.DRAFT)
    programme.version += 1
    programme.save()
