"""The compiled table as a workbook."""

import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from doithoai.audit import clock
from doithoai.questions.actions import split
from tests.builders import a_conference, a_question, a_topic, an_agency, an_official

pytestmark = pytest.mark.django_db


def book_of(conference):
    client = Client()
    client.force_login(an_official(conference.host))
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/gui-van-phong/tong-hop.xlsx"
    return load_workbook(io.BytesIO(client.get(address).content))


def rows(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_it_sums_by_topic_and_by_agency_and_tells_every_question():
    conference = a_conference()
    topic, lead = a_topic(conference, "Việc làm"), an_agency("Sở Nội vụ")
    a_question(conference, state="selected", topic=topic, lead=lead)
    a_question(conference)
    book = book_of(conference)

    assert book.sheetnames == ["Theo nội dung", "Theo cơ quan", "Chi tiết", "Ngoài bảng"]
    assert rows(book["Theo nội dung"])[1:] == [
        ("Việc làm", 1, 1, 1),
        ("Chưa phân loại", 1, 1, 1),
        ("Tổng cộng", 2, 2, 2),
    ]
    assert [row[0] for row in rows(book["Theo cơ quan"])] == [
        "Cơ quan trả lời",
        lead.name,
        "Chưa chọn cơ quan",
        "Tổng cộng",
    ]
    assert [row[1] for row in rows(book["Chi tiết"])[1:]] == ["C-001", "C-002"]


def test_a_formula_in_a_question_stays_text_and_a_phone_is_masked():
    conference = a_conference()
    a_question(conference, wording="=HYPERLINK(1) gọi 0912345678")
    cell = book_of(conference)["Chi tiết"]["D2"]

    assert cell.data_type == "s"
    assert cell.value == "=HYPERLINK(1) gọi 09•• ••• •78"


def test_the_figures_page_draws_all_five_and_gives_them_as_a_workbook():
    conference = a_conference()
    client = Client()
    client.force_login(an_official(conference.host))
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/so-lieu/"
    assert "Chưa có ý kiến nào" in client.get(address).content.decode()
    a_question(conference, topic=a_topic(conference, "Việc làm"))

    page = client.get(address).content.decode()
    assert "Theo nội dung của kế hoạch: nhiều nhất 1. Việc làm, 1 phiếu" in page
    assert len(load_workbook(io.BytesIO(client.get(f"{address}?xlsx=1").content)).sheetnames) == 5


def test_the_column_of_slips_is_explained_where_it_does_not_add_up():
    conference = a_conference()
    two = "Khi nào có nước sạch? Khi nào làm đường?"
    question = a_question(conference, sender={"text": two})
    cut = two.index(" Khi") + 1
    split(question.parts.get(), cuts=[cut], version=0, by=an_official(conference.host))
    a_question(conference, state="withdrawn", sender={"withdrawn_at": clock.now()})
    book = book_of(conference)

    assert rows(book["Theo nội dung"])[-1][-1] == 2
    ((count, words),) = [row for row in rows(book["Ngoài bảng"]) if "nhiều việc" in str(row[1])]
    assert count == 1
    assert "cộng lại là 02: 02 phiếu, trừ 01 phiếu" in words
    assert "thêm 01 lượt vì 01 phiếu có nhiều việc" in words


def test_a_chart_says_who_ties_and_how_many_are_not_known():
    conference = a_conference()
    client = Client()
    client.force_login(an_official(conference.host))
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/so-lieu/"
    for name in ("Sở A", "Sở B"):
        a_question(conference, lead=an_agency(name))
    a_question(conference)
    told = "nhiều nhất Sở A, Sở B, mỗi cơ quan 1 phiếu; 1 phiếu chưa chọn cơ quan"
    assert told in client.get(address).content.decode()
    for name in ("Sở C", "Sở D"):
        a_question(conference, lead=an_agency(name))

    assert "nhiều nhất 4 cơ quan, mỗi cơ quan 1 phiếu" in client.get(address).content.decode()


def test_what_nobody_has_sorted_stands_last_after_what_belongs_to_no_topic():
    conference = a_conference()
    a_question(conference)
    a_question(conference, state="selected")

    names = [row[0] for row in rows(book_of(conference)["Theo nội dung"])[1:]]
    assert names == ["Nội dung khác", "Chưa phân loại", "Tổng cộng"]
