"""Lines of the seats table on their pages: added, allocated after their words, corrected."""

import pytest
from django.urls import reverse

from doithoai.delegates.models import Allocation, QuotaLine
from tests.builders import a_conference, an_agency, an_official
from tests.builders_delegates import a_delegate, a_line, an_allocation

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(client):
    conference = a_conference()
    client.force_login(an_official(conference.host))
    return a_line(conference, name="Lãnh đạo các sở: Công Thương; Du lịch", seats=2)


def page(line):
    return reverse("delegates:line", args=[line.conference.slug, line.pk])


def quotas(line):
    return reverse("delegates:quotas", args=[line.conference.slug])


def test_the_agencies_a_line_names_are_proposed_and_confirmed_at_once(client, line):
    trade = an_agency("Sở Công Thương")
    html = client.get(page(line)).content.decode()
    sent = {"viec": "de-xuat", "agencies": [trade.pk], "due": "15/10/2024", "note": "Cử nữ."}
    answer = client.post(page(line), sent, follow=True)

    assert "Sở Công Thương: 1" in html
    assert "Du lịch. Chọn cơ quan tương ứng" in html
    assert "Đã phân bổ cho 1 cơ quan." in answer.content.decode()
    share = Allocation.objects.get()
    assert (share.agency, share.seats, share.note) == (trade, 1, "Cử nữ.")


def test_over_allocation_is_told_on_both_pages(client, line):
    sent = {"viec": "mot", "agency": an_agency("Sở Công Thương").pk, "seats": "3"}
    client.post(page(line), sent)

    assert "đã phân bổ 3" in client.get(page(line)).content.decode()
    assert "Phân bổ quá số." in client.get(quotas(line)).content.decode()


def test_a_refused_share_keeps_what_was_typed(client, line):
    share = an_allocation(line)
    sent = {"viec": "mot", "agency": share.agency_id, "seats": "7", "note": "Lời dặn còn đây"}
    answer = client.post(page(line), sent)

    assert answer.status_code == 409
    assert "đã được phân bổ ở dòng này" in answer.content.decode()
    assert "Lời dặn còn đây" in answer.content.decode()


def test_a_line_is_corrected_and_a_row_added_to_its_section(client, line):
    client.post(
        page(line), {"viec": "sua", "no": "1", "name": "Lãnh đạo", "seats": "4", "version": 0}
    )
    address = reverse("delegates:add_line", args=[line.conference.slug])
    client.post(address, {"parent": line.pk, "name": "Báo chí", "seats": ""})

    assert list(QuotaLine.objects.values_list("name", "seats", "parent")) == [
        ("Lãnh đạo", 4, None),
        ("Báo chí", None, line.pk),
    ]


def test_a_line_without_words_is_told_what_to_write(client, line):
    address = reverse("delegates:add_line", args=[line.conference.slug])
    html = client.post(address, {"name": " ", "seats": "nhiều"}).content.decode()

    assert "Ghi thành phần đại biểu của dòng này." in html
    assert "Nhập số đại biểu, ví dụ 18." in html


def test_a_line_in_use_is_kept_with_the_reason(client, line):
    an_allocation(line)
    address = reverse("delegates:remove_line", args=[line.conference.slug, line.pk])
    answer = client.post(address, HTTP_REFERER=f"http://testserver{page(line)}", follow=True)

    assert "Bỏ phần phân bổ trước" in answer.content.decode()
    assert QuotaLine.objects.exists()


def test_seats_of_an_agency_are_changed_and_taken_back(client, line):
    share = an_allocation(line)
    key = [line.conference.slug, share.pk]
    client.post(reverse("delegates:allocation", args=key), {"seats": "1", "due": "", "version": 0})
    share.refresh_from_db()
    assert (share.seats, share.due) == (1, None)
    client.post(reverse("delegates:take_back", args=key))
    assert not Allocation.objects.exists()


def test_everybody_sees_how_far_agencies_are_and_only_organisers_may_change(client, line):
    share = an_allocation(line, seats=2)
    a_delegate(allocation=share, state="accepted")
    client.force_login(an_official(share.agency))
    html = client.get(quotas(line)).content.decode()

    assert "1/2" in html
    assert "Thêm dòng" not in html
    assert page(line) not in html
