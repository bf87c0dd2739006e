"""Collection points on their pages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.audit import clock
from doithoai.questions.actions import receive
from doithoai.questions.models import CollectionPoint
from tests.builders import a_conference, an_official
from tests.builders_questions import a_collection_point

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def signed(conference):
    browser = Client()
    browser.force_login(an_official(conference.host))
    return browser


def address(conference, end=""):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/diem-thu-thap/{end}"


def test_a_whole_list_of_names_is_opened_at_once(signed, conference):
    names = "Hội Phụ nữ xã Phú Tân\n\n  Hội Phụ nữ xã Bình Phan \r\nHội Phụ nữ xã Phú Tân"
    page = signed.post(address(conference), {"names": names}, follow=True)

    assert CollectionPoint.objects.count() == 2
    assert "Đã lập 2 điểm thu thập. 1 tên đã có" in page.content.decode()


def test_each_point_has_its_own_link_code_and_card(signed, conference):
    point, closed = (
        a_collection_point(conference, name=name, closed_at=moment)
        for name, moment in (("Ấp 1", None), ("Ấp 2", clock.now()))
    )
    page = signed.get(address(conference)).content.decode()
    cards = signed.get(address(conference, "the-ma-qr/")).content.decode()

    assert f"/gui-cau-hoi/?diem={point.code}" in page
    assert f"/gui-cau-hoi/?diem={closed.code}" not in page
    assert cards.count("<svg") == 1
    assert "Ấp 1" in cards
    assert "Ấp 2" not in cards


def test_a_point_is_closed_and_opened_again(signed, conference):
    point = a_collection_point(conference)
    for deed, is_closed in (("ngung", True), ("mo-lai", False)):
        signed.post(address(conference, f"{point.code}/"), {"viec": deed})
        point.refresh_from_db()
        assert (point.closed_at is not None) == is_closed
    assert signed.post(address(conference, f"{point.code}/"), {"viec": "x"}).status_code == 404


def test_more_points_ask_the_database_no_more(signed, conference, django_assert_num_queries):
    a_collection_point(conference, name="Ấp 1")
    signed.get(address(conference))
    with CaptureQueriesContext(connection) as queries:
        signed.get(address(conference))
    for number in (2, 3):
        a_collection_point(conference, name=f"Ấp {number}")
    with django_assert_num_queries(len(queries)):
        signed.get(address(conference))


def test_the_page_of_counts_has_no_words_and_no_names(client, conference):
    point = a_collection_point(conference)
    receive(
        conference,
        text="Khi nào có nước sạch?",
        sender_name="Nguyễn Thị Mười",
        by=None,
        collection_point=point,
    )
    page = client.get(f"/cong/{conference.slug}/diem/{point.code}/")
    words = page.content.decode()

    assert "1 phiếu đã nhận" in words
    assert "nước sạch" not in words
    assert "Mười" not in words
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_the_page_of_a_closed_point_says_so_and_offers_no_form(client, conference):
    point = a_collection_point(conference, closed_at=clock.now())
    words = client.get(f"/cong/{conference.slug}/diem/{point.code}/").content.decode()

    assert "ngừng thu thập từ ngày 7/10/2024" in words
    assert "diem=" not in words


def test_a_code_of_another_conference_is_no_point_here(client, conference):
    point = a_collection_point(a_conference())

    assert client.get(f"/cong/{conference.slug}/diem/{point.code}/").status_code == 404


def test_the_address_for_sending_is_readable_and_can_be_copied(conference, host):
    point = a_collection_point(conference)
    page = host.get(f"/hoi-nghi/{conference.slug}/cau-hoi/diem-thu-thap/").content.decode()

    address = f"http://testserver/cong/{conference.slug}/gui-cau-hoi/?diem={point.code}"
    assert f'<span class="code">{address}</span>' in page
    assert f'data-copy="{address}"' in page
