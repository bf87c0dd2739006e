"""A blank page is drawn once for many, and each still has their own draft, seal and token."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from doithoai.web.public import blank, forms
from tests.builders import a_conference, a_topic
from tests.web.public.test_asking import SENDER, WORDS, address, step_one, to_check
from tests.web.visits import draft_token

pytestmark = pytest.mark.django_db
CSRF = re.compile(r'csrfmiddlewaretoken" value="([^"]+)')


@pytest.fixture
def conference():
    conference = a_conference()
    a_topic(conference)
    return conference


def plain(page):
    """The page without what is each visitor's own."""
    words = page.content.decode()
    for own in (draft_token(page), CSRF.search(words)[1], _seal(words)):
        words = words.replace(own, "") if own else words
    return words


def _seal(words):
    found = re.search(r'name="opened" value="([^"]+)', words)
    return found[1] if found else ""


def test_the_second_visitor_sees_the_same_page_with_marks_of_their_own(conference):
    one, two = (Client().get(address(conference)) for _ in range(2))

    assert plain(one) == plain(two)
    assert draft_token(one) != draft_token(two)
    assert CSRF.search(one.content.decode())[1] != CSRF.search(two.content.decode())[1]
    assert forms._is_read(_seal(two.content.decode())) is False


def test_nothing_of_a_kept_page_is_left_empty(conference):
    Client().get(address(conference))
    words = Client().get(address(conference)).content.decode()

    assert not [hole for hole in (blank.CSRF, blank.SEAL, blank.TOKEN) if hole in words]


def test_a_kept_page_can_be_sent(conference):
    Client().get(address(conference))
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(address(conference))
    data = {"text": WORDS, "phieu": draft_token(page)}
    data["csrfmiddlewaretoken"] = CSRF.search(page.content.decode())[1]
    second = strict.post(f"{address(conference)}?buoc=1", data)

    assert parse_qs(urlsplit(second.url).query)["phieu"] == [draft_token(page)]


def test_what_one_wrote_never_shows_on_the_page_of_another(conference):
    filled, other = Client(), Client()
    third = to_check(filled, conference, SENDER)
    filled.get(third.replace("buoc=3", "buoc=2"))
    filled.get(third.replace("buoc=3", "buoc=1"))
    second = step_one(other, conference, "Câu hỏi thứ hai về nước.")

    for page in (other.get(second), other.get(address(conference)), Client().get(second)):
        assert "Mười" not in page.content.decode()
        assert WORDS not in page.content.decode()


def test_whoever_is_told_something_has_a_page_of_their_own(rf, monkeypatch):
    request = rf.get("/")
    request._messages = ["Đã lưu."]

    assert len(get_messages(request)) == 1
    assert blank.drawn_once(request, "trang", None, lambda: "vẽ riêng") == "vẽ riêng"
