"""Decisions on people of the list: accept, correct, withdraw; looking at their contacts."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.delegates.actions.people import STALE, UNNAMED
from doithoai.delegates.actions.seating import pass_seat
from doithoai.delegates.models import Delegate
from doithoai.delegates.permissions import (
    may_accept,
    may_amend,
    may_organise,
    may_replace,
    may_see_contacts,
)
from doithoai.delegates.states import DELEGATE_TRANSITIONS, DelegateState
from doithoai.delegates.term import require_before_end, require_roll
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

OWN = "Người cử không tự chấp thuận. Nhờ người khác của cơ quan chủ trì hoặc văn phòng."
CONTACTS = ("phone", "email")
ONLY_ORGANISER = ("kind", "rank", "quota_line")


@transaction.atomic
def accept(conference: Conference, keys: Iterable[int], *, by: User) -> list[Delegate]:
    """Take nominations into the list, all of them or none."""
    require(may_organise(by, conference))
    require_before_end(conference)
    found = list(
        Delegate.objects.select_for_update(of=("self",))
        .filter(conference=conference, pk__in=list(keys))
        .select_related("conference")
        .order_by("pk")
    )
    if not found:
        raise Refused("Chọn ít nhất một đại biểu đang chờ chấp thuận.")
    for delegate in found:
        require(may_accept(by, delegate), OWN)
        before = {"delegate_state": delegate.state}
        DELEGATE_TRANSITIONS.move(delegate, to=DelegateState.ACCEPTED)
        delegate.accepted_by = by
        _save(
            delegate,
            "delegates.accept",
            by=by,
            before=before,
            after={"delegate_state": delegate.state},
        )
    return found


@transaction.atomic
def amend_delegate(delegate: Delegate, *, version: int, by: User, **values: Any) -> Delegate:
    """Correct what is known of a person, or tell the name of one invited by post.

    Kind, rank and line are for who organises. The trail keeps no phone and no e-mail.
    """
    delegate = _locked(delegate, version)
    require(may_amend(by, delegate))
    require_roll(delegate.conference)
    if set(values) & set(ONLY_ORGANISER):
        require(may_organise(by, delegate.conference))
    before, after = changes(delegate, values)
    for name, value in values.items():
        setattr(delegate, name, value)
    if not delegate.full_name and not delegate.post:
        raise Refused(UNNAMED)
    told = [name for name in after if name in CONTACTS]
    trail = {name: after[name] for name in after if name not in CONTACTS}
    trail |= {"contacts": told} if told else {}
    old = {name: before[name] for name in before if name not in CONTACTS}
    return _save(delegate, "delegates.amend", by=by, before=old, after=trail)


@transaction.atomic
def withdraw(delegate: Delegate, *, reason: str, version: int, by: User) -> Delegate:
    """Take a person off the list, with the reason; the seat is free again (rút)."""
    delegate = _locked(delegate, version)
    require(may_replace(by, delegate))
    require_before_end(delegate.conference)
    if not reason.strip():
        raise Refused("Nêu lý do rút đại biểu.")
    before = {"delegate_state": delegate.state}
    DELEGATE_TRANSITIONS.move(delegate, to=DelegateState.WITHDRAWN)
    delegate.reason = reason
    pass_seat(delegate, None, by=by)
    after = {"delegate_state": delegate.state, "reason": reason}
    return _save(delegate, "delegates.withdraw", by=by, before=before, after=after)


@transaction.atomic
def show_contacts(delegate: Delegate, *, by: User) -> Delegate:
    """Let an official see phone and e-mail of one person, and keep that they looked."""
    require(may_see_contacts(by, delegate))
    record("delegates.show_contacts", delegate, by=by)
    return delegate


@transaction.atomic
def export_contacts(conference: Conference, *, count: int, by: User) -> None:
    """Keep that an official took a list with phones and e-mails of `count` people away."""
    require(may_organise(by, conference))
    record("delegates.export_contacts", conference, by=by, after={"people": count})


def _locked(delegate: Delegate, version: int) -> Delegate:
    found = (
        Delegate.objects.select_for_update(of=("self",))
        .select_related("conference", "agency")
        .get(pk=delegate.pk)
    )
    if found.version != version:
        raise Refused(STALE)
    return found


def _save(delegate: Delegate, verb: str, *, by: User, **trail: Any) -> Delegate:
    delegate.version += 1
    delegate.save()
    record(verb, delegate, by=by, **trail)
    return delegate
