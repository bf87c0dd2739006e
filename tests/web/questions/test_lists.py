"""Lists in two steps on their pages: sent, columns confirmed, looked through, taken."""

import csv
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.audit.models import Entry
from doithoai.questions.actions import read_rows, send_list, take_rows
from doithoai.questions.models import Question, ReceivedList, Submission
from doithoai.questions.rules import find_columns
from doithoai.reading.lists import open_list
from tests.builders import a_conference, a_question, an_official
from tests.builders_questions import LIST_HEAD, a_collection_point, a_list, a_list_file

pytestmark = pytest.mark.django_db
ROAD = (1, "Khi nào sửa đường ấp 3?", "Nguyễn Thị Mười", "Ấp 3", "0912345678", "x", "2/9/2024")
WATER = (2, "Gọi 0987654321 khi nào có nước?", "Trần Thị Tám", "Ấp 5", "0987654321", "", "")
BLANK = (3, "", "Lê Thị Chín", "", "", "", "")


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def official(conference):
    return an_official(conference.host)


@pytest.fixture
def client(official):
    browser = Client()
    browser.force_login(official)
    return browser


def address(conference, received=None):
    end = f"{received.pk}/" if received else ""
    return f"/hoi-nghi/{conference.slug}/cau-hoi/danh-sach/{end}"


def upload(client, conference, content, name="xa-phu-tan.xlsx", **more):
    data = {"sheet": SimpleUploadedFile(name, content), "channel": "commune", **more}
    return client.post(address(conference), data)


def press(client, conference, received, deed, **data):
    received.refresh_from_db()
    data = {"version": received.version, "viec": deed, **data}
    return client.post(address(conference, received), data)


def cells(response):
    page = openpyxl.load_workbook(io.BytesIO(response.content)).active
    return [list(row) for row in page.iter_rows(values_only=True)]


def test_a_list_goes_from_file_to_questions_in_three_steps(client, conference):
    point = a_collection_point(conference)
    sent = upload(client, conference, a_list_file([ROAD, WATER, BLANK]), point=point.pk)
    received = ReceivedList.objects.get()
    page = client.get(sent.url)
    assert page.context["form"]["text"].value() == "1"
    assert "Cột B: Ý kiến, kiến nghị" in page.content.decode()

    columns = {"head": "1", "text": "1", "sender_name": "2", "sender_unit": "3"}
    press(client, conference, received, "cot", **columns)
    assert "Đang đọc từng dòng" in client.get(sent.url).content.decode()
    read_rows(received.pk)
    assert client.get(sent.url).context["page"].paginator.count == 3

    data = {"dong": ["2", "3"], "nhan": ["2", "3"], "bo-loi": "on"}
    press(client, conference, received, "nhan", **data)
    assert "Đang nhận vào" in client.get(sent.url).content.decode()
    take_rows(received.pk)
    page = client.get(sent.url)
    assert all(one.code in page.content.decode() for one in Submission.objects.all())
    assert [one.channel for one in Submission.objects.all()] == ["commune"] * 2
    assert {one.collection_point for one in Submission.objects.all()} == {point}


def test_the_page_of_rows_masks_who_sent_and_what_they_let_slip(client, conference, official):
    received = a_list(conference, ROAD, WATER, by=official)
    page = client.get(address(conference, received)).content.decode()

    for secret in (ROAD[2], WATER[2], "0987654321", "0912345678"):
        assert secret not in page


def test_samples_for_the_columns_mask_the_same(client, conference):
    sent = upload(client, conference, a_list_file([ROAD, WATER]))
    page = client.get(sent.url).content.decode()

    for secret in (ROAD[2], "0987654321", "0912345678"):
        assert secret not in page


def test_a_duplicate_names_the_slip_it_is_like(client, conference, official):
    question = a_question(conference, sender={"text": ROAD[1], "sender_name": ROAD[2]})
    received = a_list(conference, (*ROAD[:3], "", "", "", ""), by=official)
    page = client.get(address(conference, received)).content.decode()

    assert conference.submissions.get().code in page
    assert f"/cau-hoi/{question.number}/" in page


def test_rows_are_filtered_by_verdict_and_shown_page_by_page(client, conference, official):
    rows = [(n, f"Khi nào sửa đường số {n}?") for n in range(60)]
    received = a_list(conference, *rows, BLANK, by=official)

    assert len(client.get(address(conference, received)).context["rows"]) == 50
    page = client.get(address(conference, received), {"trang": "2"})
    assert len(page.context["rows"]) == 11
    page = client.get(address(conference, received), {"la": "faulty"})
    assert [one.row.verdict for one in page.context["rows"]] == ["faulty"]


def test_more_rows_ask_the_database_no_more(
    client, conference, official, django_assert_num_queries
):
    for text in (ROAD, WATER):
        a_question(conference, sender={"text": text[1]})
    asked = [(*text[:2], "", "", "", "", "") for text in (ROAD, WATER)]
    few, more = a_list(conference, asked[0], by=official), a_list(conference, *asked, by=official)
    client.get(address(conference, few))
    with CaptureQueriesContext(connection) as queries:
        client.get(address(conference, few))
    with django_assert_num_queries(len(queries)):
        client.get(address(conference, more))


def test_marks_of_one_page_stay_while_another_is_looked_at(client, conference, official):
    received = a_list(conference, ROAD, WATER, by=official)
    press(client, conference, received, "danh-dau", dong=["2", "3"], nhan=["3"])

    assert list(received.rows.filter(is_wanted=True).values_list("number", flat=True)) == [3]


def test_faulty_rows_stop_the_taking_and_the_page_says_what_to_do(client, conference, official):
    received = a_list(conference, ROAD, BLANK, by=official)
    answer = press(client, conference, received, "nhan", dong=["2"], nhan=["2"])

    assert answer.status_code == 409
    assert "đánh dấu “Bỏ 1 dòng có lỗi, nhận các dòng còn lại”" in answer.content.decode()
    assert not Question.objects.exists()


def test_faulty_rows_come_back_whole_and_their_mended_sheet_is_taken(client, conference, official):
    wrong = (4, "Khi nào sửa cầu?", "Tám", "Ấp 5", "0987654321", "x", "31/9/2024")
    received = a_list(conference, ROAD, wrong, by=official)
    answer = client.post(f"{address(conference, received)}dong-co-loi/")

    head, row = cells(answer)
    assert head == [*LIST_HEAD, "Cần sửa"]
    assert row[:7] == ["4", *wrong[1:]]
    assert "không có ngày này" in row[7]
    assert Entry.objects.filter(verb="questions.show_faulty_rows", actor=official).exists()
    mended = a_list_file([[*row[:6], "2024-09-30", row[7]]], head)
    again = a_list(conference, by=official, content=mended)
    assert again.rows.get().values["phone"] == "0987654321"
    assert again.rows.get().values["day"] == "2024-09-30"


def test_a_column_an_official_named_is_recognised_when_it_comes_back(client, conference, official):
    file = a_list_file([("Đường hư", "tháng 9"), ("", "4")], ("Ghi nhận", "Lúc"))
    received = send_list(conference, file_name="a.xlsx", content=file, by=official)
    press(client, conference, received, "cot", head="1", text="0", day="1")
    read_rows(received.pk)
    answer = client.post(f"{address(conference, received)}dong-co-loi/")

    assert len(cells(answer)) == 3
    found = find_columns(open_list(answer.content, "x", most_rows=9).rows)
    assert dict(found.fields) == {"text": 0, "day": 1}


def test_the_template_is_read_back_with_every_column_known(client, conference):
    template = client.get(f"{address(conference)}mau-danh-sach.xlsx").content
    found = find_columns(open_list(template, "mau.xlsx", most_rows=50).rows)

    assert found.head == 4
    assert len(found.fields) == 9


def test_receipts_of_a_taken_list_go_back_to_who_sent_it(client, conference, official):
    received = a_list(conference, ROAD, by=official)
    press(client, conference, received, "nhan", dong=["2"], nhan=["2"])
    take_rows(received.pk)
    rows = cells(client.get(address(conference, received), {"xlsx": "1"}))

    assert rows[1] == [2, Submission.objects.get().code, ROAD[1], "Đã nhận"]


def test_formulas_of_a_list_stay_text_wherever_they_are_exported(client, conference, official):
    formulas = [
        "=1+1 là bao nhiêu",
        "+84912 gọi ai",
        "-2+3 thế nào",
        "@SUM(1;2) là gì",
        "\t=cmd|x là lệnh gì",
    ]
    file = "\n".join(["Nội dung", *(f'"{one}"' for one in formulas)]).encode()
    received = a_list(conference, content=file, by=official)
    press(client, conference, received, "nhan", dong=range(2, 9), nhan=range(2, 9))
    take_rows(received.pk)

    for response in (
        client.get(address(conference, received), {"xlsx": "1"}),
        client.get(f"/hoi-nghi/{conference.slug}/cau-hoi/", {"xlsx": "1"}),
    ):
        page = openpyxl.load_workbook(io.BytesIO(response.content)).active
        kinds = {cell.data_type for row in page.iter_rows() for cell in row}
        assert "f" not in kinds
        said = [cell for row in page.iter_rows() for cell in row if str(cell.value)[:1] in "=+-@"]
        assert [cell.quotePrefix for cell in said if cell.value] == [True] * 5
        assert formulas[0] in {cell.value for row in page.iter_rows() for cell in row}
    plain = client.get(address(conference, received), {"csv": "1"}).content.decode("utf-8-sig")
    said = [cell for row in csv.reader(io.StringIO(plain, newline="")) for cell in row]
    assert not [cell for cell in said if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert {f"'{formula.strip()}" for formula in formulas} <= {*said}


@pytest.mark.parametrize(
    "name, content, words",
    [
        ("a.xlsx", b"%PDF-1.7\n", "Chọn tệp Excel"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(99), "đời cũ"),
        ("a.xlsx", b"", "không có nội dung"),
    ],
)
def test_what_is_no_list_is_told_and_nothing_is_kept(client, conference, name, content, words):
    page = upload(client, conference, content, name)

    assert words in page.content.decode()
    assert not ReceivedList.objects.exists()


def test_one_column_is_one_thing_only(client, conference):
    upload(client, conference, a_list_file([ROAD]))
    received = ReceivedList.objects.get()
    page = press(client, conference, received, "cot", head="1", text="1", note="1")

    assert "Chọn cột khác" in page.content.decode()
    assert page.status_code == 200


def test_a_list_of_another_conference_is_not_found(client, conference, official):
    other = a_conference(host=official.agency)
    received = a_list(other, ROAD, by=official)

    assert client.get(address(conference, received)).status_code == 404


def test_what_no_page_sends_is_refused(client, conference, official):
    received = a_list(conference, ROAD, by=official)

    assert press(client, conference, received, "la-gi").status_code == 404
    assert press(client, conference, received, "bo", version="x").status_code == 409
    assert press(client, conference, received, "nhan", dong=["x"], nhan=["9" * 30]).status_code in {
        302,
        409,
    }


def test_a_file_without_a_column_of_questions_stops_before_its_rows_are_read(client, conference):
    file = a_list_file([(12, 45, "Nông dân"), (13, 36, "Công nhân")], ("Mã", "Tuổi", "Nghề nghiệp"))
    sent = upload(client, conference, file)
    page = client.get(sent.url)
    assert page.context["form"]["text"].value() is None
    assert "Không thấy cột nội dung" in page.content.decode()
    received = ReceivedList.objects.get()
    assert "Chọn cột có nội dung" in press(client, conference, received, "cot", head="1").text

    press(client, conference, received, "cot", head="0", text="2")
    read_rows(received.pk)
    rows = client.get(sent.url).context["rows"]
    assert len(rows) == 3
    assert not any(one.row.is_wanted for one in rows)
    assert all("Chỉ nhận khi đánh dấu" in one.notes[0] for one in rows)
