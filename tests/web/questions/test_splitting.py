"""Cutting one slip into several matters."""

import pytest
from django.test import Client

from doithoai.questions.models import Suggestion
from tests.builders import a_conference, a_question, an_official

pytestmark = pytest.mark.django_db
TEXT = "Kính gửi Hội. Thứ nhất, khi nào xã có nước? Thứ hai, khi nào có đường?"


@pytest.fixture
def part():
    conference = a_conference()
    question = a_question(conference, wording=TEXT, sender={"text": TEXT})
    return question.parts.get()


@pytest.fixture
def host(part):
    client = Client()
    client.force_login(an_official(part.question.conference.host))
    return client


def address(part):
    slug, number = part.question.conference.slug, part.question.number
    return f"/hoi-nghi/{slug}/cau-hoi/phan-loai/{number}/tach/{part.pk}/"


def test_sentences_hold_the_whole_slip_and_proposed_cuts_are_marked(host, part):
    sentences = host.get(address(part)).context["sentences"]

    assert " ".join(one.text for one in sentences) == TEXT
    assert [one.text for one in sentences if one.is_marked] == ["Thứ hai, khi nào có đường?"]


def test_each_piece_opens_a_question_and_the_slip_is_whole(host, part):
    place = TEXT.index("Thứ hai")
    host.post(address(part), {"version": part.question.version, "cuts": [place]})
    pieces = part.submission.parts.order_by("start")

    assert [piece.text for piece in pieces] == [TEXT[:place], TEXT[place:]]
    assert part.question.conference.questions.count() == 2


def test_without_a_mark_it_says_what_to_do(host, part):
    page = host.post(address(part), {"version": part.question.version})

    assert "Đánh dấu ít nhất một chỗ tách." in page.content.decode()


def test_a_place_inside_a_word_is_no_place(host, part):
    page = host.post(address(part), {"version": part.question.version, "cuts": ["3"]})

    assert "Tải lại trang rồi đánh dấu lại" in page.content.decode()
    assert part.submission.parts.count() == 1


def test_what_has_been_decided_meanwhile_is_not_cut(host, part):
    place = TEXT.index("Thứ hai")
    page = host.post(address(part), {"version": "9", "cuts": [place]})

    assert page.status_code == 409
    assert part.submission.parts.count() == 1


def test_a_piece_reads_as_its_own_words_with_the_whole_slip_folded_beneath(host, part):
    Suggestion.objects.create(question=part.question, version=1, parts=2)
    host.post(address(part), {"version": part.question.version, "cuts": [TEXT.index("Thứ hai")]})
    slug = part.question.conference.slug
    for page in (f"phan-loai/{part.question.number}/", f"{part.question.number}/"):
        shown = host.get(f"/hoi-nghi/{slug}/cau-hoi/{page}").content.decode()
        large, folded = shown.split("Toàn văn phiếu", 1)

        assert '<p class="question-text">Kính gửi Hội. Thứ nhất, khi nào xã có nước?</p>' in large
        assert "Thứ nhất, khi nào xã có nước? </mark>Thứ hai, khi nào có đường?" in folded
        assert "Nên tách" not in shown
        assert "Đề xuất: có" not in shown


def test_a_slip_in_one_piece_folds_nothing(host, part):
    slug, number = part.question.conference.slug, part.question.number

    assert "Toàn văn phiếu" not in host.get(f"/hoi-nghi/{slug}/cau-hoi/{number}/").content.decode()
