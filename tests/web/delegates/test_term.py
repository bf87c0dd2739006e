"""The day after, pages of delegates offer nothing that would be refused."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.audit import clock
from doithoai.delegates.actions import check_in
from tests.builders import an_official
from tests.builders_delegates import (
    a_delegate,
    a_fixed_conference,
    a_line,
    an_allocation,
    an_invitation,
)
from tests.builders_seating import a_hall

pytestmark = pytest.mark.django_db
THE_DAY = datetime(2024, 10, 24, 2, 0, tzinfo=UTC)
NEXT_DAY = datetime(2024, 10, 25, 2, 0, tzinfo=UTC)
MONTH_AFTER = datetime(2024, 11, 25, 2, 0, tzinfo=UTC)
PAGES = ("quotas", "nominate", "delegates", "invitations", "seating", "door", "attendance")


@pytest.fixture
def conference():
    return a_hall(a_fixed_conference())


@pytest.fixture
def person(conference):
    """Accepted, invited, let in on the day."""
    found = a_delegate(conference, "accepted")
    an_invitation(found)
    a_delegate(conference)
    with clock.at(THE_DAY):
        check_in(found, way="code", by=an_official(conference.host))
    return found


@pytest.fixture
def host(conference):
    client = Client()
    client.force_login(an_official(conference.host))
    return client


def shown(host, conference, *names):
    """The words of the pages, one after another."""
    pages = [host.get(reverse(f"delegates:{name}", args=[conference.slug])) for name in names]
    return "".join(page.content.decode().partition("<main")[2] for page in pages)


OFFERED = (
    *("Thêm dòng", "Thêm đại biểu", "Ghi đã trao giấy mời", "Ghi trả lời</a>"),
    *("Khách chưa có trong danh sách", "Sửa khối ghế", "theo đề xuất"),
)


def test_what_is_offered_before_is_gone_after(host, conference, person):
    with clock.at(THE_DAY):
        before = shown(host, conference, *PAGES)
    with clock.at(NEXT_DAY):
        after = shown(host, conference, *PAGES)

    assert [words for words in OFFERED if words not in before] == []
    assert [words for words in OFFERED if words in after] == []
    assert after.count("sửa được đến hết ngày 31/10/2024") == len(PAGES)


def test_the_roll_is_corrected_until_it_is_shut(host, conference, person):
    with clock.at(NEXT_DAY):
        soon = shown(host, conference, "attendance", "door")
    with clock.at(MONTH_AFTER):
        late = shown(host, conference, "attendance", "door")

    for words in ("Ghi điểm danh", "Hoàn tác"):
        assert words in soon
    assert "Ghi điểm danh</button>" not in late
    assert "Điểm danh đã chốt" in late


def test_of_a_person_only_the_name_is_corrected(host, conference, person):
    address = reverse("delegates:delegate", args=[conference.slug, person.pk])
    with clock.at(NEXT_DAY):
        html = host.get(address).content.decode()
        refused = host.post(address, {"viec": "rut", "reason": "Bận", "version": person.version})

    assert "Lưu thông tin" in html
    assert "Rút đại biểu" not in html
    assert refused.status_code == 409


def test_nobody_is_called_late_with_names_after_the_day(host, conference):
    share = an_allocation(a_line(conference), due=date(2024, 10, 15))
    line = reverse("delegates:line", args=[conference.slug, share.quota_line_id])
    with clock.at(MONTH_AFTER):
        html = shown(host, conference, "quotas", "nominate") + host.get(line).content.decode()

    assert "Trễ" not in html
    assert "Thiếu 2" in html
