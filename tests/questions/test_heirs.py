"""Whoever holds a field on the day of a conference is proposed, also after 2025."""

from datetime import date

import pytest

from doithoai.directory.actions import load_agencies
from doithoai.matching.agencies import propose
from doithoai.questions.models import LexiconEntry
from doithoai.questions.queries.engine import house_lexicon, routing_of
from tests.builders import a_conference, a_place, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    place = a_place("Cao Bằng", code="cao-bang")
    load_agencies(place, by=None)
    return place


def best(conference, text: str) -> str:
    lexicon = house_lexicon()
    routing = routing_of(conference, lexicon)
    proposals = propose(text, routing.mandates, routing.model, lexicon)
    return next(one.agency for one in proposals if one.agency in routing.agencies)


@pytest.mark.parametrize(
    "text, before, after",
    [
        (
            "Thủ tục hưởng trợ cấp thất nghiệp, việc làm",
            "so-lao-dong-thuong-binh-va-xa-hoi",
            "so-noi-vu-2025",
        ),
        (
            "Khi nào nâng cấp đường tỉnh, cầu tạm qua suối?",
            "so-giao-thong-van-tai",
            "so-xay-dung-2025",
        ),
        ("Đổi giấy phép lái xe ở đâu?", "so-giao-thong-van-tai", "cong-an-tinh-2025"),
        (
            "Cấp giấy chứng nhận quyền sử dụng đất chậm",
            "so-tai-nguyen-va-moi-truong",
            "so-nong-nghiep-va-moi-truong",
        ),
    ],
)
def test_an_abolished_agency_is_proposed_as_its_heir(place, text, before, after) -> None:
    assert best(a_conference(place=place, held_on=date(2024, 10, 24)), text) == before
    assert best(a_conference(place=place, held_on=date(2025, 10, 24)), text) == after


def test_a_phrase_of_the_house_speaks_for_its_agency(place) -> None:
    conference = a_conference(place=place, held_on=date(2024, 10, 24))
    text = "Bao giờ mở lại chợ phiên vùng cao?"
    LexiconEntry.objects.create(
        kind="agency",
        left="chợ phiên vùng cao",
        right="Sở Văn hóa, Thể thao và Du lịch",
        set_by=an_official(conference.host),
    )
    assert best(conference, text) == "so-van-hoa-the-thao-va-du-lich"
