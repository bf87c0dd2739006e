"""Whatever is sent to a citizens' page: no 500, nothing typed lost, nothing of it obeyed."""

from urllib.parse import quote, urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doithoai.planning.models import Conference
from doithoai.questions.actions import receive
from doithoai.questions.models import Submission
from doithoai.web.portal import limits
from tests.builders import a_conference, a_question, a_topic
from tests.builders_questions import a_collection_point
from tests.web.public.test_pages import published

pytestmark = pytest.mark.django_db
WORDS = "Khi nào xã Phú Tân có nước sạch ổn định?"
DRAFT = "5f0c5a52-3f57-4a53-9f0a-000000000009"
LINES = "x\r\nSet-Cookie: xau=1\r\n\r\n<script>alert(1)</script>"
SAMPLES = (
    "",
    "\0",
    "\udc00 lẻ",
    "a\u0301\u0323" * 900,
    "\u202eơi iờrt \u2066x",
    "x" * 3000,
    "%_%' OR 1=1 --",
    "{{ 7|add:7 }} {% now %}",
    LINES,
    "-1",
    "9" * 400,
    "١٢٣",
    "1e9",
    "NaN",
    "true",
    "[]",
    DRAFT,
)
PILE = quote("a" + "\u0301\u0323" * 250_000)
ODD = st.sampled_from(SAMPLES) | st.text(st.characters(), max_size=60)
SIGNING_IN = "dang-nhap/"
FORMS = {
    "cong/{slug}/gui-cau-hoi/?buoc=1": ("text", "topic", "website", "phieu", "bo", "papers"),
    "cong/{slug}/gui-cau-hoi/?buoc=2&phieu={draft}": (
        *("sender_name", "sender_unit", "phone", "email", "consents_contact", "consents_name"),
        *("consents_files", "phieu"),
    ),
    "cong/{slug}/gui-cau-hoi/?buoc=3&phieu={draft}": ("phieu", "text", "diem"),
    "cong/{slug}/gui-cau-hoi/giong/": ("text",),
    "cong/{slug}/cung-hoi/{number}/": ("sender_name", "phone", "email", "phieu"),
    "tra-cuu/": ("code",),
    "tra-cuu/{code}/sua/": ("text",),
    "tra-cuu/{code}/du-lieu/": ("kind", "words"),
    "tra-cuu/{code}/du-lieu/ban-sao/": ("typed", "ending"),
    SIGNING_IN: ("login", "password", "next", "remember"),
}
QUERIES = {
    "cong/{slug}/gui-cau-hoi/": ("buoc", "phieu", "diem"),
    "cong/{slug}/tra-loi/": ("tim", "noi-dung", "co-quan", "trang"),
    "tim-kiem/": ("tim", "hoi-nghi", "co-quan", "tu", "den", "trang", "nam"),
    "cong/{slug}/tin/": ("trang",),
}
PATHS = ("tra-cuu/{}/", "tra-cuu/{}/sua/", "cong/{slug}/diem/{}/", "cong/{slug}/da-gui/{}/")
ENCODED = "application/x-www-form-urlencoded"
LOOSE = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def place(monkeypatch):
    """A conference with something to find in it, and a browser with a draft."""
    for limit in ("SENDS", "GUESSES"):
        monkeypatch.setattr(limits, limit, 10**6)
    conference = a_conference(slug="hoi-nghi")
    a_topic(conference)
    question = a_question(conference)
    known = {"slug": conference.slug, "number": question.number, "draft": DRAFT}
    known["code"] = receive(conference, text=WORDS, by=None).code
    browser = Client(raise_request_exception=True)
    first = f"/cong/{conference.slug}/gui-cau-hoi/?buoc=1"
    assert browser.post(first, {"text": WORDS, "phieu": DRAFT}).status_code == 302
    return browser, known


def encoded(pairs):
    return urlencode(pairs, errors="surrogatepass")


def post(browser, address, pairs):
    return browser.post(address, encoded(pairs), content_type=ENCODED)


def stands(response):
    """Answered, refused or asked again: never broken, and nothing typed became a header."""
    assert response.status_code in {200, 302, 400, 403, 404, 405, 409, 413, 429}
    assert not response.has_header("Set-Cookie")
    assert "\n" not in response.get("Location", "")
    assert "<script>alert" not in response.content.decode()
    return response


@pytest.mark.parametrize("address", FORMS)
@LOOSE
@given(data=st.data())
def test_any_words_in_any_field_are_answered(place, address, data):
    browser, known = place
    names = st.sampled_from(FORMS[address])
    pairs = data.draw(st.lists(st.tuples(names, ODD), max_size=8))

    response = stands(post(browser, "/" + address.format(**known), pairs))

    form = (getattr(response, "context", None) or {}).get("form") if response.context else None
    if response.status_code != 200 or form is None or not form.is_bound:
        return
    for name, typed in dict(pairs).items():
        if name in form.fields and form.errors and name not in {"password", "papers"}:
            assert form.data.get(name) == typed.encode(errors="surrogatepass").decode(
                errors="replace"
            )


@pytest.mark.parametrize("address", QUERIES)
@LOOSE
@given(data=st.data())
def test_any_query_is_answered(place, address, data):
    browser, known = place
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(QUERIES[address]), ODD), max_size=6))

    stands(browser.get("/" + address.format(**known), query_string=encoded(pairs)))


@LOOSE
@given(odd=ODD.filter(lambda odd: "/" not in odd), path=st.sampled_from(PATHS))
def test_any_code_in_an_address_is_answered(place, path, odd):
    browser, known = place
    broken = quote(odd.encode(errors="surrogatepass")) or "x"

    stands(browser.get("/" + path.format(broken, **known)))


@pytest.mark.parametrize("typed", SAMPLES[2:9])
def test_a_refused_question_is_still_on_the_page(place, typed):
    browser, known = place
    pairs = [("text", typed), ("website", "http://vidu.vn")]
    page = stands(post(browser, f"/cong/{known['slug']}/gui-cau-hoi/?buoc=1", pairs))
    kept = typed.encode(errors="surrogatepass").decode(errors="replace")

    assert escape(kept) in page.content.decode()


@pytest.mark.parametrize("address", FORMS)
def test_a_megabyte_of_marks_is_answered(place, address):
    browser, known = place
    name = next(name for name in FORMS[address] if name not in {"phieu", "kind"})

    stands(browser.post("/" + address.format(**known), f"{name}={PILE}", content_type=ENCODED))


@pytest.mark.parametrize("count", [20_001, 30_000])
def test_thousands_of_fields_are_turned_away(place, count):
    browser, known = place
    pairs = [(f"f{n}", "1") for n in range(count)]

    assert post(browser, f"/cong/{known['slug']}/gui-cau-hoi/", pairs).status_code == 400


def test_a_field_sent_twice_counts_once(place):
    browser, known = place
    first = f"/cong/{known['slug']}/gui-cau-hoi/?buoc=1"
    pairs = [("phieu", DRAFT), ("text", "Câu thứ nhất về điện."), ("text", "Câu thứ hai về nước.")]
    second = post(browser, first, pairs).url
    post(browser, second, [("phieu", DRAFT)])
    post(browser, second.replace("buoc=2", "buoc=3"), [("phieu", DRAFT)])

    sent = Submission.objects.get(token=DRAFT)
    assert sent.text == "Câu thứ hai về nước."


def test_words_nobody_can_see_are_no_question(place):
    browser, known = place
    data = {"text": "\u200b\u2060\ufe0f\u3164" * 9}
    page = browser.post(f"/cong/{known['slug']}/gui-cau-hoi/?buoc=1", data)

    assert page.context["form"].errors["text"] == ["Viết rõ hơn: việc gì, ở đâu."]


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace"])
def test_methods_no_page_has_are_turned_away(place, method):
    browser, known = place
    ours = [address for address in (*FORMS, *QUERIES) if address != SIGNING_IN]
    answers = {getattr(browser, method)("/" + each.format(**known)).status_code for each in ours}

    assert answers == {405}


@pytest.mark.parametrize("address", [*FORMS, "tra-cuu/{code}/rut/"])
def test_what_another_site_sends_is_not_taken(place, address):
    _, known = place
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.post("/" + address.format(**known), {"text": WORDS})

    assert page.status_code == 403
    assert "Trang để quá lâu" in page.content.decode()
    assert Submission.objects.filter(withdrawn_at=None).count() == Submission.objects.count()


@pytest.mark.parametrize("words", ["%", "_", "%%%", "n__c", "\\", "'", '"', "*", "NEAR(", "a AND"])
def test_wildcards_and_operators_find_only_themselves(place, words):
    browser, known = place
    published(Conference.objects.get(slug=known["slug"]), wording=WORDS)
    answers = f"/cong/{known['slug']}/tra-loi/"
    stands(browser.get("/tim-kiem/", {"tim": words}))

    assert WORDS in browser.get(answers, {"tim": "nuoc sach"}).content.decode()
    assert WORDS not in stands(browser.get(answers, {"tim": words})).content.decode()


@pytest.mark.parametrize("name", ["../../x.png", "a\r\nX: 1.png", "\u202egnp.exe", "ẫ" * 300])
def test_odd_file_names_are_told_or_kept_safe(place, name):
    browser, known = place
    papers = SimpleUploadedFile("x", b"MZ")
    papers._name = name
    data = {"text": WORDS, "phieu": DRAFT, "papers": papers}

    stands(browser.post(f"/cong/{known['slug']}/gui-cau-hoi/?buoc=1", data))


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "text/xml", "x"])
@pytest.mark.parametrize("body", [b"", b"\xff\xfe\0", b"--x\r\n", b"{", b"<!DOCTYPE x"])
def test_bodies_of_another_kind_are_answered(place, kind, body):
    browser, known = place

    stands(browser.post(f"/cong/{known['slug']}/gui-cau-hoi/?buoc=1", body, content_type=kind))


def test_a_points_code_of_another_conference_is_not_followed(place):
    browser, known = place
    other = a_collection_point(a_conference())

    stands(browser.get(f"/cong/{known['slug']}/diem/{other.code}/"))
