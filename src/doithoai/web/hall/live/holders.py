"""Whether the officials who listen still may: asked of the database at every beat."""

from collections.abc import Callable, Collection
from datetime import datetime

from django.db import close_old_connections
from django.db.models import Max

from doithoai.audit.models import Entry
from doithoai.directory.models import User
from doithoai.hall.permissions import may_drive, may_present, may_preside
from doithoai.planning.models import Conference
from doithoai.web.hall.live.building import asked
from doithoai.web.hall.tickets import Ticket

MAY: dict[str, Callable[[User, Conference], bool]] = {
    "secretary": may_drive,
    "log": may_drive,
    "chair": may_preside,
    "stage": may_preside,
    "presenter": may_present,
}
SIGNED_OFF = ("directory.sign_out", "directory.change_password", "directory.give_password")
"""Deeds after which every ticket given before has to be fetched anew."""


async def lapsed(tickets: Collection[Ticket]) -> frozenset[Ticket]:
    """Of these tickets, those whose holder may not listen with them any more."""
    held = [ticket for ticket in tickets if ticket.user]
    return await asked(lapsed_now, held) if held else frozenset()


def lapsed_now(tickets: Collection[Ticket]) -> frozenset[Ticket]:
    """The same, in this thread: signed out since, no longer active, or without the right."""
    close_old_connections()
    users = User.objects.in_bulk({ticket.user for ticket in tickets})
    slugs = {ticket.slug for ticket in tickets}
    conferences = {one.slug: one for one in Conference.objects.filter(slug__in=slugs)}
    signed_off = _signed_off(users)
    return frozenset(
        ticket
        for ticket in tickets
        if ticket.user not in users
        or ticket.slug not in conferences
        or signed_off.get(ticket.user, 0) >= ticket.at
        or not MAY[ticket.channel](users[ticket.user], conferences[ticket.slug])
    )


def _signed_off(users: Collection[int]) -> dict[int, int]:
    """When each last signed out or got another password, in milliseconds."""
    entries = Entry.objects.filter(
        thing_type=User._meta.label_lower,
        thing_id__in=[str(key) for key in users],
        verb__in=SIGNED_OFF,
    )
    last: list[tuple[str, datetime]] = list(
        entries.order_by().values_list("thing_id").annotate(Max("at"))
    )
    return {int(key): int(at.timestamp() * 1000) for key, at in last}
