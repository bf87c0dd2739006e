"""Keeping agencies, accounts and holidays."""

from datetime import date

import pytest

from doithoai.audit.models import Entry
from doithoai.directory.actions import (
    add_agency,
    amend_account,
    amend_agency,
    give_password,
    load_agencies,
    mark_holiday,
    open_account,
    unmark_holiday,
)
from doithoai.directory.models import Agency, Holiday, HolidayKind, User
from doithoai.directory.queries import Resolver
from doithoai.workflow import Forbidden, Refused
from tests.builders import PASSWORD, a_place, an_administrator, an_agency, an_official

pytestmark = pytest.mark.django_db


def new_agency(by, **over):
    values = {"place": a_place(), "key": "so-du-lich", "name": "Sở Du lịch", "short_name": "Sở DL"}
    return add_agency(
        by=by, aliases=["SDL"], kind="department", level="province", **(values | over)
    )


def test_a_new_agency_is_found_by_each_of_its_names():
    agency = new_agency(an_administrator())

    resolver = Resolver.of(agency.place, date(2024, 10, 7))
    assert {resolver.resolve(name).agency for name in ("Sở Du lịch", "Sở DL", "SDL")} == {agency}


def test_an_agency_that_ends_before_it_begins_is_refused():
    with pytest.raises(Refused, match="phải sau ngày bắt đầu"):
        new_agency(an_administrator(), valid_from=date(2025, 1, 1), valid_to=date(2024, 1, 1))

    assert not Agency.objects.filter(key="so-du-lich").exists()


def test_a_key_stands_once_in_a_place():
    admin = an_administrator()
    new_agency(admin)

    with pytest.raises(Refused, match="Mã này đã có"):
        new_agency(admin)


def test_the_trail_keeps_what_an_agency_was_called():
    admin, agency = an_administrator(), an_agency("Sở Y tế")

    amend_agency(agency, by=admin, aliases=[], name="Sở Y tế và Dân số")

    entry = Entry.objects.get(verb="directory.amend_agency")
    assert (entry.before, entry.after) == ({"name": "Sở Y tế"}, {"name": "Sở Y tế và Dân số"})


@pytest.mark.parametrize(
    "deed",
    [
        lambda by: new_agency(by),
        lambda by: load_agencies(a_place(), by=by),
        lambda by: open_account(by=by, password=PASSWORD, username="moi", full_name="Mới"),
        lambda by: amend_account(by, by=by, is_administrator=True),
        lambda by: give_password(by, PASSWORD, by=by),
        lambda by: mark_holiday(date(2026, 1, 1), name="Tết", kind=HolidayKind.OFF, by=by),
    ],
)
def test_only_administrators_keep_the_directory(deed):
    with pytest.raises(Forbidden):
        deed(an_official())


@pytest.mark.parametrize("password", ["ngan", "khong-co-hoa-1", "KHONG-CO-THUONG-1", "KhongCoSo--"])
def test_a_weak_password_opens_no_account(password):
    with pytest.raises(Refused, match="Mật khẩu|mật khẩu"):
        open_account(
            by=an_administrator(), password=password, username="moi", full_name="Người mới"
        )

    assert not User.objects.filter(username="moi").exists()


def test_nobody_locks_himself_out():
    admin = an_administrator()

    with pytest.raises(Refused, match="Không tự khóa"):
        amend_account(admin, by=admin, is_active=False)
    with pytest.raises(Refused, match="Không tự khóa"):
        amend_account(admin, by=admin, is_administrator=False)


def test_a_holiday_is_marked_renamed_and_taken_out():
    admin, day = an_administrator(), date(2026, 9, 2)
    mark_holiday(day, name="Quốc khánh", kind=HolidayKind.OFF, by=admin)
    kept = mark_holiday(day, name="Ngày Quốc khánh", kind=HolidayKind.OFF, by=admin)
    assert Holiday.objects.get().name == "Ngày Quốc khánh"

    unmark_holiday(kept, by=admin)

    assert not Holiday.objects.exists()
    assert Entry.objects.filter(verb="directory.unmark_holiday").exists()
