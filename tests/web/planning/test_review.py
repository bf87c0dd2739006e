"""The review page: warnings first, marks, confirmations, opening."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.directory.models import AgencyKind, Right
from doithoai.planning.actions import confirm_sections, settle_warning
from doithoai.planning.models import Conference
from doithoai.planning.rules import SECTIONS
from tests.builders import an_agency, an_official
from tests.web.planning.plans import a_reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(client):
    official = an_official()
    client.force_login(official)
    return official


def address(reading, name="review", *more):
    return reverse(f"planning:{name}", args=[reading.pk, *more])


def page(client, reading):
    return client.get(address(reading)).content.decode()


def roles_of(by):
    office = an_agency("Văn phòng UBND tỉnh", kind=AgencyKind.OFFICE)
    chair = an_agency("UBND tỉnh", kind=AgencyKind.COMMITTEE)
    named = {"host": by.agency, "office": office, "chair": chair}
    single = {role: {"agency": agency.pk, "reason": "x"} for role, agency in named.items()}
    return single | {"departments": [], "press": []}


def settled(reading, by):
    """Everything confirmed and every warning answered."""
    reading = confirm_sections(reading, SECTIONS, version=reading.version, by=by)
    return settle_warning(reading, 0, "Đã sửa", version=reading.version, by=by)


def test_warnings_stand_before_the_facts_and_facts_before_the_source(client, by):
    html = page(client, a_reading(by))

    assert html.index("Chưa có ngày cụ thể.") < html.index("Dữ kiện đọc được")
    assert html.index("Dữ kiện đọc được") < html.index("Văn bản gốc")


def test_a_mark_and_its_fact_lead_to_each_other(client, by):
    html = page(client, a_reading(by))

    assert '<span id="cho-3"></span>trong tháng 10/2024' in html
    assert 'href="#du-kien-3"' in html
    assert 'id="du-kien-3"' in html
    assert 'href="#cho-3"' in html


def test_unread_paragraphs_are_listed(client, by):
    html = page(client, a_reading(by))

    assert "Chưa xếp vào phần nào" in html
    assert '<a href="#dong-7">Dòng 7</a> Một đoạn không thuộc phần nào.' in html


def test_opening_is_disabled_and_says_what_is_left(client, by):
    html = page(client, a_reading(by))

    assert "disabled" in html
    assert "Xác nhận phần “Căn cứ”." in html
    assert "Xem lại 1 cảnh báo." in html
    assert "Chọn cơ quan chủ trì tổ chức." in html


def test_only_stated_sections_without_warnings_are_confirmed_together(client, by):
    review = client.get(address(a_reading(by))).context["review"]

    assert [section.name for section in review.certain] == ["identity", "tasks", "quotas"]


def test_a_section_is_confirmed(client, by):
    reading = a_reading(by)
    answer = client.post(address(reading, "confirm"), {"version": 0, "section": "bases"})

    assert answer.url == address(reading) + "#phan-bases"
    reading.refresh_from_db()
    assert reading.confirmed == ["bases"]


def test_a_stale_confirmation_is_refused_with_a_message(client, by):
    reading = confirm_sections(a_reading(by), ["tasks"], version=0, by=by)
    back = {"HTTP_REFERER": "http://testserver" + address(reading)}
    data = {"version": 0, "section": "bases"}
    answer = client.post(address(reading, "confirm"), data, follow=True, **back)

    assert "Có người vừa sửa bản đọc này." in answer.content.decode()


def test_a_warning_is_settled_with_a_note(client, by):
    reading = a_reading(by)
    client.post(
        address(reading, "settle", 0), {"version": 0, "decision": "keep", "note": "Đã hỏi Hội."}
    )
    reading.refresh_from_db()

    assert reading.settled == {"0": "Giữ nguyên như kế hoạch: Đã hỏi Hội."}
    assert "Đã xem hết 1 cảnh báo" in page(client, reading)


def test_a_note_typed_too_late_is_kept(client, by):
    reading = confirm_sections(a_reading(by), ["tasks"], version=0, by=by)
    data = {"version": 0, "decision": "keep", "note": "Đã hỏi Hội."}
    answer = client.post(address(reading, "settle", 0), data)

    assert answer.status_code == 409
    assert "Có người vừa sửa bản đọc này." in answer.content.decode()
    assert "Đã hỏi Hội.</textarea>" in answer.content.decode()


def test_a_confirmed_reading_opens_its_conference(client, by):
    reading = settled(a_reading(by, roles=roles_of(by)), by)
    assert "Mở hội nghị từ kế hoạch này?" in page(client, reading)

    answer = client.post(address(reading, "open"), follow=True)
    conference = Conference.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("overview:conference", args=[conference.slug])
    assert "Đã mở hội nghị" in answer.content.decode()


def test_an_unconfirmed_reading_does_not_open(client, by):
    reading = a_reading(by)
    back = {"HTTP_REFERER": "http://testserver" + address(reading)}
    answer = client.post(address(reading, "open"), follow=True, **back)

    assert "Chưa mở được hội nghị." in answer.content.decode()
    assert not Conference.objects.exists()


def test_an_opened_reading_is_only_looked_at(client, by):
    reading = settled(a_reading(by, roles=roles_of(by)), by)
    client.post(address(reading, "open"))
    html = page(client, reading)

    assert "Đến hội nghị" in html
    assert "data-confirm-facts" not in html
    assert client.get(address(reading, "section", "tasks")).status_code == 404


def test_a_reading_is_put_aside(client, by):
    reading = a_reading(by)
    answer = client.post(address(reading, "discard"), follow=True)

    assert "Đã bỏ bản đọc" in answer.content.decode()
    assert "Xác nhận là không có" not in page(client, reading)


def test_a_reader_of_the_agency_sees_no_buttons(client, by):
    reading = a_reading(by)
    client.force_login(an_official(by.agency, Right.READER))
    html = page(client, reading)

    assert "data-confirm-facts" not in html
    assert "Giữ nguyên như kế hoạch" not in html
    assert client.get(address(reading, "section", "tasks")).status_code == 403


@pytest.mark.parametrize("name", ["review", "source_file"])
def test_another_agency_finds_nothing(client, by, name):
    reading = a_reading(by)
    client.force_login(an_official(an_agency("Sở Tư pháp")))

    assert client.get(address(reading, name)).status_code == 404


def test_the_file_comes_back_as_it_was(client, by):
    answer = client.get(address(a_reading(by), "source_file"))

    assert b"".join(answer.streaming_content) == b"van ban"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ke-hoach.txt"'


def test_a_conference_by_hand_has_no_file(client, by):
    reading = a_reading(by, source={"filename": "", "data": None, "lines": ()})

    assert client.get(address(reading, "source_file")).status_code == 404
    assert "Văn bản gốc" not in page(client, reading)


def queries_of(client, reading):
    with CaptureQueriesContext(connection) as queries:
        client.get(address(reading))
    return len(queries)


def test_more_warnings_cost_no_more_queries(client, by):
    warnings = [{"code": "no_day", "message": f"Chỗ {n}.", "places": []} for n in range(3)]

    assert queries_of(client, a_reading(by)) == queries_of(client, a_reading(by, warnings=warnings))
