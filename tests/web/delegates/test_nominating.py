"""An agency names people on its page, one by one or from Excel in two steps."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.delegates.models import Delegate
from tests.builders import an_agency, an_official
from tests.builders_delegates import a_delegate, a_line, an_allocation

pytestmark = pytest.mark.django_db
HEAD = ["Họ và tên", "Chức vụ", "Số điện thoại"]
LAN, BE = ["Nguyễn Thị Lan", "Giám đốc", "0912345678"], ["Trần Văn Bé", "Phó Giám đốc", ""]


@pytest.fixture
def share(client):
    share = an_allocation(seats=2, note="Ưu tiên nữ.")
    client.force_login(an_official(share.agency))
    return share


def at(share, name):
    return reverse(f"delegates:{name}", args=[share.quota_line.conference.slug, share.pk])


def workbook(*rows):
    content = io.BytesIO()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def upload(client, share, data, name="danh-sach.xlsx"):
    sent = {"sheet": SimpleUploadedFile(name, data)}
    return client.post(at(share, "upload"), sent)


def outcomes(answer):
    return [row.outcome for row in answer.context["preview"].rows]


def test_an_agency_finds_its_seats_with_the_day_and_the_words(client, share):
    an_allocation(share.quota_line, an_agency("Sở Công Thương"))
    address = reverse("delegates:nominate", args=[share.quota_line.conference.slug])
    html = client.get(address).content.decode()

    assert "Ưu tiên nữ." in html
    assert at(share, "nominations") in html
    assert "Công Thương" not in html


def test_one_person_is_named_and_waits(client, share):
    sent = {"full_name": "Nguyễn Thị Lan", "post": "Giám đốc", "phone": "0912 345 678"}
    html = client.post(at(share, "nominations"), sent, follow=True).content.decode()

    assert "Đã cử Nguyễn Thị Lan. Chờ cơ quan chủ trì chấp thuận." in html
    assert Delegate.objects.get().phone == "0912345678"
    assert "0912345678" not in html


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, share):
    html = client.post(at(share, "nominations"), {"phone": "123"}).content.decode()
    assert "Nhập số điện thoại có 10 chữ số." in html
    lan = a_delegate(allocation=share)
    sent = {"full_name": lan.full_name, "organisation": lan.organisation}
    answer = client.post(at(share, "nominations"), sent)

    assert answer.status_code == 409
    assert "đã có trong danh sách" in answer.content.decode()
    assert lan.full_name in answer.content.decode()


def test_when_all_seats_are_filled_there_is_no_form(client, share):
    a_delegate(allocation=share)
    a_delegate(allocation=share)
    html = client.get(at(share, "nominations")).content.decode()

    assert "Đã cử đủ số." in html
    assert "Nhập từ Excel" not in html


def test_the_template_comes_back_filled_in(client, share):
    book = openpyxl.load_workbook(io.BytesIO(client.get(at(share, "template")).content))
    page = book.active
    page["B5"], page["E5"] = "Nguyễn Thị Lan", "0912345678"
    content = io.BytesIO()
    book.save(content)
    answer = upload(client, share, content.getvalue())

    assert outcomes(answer) == ["new"]


def test_a_good_list_is_shown_first_and_written_after(client, share):
    answer = upload(client, share, workbook(HEAD, LAN, BE))
    assert "Ghi 2 đại biểu" in answer.content.decode()
    assert not Delegate.objects.exists()
    kept = {"danh-sach": answer.context["kept"]}
    done = client.post(at(share, "commit"), kept, follow=True)

    assert "Đã ghi 2 đại biểu." in done.content.decode()
    assert set(Delegate.objects.values_list("full_name", flat=True)) == {LAN[0], BE[0]}


def test_the_same_list_twice_adds_nothing(client, share):
    kept = {"danh-sach": upload(client, share, workbook(HEAD, LAN)).context["kept"]}
    client.post(at(share, "commit"), kept)
    again = client.post(at(share, "commit"), kept, follow=True).content.decode()

    assert "Đã ghi 0 đại biểu. 1 người đã có trong danh sách." in again
    answer = upload(client, share, workbook(HEAD, LAN))
    assert outcomes(answer) == ["known"]
    assert "Không có gì để ghi." in answer.content.decode()


def test_shuffled_columns_under_other_names_are_read(client, share):
    rows = [["DANH SÁCH"], ["SĐT", "Đơn vị", "Họ tên"], ["0912345678", "Phòng A", "Lê Thị Hoa"]]
    (row,) = upload(client, share, workbook(*rows)).context["preview"].rows

    assert (row.row.person.full_name, row.row.person.organisation) == ("Lê Thị Hoa", "Phòng A")


def test_bad_rows_stop_the_whole_list_and_say_what_to_do(client, share):
    a_delegate(allocation=share, full_name=LAN[0], organisation=share.agency.name)
    answer = upload(client, share, workbook(HEAD, LAN, ["Bé 2", "", "12"], BE, BE))
    html = answer.content.decode()

    assert outcomes(answer) == ["known", "wrong", "new", "known"]
    assert "Sửa 1 dòng trong tệp rồi tải lên lại." in html
    assert "Trùng dòng 4, sẽ bỏ qua." in html
    assert answer.context["kept"] == ""


def test_more_people_than_seats_are_refused_before_anything_is_written(client, share):
    answer = upload(client, share, workbook(HEAD, LAN, BE, ["Lê Thị Hoa", "", ""]))

    assert "Còn 2 chỗ, danh sách thêm 3 người." in answer.content.decode()
    assert answer.context["kept"] == ""


@pytest.mark.parametrize(
    "data, words",
    [
        (b"Nguy\xe1\xbb\x85n Th\xe1\xbb\x8b Lan", "Không đọc được tệp này."),
        (b"PK\x03\x04" + b"\0" * 40, "Không đọc được tệp này."),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "Excel đời cũ"),
        (workbook(["Mặt hàng", "Giá"], ["Ghế", 5]), "Không thấy cột"),
        (workbook(HEAD), "Bảng chưa có dòng nào."),
    ],
)
def test_a_wrong_file_is_told_in_words(client, share, data, words):
    answer = upload(client, share, data)

    assert answer.status_code == 409
    assert words in answer.content.decode()


def test_nothing_is_written_from_a_preview_of_another_or_a_changed_one(client, share):
    kept = upload(client, share, workbook(HEAD, LAN)).context["kept"]
    other = an_allocation(a_line(share.quota_line.conference), share.agency)
    for address, text in ((at(other, "commit"), kept), (at(share, "commit"), kept[:-1])):
        answer = client.post(address, {"danh-sach": text})
        assert "Tải tệp lên lại" in answer.content.decode()
    assert not Delegate.objects.exists()


def test_more_shares_cost_no_more_queries(client, share):
    address = reverse("delegates:nominate", args=[share.quota_line.conference.slug])

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    before = cost()
    for _ in range(2):
        a_delegate(allocation=an_allocation(a_line(share.quota_line.conference), share.agency))
    assert cost() == before
