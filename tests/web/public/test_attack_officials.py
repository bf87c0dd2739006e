"""Whatever an official types or uploads by mistake or on purpose: no 500, nothing typed lost."""

import io
import zipfile
from urllib.parse import quote

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from doithoai.questions.actions import read_rows
from doithoai.questions.models import ListRow, ReceivedList, Submission
from tests.builders import a_conference, an_official
from tests.web.public.test_attack import (
    DRAFT,
    ENCODED,
    LOOSE,
    ODD,
    PILE,
    SAMPLES,
    post,
    stands,
)

pytestmark = pytest.mark.django_db
ENTRY = ("token", "channel", "text", "sender_name", "sender_unit", "phone", "email")
SLIP = {"token": DRAFT, "channel": "paper", "text": "Xin hỏi lịch khám lưu động."}
HEAD = ["STT", "Nội dung câu hỏi, kiến nghị", "Họ và tên", "Số điện thoại"]


@pytest.fixture
def place():
    """A conference and a signed-in browser of its host."""
    conference = a_conference()
    browser = Client()
    browser.force_login(an_official(conference.host))
    return browser, f"/hoi-nghi/{conference.slug}/cau-hoi/"


def a_sheet(rows):
    book = openpyxl.Workbook()
    for at, row in enumerate([HEAD, *rows], start=1):
        for column, words in enumerate(row, start=1):
            book.active.cell(at, column).value = words
            book.active.cell(at, column).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_zip(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def upload(place, content, name="danh-sach.xlsx", **over):
    browser, address = place
    data = {"sheet": SimpleUploadedFile(name, content), "channel": "commune", **over}
    return stands(browser.post(f"{address}danh-sach/", data))


@LOOSE
@given(pairs=st.lists(st.tuples(st.sampled_from(ENTRY), ODD), max_size=8))
def test_any_words_in_a_slip_are_answered(place, pairs):
    browser, address = place
    whole = {**SLIP, **dict(pairs)}
    response = stands(post(browser, f"{address}nhap/", list(whole.items())))

    if response.status_code in {200, 409}:
        form = response.context["form"]
        kept = whole["text"].encode(errors="surrogatepass").decode(errors="replace")
        assert form.data["text"] == kept


def test_a_megabyte_of_marks_in_a_slip_is_told_and_kept_on_the_page(place):
    browser, address = place
    body = f"token={DRAFT}&channel=paper&text={PILE}"
    page = stands(browser.post(f"{address}nhap/", body, content_type=ENCODED))

    assert page.context["form"].has_error("text", "max_length")
    assert quote(page.context["form"]["text"].value()) == PILE
    assert not Submission.objects.exists()


@pytest.mark.parametrize("name", ["tim", "noi-dung", "cach-gui", "xep", "trang", "trang-thai"])
@pytest.mark.parametrize("typed", SAMPLES)
def test_any_filter_of_the_list_is_answered(place, name, typed):
    browser, address = place
    query = f"{name}={quote(typed.encode(errors='surrogatepass'))}"

    stands(browser.get(address, query_string=query))


@pytest.mark.parametrize(
    "name", ["x.xlsx", "x.csv", "x.docx", "x.txt", "x", "../x.xlsx", "\u202ex"]
)
@pytest.mark.parametrize(
    "content",
    [
        b"\0" * 50,
        b"PK\x03\x04 broken",
        b"GIF89a;<script>alert(1)</script>",
        "a\u0301\u0323".encode() * 20_000,
        b"\xff\xfe" + "STT;Nội dung\n1;=cmd|' /C calc'!A0\n".encode("utf-16-le"),
        b'"' * 5_000,
        (b"x;" * 3_000 + b"\n") * 2,
        a_zip(xl__workbook=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
        a_zip(**{"word__document.xml": b"<w>" * 2_000}),
    ],
    ids=range(9),
)
def test_any_file_for_a_list_is_told_or_taken(place, name, content):
    upload(place, content, name)


@pytest.mark.parametrize(
    "over",
    [
        {"channel": "web"},
        {"channel": ""},
        {"point": "9" * 30},
        {"sheet": "chữ"},
        {"point": "\udc00"},
    ],
)
def test_wrong_choices_with_a_list_are_told(place, over):
    browser, address = place
    data = {"sheet": SimpleUploadedFile("x.csv", b"a;b\n1;2"), "channel": "commune"}
    over = {name: typed.encode(errors="surrogatepass") for name, typed in over.items()}

    assert stands(browser.post(f"{address}danh-sach/", {**data, **over})).status_code == 200
    assert not ReceivedList.objects.exists()


def test_odd_cells_are_read_as_they_stand(place):
    odd = ["a\u0301\u0323" * 5_000, "=1+1", "@SUM(1)", "\u202eơi iờrt", "x" * 30_000, "%_%"]
    upload(place, a_sheet([str(n), words, words[:200], words[:60]] for n, words in enumerate(odd)))
    received = ReceivedList.objects.get()
    browser, address = place
    chosen = {"viec": "cot", "version": received.version, "head": 1, "text": 1, "sender_name": 2}
    stands(browser.post(f"{address}danh-sach/{received.pk}/", chosen))
    read_rows(received.pk)

    assert ListRow.objects.filter(received_list=received).count() == len(odd)
    stands(browser.get(f"{address}danh-sach/{received.pk}/"))
