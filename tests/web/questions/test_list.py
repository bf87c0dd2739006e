"""The officials' list of questions: filtered, counted, searched, taken to Excel."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.directory.models import Right
from doithoai.questions.actions import merge
from doithoai.questions.models import Channel
from doithoai.questions.queries import questions_of
from doithoai.questions.states import QuestionState
from doithoai.web.questions import listing
from tests.builders import a_question, a_submission, a_topic, an_official

pytestmark = pytest.mark.django_db
PHONE = "0912345678"
LATE = "Gửi sau hạn</span>"


def address(conference):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/"


def listed(client, conference, query=None):
    rows = client.get(address(conference), query or {}).context["rows"]
    return [row.question.number for row in rows]


def test_questions_are_told_apart_by_state_with_true_counts(host, conference):
    for state in ("received", "received", "selected", "set_aside"):
        a_question(conference, state=state)
    page = host.get(address(conference), {"trang-thai": "received"})

    assert [row.question.number for row in page.context["rows"]] == [1, 2]
    assert [(c.label, c.count) for c in page.context["chips"]] == [
        ("Mới nhận", 2),
        ("Đã chọn", 1),
        ("Để ngoài", 1),
        ("Đã chuyển", 0),
        ("Đã trả lời", 0),
    ]


def test_a_pressed_filter_leads_back_and_the_others_keep_the_search(host, conference):
    page = host.get(address(conference), {"trang-thai": "received", "tim": "nước", "trang": "2"})
    pressed, other = page.context["chips"][:2]

    assert pressed.pressed
    assert parse_qs(urlsplit(pressed.url).query) == {"tim": ["nước"]}
    assert parse_qs(urlsplit(other.url).query) == {"tim": ["nước"], "trang-thai": ["selected"]}


def test_the_search_form_keeps_the_chosen_state(host, conference):
    page = host.get(address(conference), {"trang-thai": "received"}).content.decode()

    assert '<input type="hidden" name="trang-thai" value="received">' in page


def test_topic_channel_and_words_narrow_the_list(host, conference):
    topic = a_topic(conference)
    a_question(conference, topic=topic, wording="Giá điện nhà trọ?")
    a_question(conference, wording="Đường ấp 3", sender={"channel": Channel.PAPER})

    assert listed(host, conference, {"noi-dung": "1"}) == [1]
    assert listed(host, conference, {"cach-gui": "paper"}) == [2]
    assert listed(host, conference, {"tim": "gia dien"}) == [1]
    assert listed(host, conference, {"tim": "C-002"}) == [2]


def test_a_receipt_code_finds_its_question(host, conference):
    a_question(conference)
    code = a_question(conference).parts.get().submission.code

    assert listed(host, conference, {"tim": code.lower().replace("-", "")}) == [2]


def test_the_newest_or_the_most_asked_may_come_first(host, conference):
    for _ in range(3):
        a_question(conference)
    second = conference.questions.get(number=2)
    second.parts.create(submission=a_submission(conference), text="Cũng hỏi vậy", end=12)

    assert listed(host, conference, {"xep": "nhieu"}) == [2, 1, 3]
    assert listed(host, conference, {"xep": "moi"}) == [3, 2, 1]


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 40, "9" * 5000, "²"])
def test_a_broken_filter_breaks_nothing(host, conference, odd):
    a_question(conference)
    names = ("trang-thai", "noi-dung", "cach-gui", "xep", "trang")

    assert host.get(address(conference), dict.fromkeys(names, odd)).status_code == 200


def test_numbers_in_a_question_are_masked_and_not_searched(host, conference):
    a_question(conference, wording=f"Gọi {PHONE} về nước sạch")
    page = host.get(address(conference)).content.decode()

    assert "Gọi 09•• ••• •78 về nước sạch" in page
    assert PHONE not in page
    assert listed(host, conference, {"tim": PHONE}) == []


def test_twenty_five_stand_on_a_page(host, conference):
    for _ in range(26):
        a_question(conference)

    assert len(listed(host, conference)) == 25
    assert listed(host, conference, {"trang": "2"}) == [26]


def test_more_questions_need_no_more_queries(host, conference):
    topic = a_topic(conference)
    a_question(conference, topic=topic)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            host.get(address(conference))
        counts.append(len(asked))
        a_question(conference, topic=topic), a_question(conference)

    assert counts[0] == counts[1]


def test_excel_has_what_is_filtered_and_no_contact(host, conference):
    sender = {"sender_name": "Lê Thị Tám", "phone": PHONE, "consents_contact": True}
    a_question(conference, wording=f"=Gọi {PHONE}", sender=sender)
    a_question(conference, state="selected")
    response = host.get(address(conference), {"trang-thai": "received", "xlsx": "1"})
    sheet = load_workbook(io.BytesIO(response.content)).active

    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert sheet.max_row == 2
    assert "=Gọi 09•• ••• •78" in cells
    assert not {"Lê Thị Tám", PHONE} & set(cells)


def test_csv_has_what_is_filtered_masked_and_no_formula(host, conference):
    a_question(conference, wording=f"=Gọi {PHONE}\nvà", sender={"sender_name": "Lê Thị Tám"})
    a_question(conference, state="selected")
    response = host.get(address(conference), {"trang-thai": "received", "csv": "1"})
    text = response.content.decode()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeff")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].endswith('.csv"')
    assert len(rows) == 1
    assert "'=Gọi 09•• ••• •78\nvà" in rows[0].values()
    assert "Lê Thị Tám" not in text


@pytest.mark.parametrize("page", ["", "hoi-truong/", "khong-bo-sot/"])
def test_every_list_is_to_be_had_as_excel_and_as_csv(host, conference, page):
    a_question(conference, state="selected", hall_position=1)
    shown = host.get(f"{address(conference)}{page}").content.decode()
    as_csv, as_excel = (
        host.get(f"{address(conference)}{page}", {kind: "1"}).content for kind in ("csv", "xlsx")
    )
    head, *rows = csv.reader(io.StringIO(as_csv.decode("utf-8-sig")))
    sheet = load_workbook(io.BytesIO(as_excel)).active

    assert "csv=1" in shown
    assert head == [cell.value for cell in sheet[1]]
    assert len(rows) == sheet.max_row - 1


@pytest.mark.parametrize(
    "role, right, may",
    [
        ("host", Right.DRAFTER, True),
        ("office", Right.APPROVER, True),
        ("chair", Right.APPROVER, False),
        ("host", Right.READER, False),
    ],
)
def test_typing_in_is_offered_to_those_who_may(conference, role, right, may):
    client = Client()
    client.force_login(an_official(getattr(conference, role), right))

    assert ("Nhập phiếu" in client.get(address(conference)).content.decode()) == may


def test_a_department_sees_no_list(conference):
    client = Client()
    client.force_login(an_official(conference.participations.first().agency))

    assert client.get(address(conference)).status_code == 404


def test_nothing_yet_is_said_in_words(host, conference):
    assert "Chưa có câu hỏi, kiến nghị nào" in host.get(address(conference)).content.decode()
    page = host.get(address(conference), {"tim": "xyz"}).content.decode()
    assert "Không có câu nào khớp" in page


def test_a_reason_is_masked_in_list_page_and_sheet(conference, host):
    reason = "Đã trả lời ông Trần Văn Tư, số 0912 345 678."
    question = a_question(conference, state=QuestionState.SET_ASIDE, reason=reason)
    sheet = next(listing.rows(questions_of(conference)))
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/"

    for words in (
        host.get(address).text,
        host.get(f"{address}{question.number}/").text,
        sheet[-1],
    ):
        assert "ông T•••, số 09•• ••• •78" in words
        assert "345 678" not in words


def test_late_ones_are_marked_in_every_list_and_can_be_had_alone(host, conference):
    a_question(conference, "selected")
    a_question(conference, "selected", sender={"is_late": True})
    a_question(conference, "selected", sender={"is_late": True}, hall_position=1)
    everywhere = host.get(address(conference)).content.decode()
    hall = host.get(f"{address(conference)}hoi-truong/").content.decode()

    assert listed(host, conference, {"han": "sau"}) == [2, 3]
    assert everywhere.count(LATE) == hall.count(LATE) == 2


def test_a_merged_question_is_found_by_its_code_in_the_one_that_holds_it(host, conference):
    holder, merged = a_question(conference), a_question(conference)
    by = an_official(conference.host)
    merge([merged], into=holder, versions={holder.pk: 0, merged.pk: 0}, by=by)
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/?tim=C-002"

    page = host.get(address).content.decode()
    assert "C-002 đã gộp vào" in page
    assert f"/cau-hoi/{holder.number}/" in page


def test_what_nobody_has_decided_stands_first_and_sorting_it_is_the_one_primary(host, conference):
    for state in ("selected", "received", "selected", "received"):
        a_question(conference, state)
    page = host.get(address(conference)).content.decode()

    assert listed(host, conference) == [2, 4, 1, 3]
    assert listed(host, conference, {"xep": "so"}) == [1, 2, 3, 4]
    assert page.count("button-primary") == 1
    assert "Phân loại 2 câu mới" in page


def test_long_lists_for_the_hall_and_of_the_unanswered_come_by_pages(host, conference):
    for _ in range(17):
        a_question(conference, "selected")
    hall = host.get(f"{address(conference)}hoi-truong/", {"trang": "2"})
    open_ones = host.get(f"{address(conference)}khong-bo-sot/")

    assert len(hall.context["others"]) == 5
    assert hall.context["undecided"] == 17
    assert len(open_ones.context["rows"]) == 15
