"""The seating editor as those see it who seat people, who confirm and who only look."""

import io

import openpyxl
import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.delegates.queries.seating import seated_by
from doithoai.directory.models import Right
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate
from tests.builders_seating import a_hall, seat_called, seated

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_hall()


@pytest.fixture
def host(client, conference):
    user = an_official(conference.host)
    client.force_login(user)
    return user


def address(conference, name="seating", query=""):
    return reverse(f"delegates:{name}", args=[conference.slug]) + query


def shown(client, conference, query="", name="seating"):
    return client.get(address(conference, name, query)).content.decode()


def send(client, conference, **data):
    return client.post(address(conference, "seat"), data)


def said(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_without_a_hall_one_click_makes_it(client):
    conference = a_conference(expected_delegates=150)
    client.force_login(an_official(conference.host))
    assert "Bố trí sẵn theo số đại biểu" in shown(client, conference)

    answer = client.post(address(conference, "start_layout"))
    assert answer.url == address(conference, "layout")
    assert "Hội trường có" in said(answer)
    assert "Sân khấu, màn hình" in shown(client, conference)


def test_everyone_without_a_seat_is_listed_with_a_proposal_and_its_reason(client, conference, host):
    a_delegate(conference, full_name="Lê Thị Hoa", rank=20)
    html = shown(client, conference)

    assert "Đề xuất: ghế A1-4. Theo thứ bậc: cấp ủy." in html
    assert "Xếp 1 người theo đề xuất" in html
    assert seated_by(conference) == {}


def test_a_proposal_is_taken_for_all_by_one_button(client, conference, host):
    one = a_delegate(conference)
    answer = client.post(address(conference, "propose_seats"), {"version": 0})

    assert said(answer) == "Đã xếp 1 người theo đề xuất."
    assert set(seated_by(conference)) == {one.pk}
    assert "Theo thứ bậc" in shown(client, conference, f"?ghe={one.seat.name}")


def test_a_stale_page_is_told(client, conference, host):
    a_delegate(conference)
    answer = client.post(
        address(conference, "propose_seats"),
        {"version": 7},
        headers={"referer": f"http://testserver{address(conference)}"},
    )
    assert "Có người vừa sửa sơ đồ" in said(answer)


def test_a_person_is_seated_moved_swapped_and_freed_without_scripts(client, conference, host):
    one, other = a_delegate(conference), seated(a_delegate(conference), "A2-2")
    send(client, conference, viec="xep", nguoi=one.pk, den="a1 1")
    send(client, conference, viec="chuyen", nguoi=one.pk, ghe="A1-1", den="A1-2")
    answer = send(client, conference, viec="doi", nguoi=one.pk, ghe="A1-2", den="A2-2")
    assert seated_by(conference) == {one.pk: "A2-2", other.pk: "A1-2"}
    assert answer.url == address(conference, query="?ghe=A2-2#ghe")

    send(client, conference, viec="bo", nguoi=one.pk, ghe="A2-2")
    assert seated_by(conference) == {other.pk: "A1-2"}


def test_a_seat_is_kept_spare_and_opened_again(client, conference, host):
    send(client, conference, viec="du-phong", ghe="A1-1")
    assert seat_called(conference, "A1-1").is_spare
    send(client, conference, viec="mo", ghe="A1-1")
    assert not seat_called(conference, "A1-1").is_spare


@pytest.mark.parametrize("typed", ["", "hàng đầu"])
def test_what_is_no_seat_is_told_with_an_example(client, conference, host, typed):
    answer = send(client, conference, viec="xep", nguoi=a_delegate(conference).pk, den=typed)

    assert said(answer) == "Ghi ghế theo mẫu A4-10: chữ của khối, số hàng, số ghế."


def test_a_delegate_of_another_conference_is_not_seated(client, conference, host):
    stranger = a_delegate(a_conference())

    assert send(client, conference, viec="xep", nguoi=stranger.pk, den="A1-1").status_code == 404
    assert send(client, conference, viec="pha", ghe="A1-1").status_code == 404


def test_a_protocol_fault_is_told_with_its_exchange(client, conference, host):
    seated(a_delegate(conference, rank=60, full_name="Trần Tám"), "A1-1")
    leader = seated(a_delegate(conference, rank=30, full_name="Lê Hoa"), "A2-1")
    html = shown(client, conference)
    assert "Lê Hoa (Hội đồng nhân dân) ở ghế A2-1, sau Trần Tám (sở, ngành) ở ghế A1-1." in html

    send(client, conference, viec="doi", nguoi=leader.pk, ghe="A2-1", den="A1-1")
    assert "Chưa đúng thứ bậc" not in shown(client, conference)


def test_the_host_confirms_and_the_page_says_who(client, conference, host):
    seated(a_delegate(conference), "A1-1")
    client.post(address(conference, "confirm_seating"), {"version": 0})
    html = shown(client, conference)

    assert "Đã xác nhận" in html
    assert str(host) in html
    assert ">Xác nhận sơ đồ<" not in html


def test_who_may_only_look_is_offered_nothing(client, conference):
    seated(a_delegate(conference), "A1-1")
    a_delegate(conference)
    client.force_login(an_official(conference.host, Right.READER))
    html = shown(client, conference, "?ghe=A1-1")

    assert "Ghế A1-1" in html
    for button in ("Chuyển đến ghế trống", "theo đề xuất<", "Sửa khối ghế", "Xác nhận sơ đồ"):
        assert button not in html


def test_the_table_is_filtered_sorted_and_goes_to_excel(client, conference, host):
    a_hall(conference)
    seated(a_delegate(conference, full_name="Lê Thị Yến"), "A1-1")
    seated(a_delegate(conference, full_name="Trần Văn An"), "B1-1")
    html = shown(client, conference, "?xep=ten", "seats")
    assert html.index("Trần Văn An") < html.index("Lê Thị Yến")
    assert "Trần Văn An" not in shown(client, conference, "?khoi=A", "seats")
    assert "Lê Thị Yến" not in shown(client, conference, "?tim=van an", "seats")

    answer = client.get(address(conference, "seats", "?xlsx=1&khoi=B"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[:5] for row in rows[1:]] == [("B", 1, 1, "B1-1", "Trần Văn An")]


def test_the_sheet_for_paper_has_every_name_by_row(client, conference, host):
    seated(a_delegate(conference, full_name="Lê Thị Yến"), "A2-1")
    html = shown(client, conference, name="seating_sheet")

    assert "<b>A2-1</b> Lê Thị Yến" in html


def test_more_people_cost_no_more_queries(client, conference, host):
    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(address(conference))
        return len(queries)

    seated(a_delegate(conference, agency=conference.host), "A1-1")
    a_delegate(conference, agency=conference.host)
    before = count()
    for name in ("A1-2", "A2-2"):
        seated(a_delegate(conference, agency=conference.host), name)
        a_delegate(conference, agency=conference.host)
    assert count() == before


def blocks(**over):
    row = {"letter": "A", "name": "Trước", "kind": "audience", "rows": 2, "seats_per_row": 6}
    row |= {"aisles": 1, "spare": 0, "position": 1}
    filled = {f"khoi-0-{name}": value for name, value in (row | over).items()}
    return {"version": 0, "khoi-TOTAL_FORMS": 1, "khoi-INITIAL_FORMS": 0, **filled}


def test_blocks_are_laid_as_typed(client, conference, host):
    answer = client.post(address(conference, "layout"), blocks(rows=3, letter="a", spare=2))

    assert said(answer) == "Hội trường có 18 ghế, trong đó 2 ghế dự phòng."
    assert [str(one) for one in conference.seat_blocks.all()] == ["Khối A, Trước"]


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ({"rows": ""}, "Ghi số hàng, từ 1 đến 60."),
        ({"name": ""}, "Đặt tên khối, ví dụ: Cấp tỉnh."),
        ({"letter": "Đ"}, "Đặt một hoặc hai chữ cái không dấu, ví dụ A."),
        ({"rows": 1}, "đang ngồi ghế A2-1, là ghế sắp bỏ"),
    ],
)
def test_a_wrong_block_is_told_and_typed_words_stay(client, conference, host, over, message):
    seated(a_delegate(conference), "A2-1")
    html = client.post(address(conference, "layout"), blocks(seats_per_row=11, **over))

    assert message in html.content.decode()
    assert 'value="11"' in html.content.decode()
    assert seat_called(conference, "A2-1").delegate
