"""The page of the notice as each hand meets it."""

import pytest
from django.test import Client

from doithoai.conclusions.models import Commitment, Notice, NoticePart
from doithoai.conclusions.states import NoticeState
from tests.builders import a_question, an_approver, an_official
from tests.builders_conclusions import a_held_conference, a_notice, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_held_conference()


def signed(person):
    client = Client()
    client.force_login(person)
    return client


def address(conference):
    return f"/hoi-nghi/{conference.slug}/ket-luan/"


def offered(client, conference):
    return [offer.name for offer in client.get(address(conference)).context["offers"]]


@pytest.mark.parametrize(
    "state, by_office, by_chair",
    [
        ("draft", ["trinh", "lay-them", "thoi-han"], []),
        ("submitted", ["thoi-han"], ["ky", "tra-lai"]),
        ("returned", ["trinh", "lay-them", "thoi-han"], []),
        ("signed", ["cong-bo", "thoi-han"], []),
        ("published", [], []),
    ],
)
def test_each_hand_is_offered_what_is_next(conference, state, by_office, by_chair):
    an_item(a_notice(conference, state))

    assert offered(signed(an_official(conference.office)), conference) == by_office
    assert offered(signed(an_approver(conference.chair)), conference) == by_chair


def test_the_whole_way_on_pages_ends_with_a_commitment(conference):
    a_question(conference, state="selected")
    office, chair = signed(an_official(conference.office)), signed(an_approver(conference.chair))
    office.post(f"{address(conference)}soan/")
    line = {"part": "assigned", "text": "Lắp máy lọc nước.", "due": "29/11/2024", "version": 0}
    agency = conference.participations.order_by("pk")[0].agency
    office.post(f"{address(conference)}muc/them/", {**line, "agency": agency.pk})
    office.post(address(conference), {"viec": "trinh", "version": 1})
    words = {"number": "310/TB-UBND", "signed_on": "4/10/2024", "signer_name": "Trần Văn Hai"}
    chair.post(address(conference), {"viec": "ky", "version": 2, **words})
    office.post(address(conference), {"viec": "cong-bo", "version": 3})

    assert Notice.objects.get().state == NoticeState.PUBLISHED
    assert Commitment.objects.get().text == "Lắp máy lọc nước."


def test_a_department_reads_nothing_of_the_draft(conference):
    an_item(a_notice(conference), text="Chưa ai được biết")
    agency = conference.participations.order_by("pk")[0].agency
    page = signed(an_official(agency)).get(address(conference)).content.decode()

    assert "Chưa ai được biết" not in page
    assert "đang được soạn" in page


def test_a_refused_line_keeps_what_was_typed(conference):
    a_notice(conference)
    client = signed(an_official(conference.office))
    line = {"part": "assigned", "text": "Làm đường.", "version": 0}
    response = client.post(f"{address(conference)}muc/them/", line)

    assert response.status_code == 409
    assert "Làm đường." in response.content.decode()
    assert "phải có cơ quan và hạn" in response.content.decode()


def test_an_unknown_question_is_told_at_its_field(conference):
    a_notice(conference)
    client = signed(an_official(conference.office))
    line = {"part": "raised", "text": "Nêu việc", "code": "C-99", "version": 0}
    response = client.post(f"{address(conference)}muc/them/", line)

    assert "code" in response.context["form"].errors


def test_a_proposal_shows_its_sentence_and_how_it_stands(conference):
    notice = a_notice(conference)
    an_item(notice, is_confirmed=False, text="Lắp 3 máy", source="Sở sẽ lắp 3 máy.")
    an_item(notice, NoticePart.RAISED, text="Nước sạch")
    page = signed(an_official(conference.office)).get(address(conference)).content.decode()

    assert "Đề xuất, chưa xác nhận" in page
    assert "Lấy từ câu trả lời: “Sở sẽ lắp 3 máy.”" in page
