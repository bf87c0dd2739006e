"""Laying down the country's rates and writing a province's own."""

import json
from datetime import date
from importlib import resources

from django.db import transaction
from django.db.models import Q

from doithoai.audit.actions import record
from doithoai.budget.models import Rate, RateItem
from doithoai.budget.permissions import may_keep_rates
from doithoai.directory.models import Place, User
from doithoai.directory.permissions import may_administer
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.numbers import format_money
from doithoai.workflow import Refused, require


@transaction.atomic
def load_rates(*, by: User | None) -> int:
    """Add the country's standard rates that are missing; `by` is None from the console."""
    require(by is None or may_administer(by))
    text = resources.files("doithoai.budget").joinpath("data", "rates.json").read_text("utf-8")
    known = set(Rate.objects.exclude(key=None).values_list("key", flat=True))
    fresh = [
        Rate(
            key=entry["key"],
            item=entry["item"],
            content=entry["content"],
            unit=entry["unit"],
            ceiling=entry["ceiling"],
            basis=entry["basis"],
            basis_on=date.fromisoformat(entry["basis_on"]),
            is_verified=entry["is_verified"],
            note=entry["note"],
            valid_from=date.fromisoformat(entry["valid_from"]),
            valid_to=date.fromisoformat(entry["valid_to"]) if entry["valid_to"] else None,
        )
        for entry in json.loads(text)
        if entry["key"] not in known
    ]
    Rate.objects.bulk_create(fresh)
    return len(fresh)


@transaction.atomic
def add_rate(
    place: Place,
    *,
    item: str,
    content: str,
    unit: str,
    ceiling: int,
    paper: tuple[str, date],
    valid_from: date,
    by: User,
) -> Rate:
    """Write a rate of the province by its own resolution; `paper` is (number and name, day)."""
    place = Place.objects.select_for_update().get(pk=place.pk)
    require(may_keep_rates(by, place))
    if item != RateItem.OTHER:
        _refuse_overlap(place, item, valid_from)
    basis, basis_on = paper
    rate = Rate.objects.create(
        place=place,
        item=RateItem(item),
        content=content,
        unit=unit,
        ceiling=ceiling,
        basis=basis,
        basis_on=basis_on,
        is_verified=True,
        valid_from=valid_from,
        added_by=by,
    )
    after = {"name": content, "money": format_money(ceiling), "valid_from": valid_from}
    record("budget.add_rate", rate, by=by, after=after)
    return rate


@transaction.atomic
def end_rate(rate: Rate, *, last_day: date, by: User) -> Rate:
    """Say until when a rate of the province held; the country's end by the data that ships."""
    rate = Rate.objects.select_for_update(of=("self",)).select_related("place").get(pk=rate.pk)
    require(rate.place is not None and may_keep_rates(by, rate.place))
    if last_day < rate.valid_from:
        raise Refused(f"Mức này áp dụng từ {short_date(rate.valid_from)}. Chọn ngày sau ngày đó.")
    before = {"valid_to": rate.valid_to}
    rate.valid_to = last_day
    rate.save()
    record("budget.end_rate", rate, by=by, before=before, after={"valid_to": last_day})
    return rate


def _refuse_overlap(place: Place, item: str, valid_from: date) -> None:
    later = Q(valid_to=None) | Q(valid_to__gte=valid_from)
    rival = Rate.objects.filter(later, place=place, item=item).first()
    if rival:
        raise Refused(
            f"{place} đang có mức cho mục này theo {rival.basis}. "
            "Ghi ngày hết áp dụng của mức đó trước."
        )
