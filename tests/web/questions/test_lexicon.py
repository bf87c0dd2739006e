"""The page of the lexicon: an entry is tried before it is added."""

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.questions.models import LexiconEntry
from tests.builders import a_conference, an_official

pytestmark = pytest.mark.django_db
ENTRY = {"kind": "abbreviation", "left": "QTDX", "right": "quỹ tín dụng xã"}


@pytest.fixture
def host(client: Client) -> Client:
    client.force_login(an_official(a_conference().host))
    return client


def test_trying_shows_the_effect_and_keeps_nothing(host) -> None:
    sent = {**ENTRY, "example": "Vay QTDX được không?", "thu": "1"}
    shown = host.post(reverse("questions:lexicon"), sent).content.decode()
    assert "quỹ tín dụng xã được" in shown
    assert not LexiconEntry.objects.exists()


def test_an_entry_is_added_found_and_switched_off(host) -> None:
    address = reverse("questions:lexicon")
    host.post(address, ENTRY)
    entry = LexiconEntry.objects.get()
    assert "QTDX" in host.get(address, {"tim": "quy tin dung"}).content.decode()
    host.post(reverse("questions:switch_entry", args=[entry.pk]), {"bat": "0"})
    entry.refresh_from_db()
    assert not entry.is_on


def test_what_is_wrong_is_told_and_nothing_kept(host) -> None:
    shown = host.post(reverse("questions:lexicon"), {**ENTRY, "right": ""}).content.decode()
    assert "Ghi đầy đủ các chữ" in shown
    assert not LexiconEntry.objects.exists()


def test_a_phrase_of_an_agency_needs_the_agency(host) -> None:
    shown = host.post(reverse("questions:lexicon"), {"kind": "agency", "left": "lúa tôm"})
    assert "Chọn cơ quan phụ trách" in shown.content.decode()


def test_trying_a_word_that_is_known_says_so_and_is_no_mistake(host) -> None:
    known = {"kind": "abbreviation", "left": "VSMT", "right": "vệ sinh môi trường"}
    shown = host.post(reverse("questions:lexicon"), {**known, "thu": "1"}).content.decode()
    assert "Đã biết." in shown
    assert "<title>Lỗi" not in shown
    added = host.post(reverse("questions:lexicon"), known).content.decode()
    assert "Từ điển chung đã có mục này" in added
    assert not LexiconEntry.objects.exists()
