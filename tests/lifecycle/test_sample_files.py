"""The sample questions and accounts are whole, dated in their window and plainly invented."""

import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from doithoai.directory.catalogue import catalogue
from doithoai.directory.names import match_key

SAMPLES = Path(__file__).parents[2] / "src/doithoai/lifecycle/samples"
PLACES = {"tien-giang-2024": "Tiền Giang", "cao-bang-2022": "Cao Bằng"}
WINDOWS = {
    "tien-giang-2024": (date(2024, 8, 1), date(2024, 10, 9)),
    "cao-bang-2022": (date(2022, 4, 25), date(2022, 5, 18)),
}
OUTCOMES = {
    "tien-giang-2024": {
        "received": 8,
        "selected": 6,
        "set_aside": 2,
        "passed_on": 2,
        "referred": 6,
        "drafting": 4,
        "submitted": 3,
        "returned": 2,
        "appraised": 2,
        "approved": 1,
        "published": 4,
    },
    "cao-bang-2022": {
        "set_aside": 2,
        "passed_on": 2,
        "published": 36,
    },
}
ALWAYS = {
    "key",
    "sent_at",
    "channel",
    "text",
    "sender_name",
    "sender_unit",
    "phone",
    "email",
    "publish_name",
    "kind",
    "topic",
    "wording",
    "outcome",
}
ANSWERED = {"drafting", "submitted", "returned", "appraised", "approved", "published"}
REFERRED = {"referred", *ANSWERED}
BASIS = r"[Ll]uật |Nghị định số|Quyết định số|Nghị quyết số|Thông tư số|Điều lệ"
TOPICS = {"tien-giang-2024": 5, "cao-bang-2022": 4}


def questions(name: str) -> list[dict]:
    """The sample questions of one conference."""
    return json.loads((SAMPLES / f"{name}.questions.json").read_text("utf-8"))


def accounts() -> list[dict]:
    """The demonstration accounts."""
    return json.loads((SAMPLES / "accounts.json").read_text("utf-8"))


def agency_keys(place: str, day: date) -> set[str]:
    """Match keys of every agency of the catalogue that exists on `day`."""
    keys = set()
    for agency in catalogue("agencies"):
        begins, ends = agency["valid_from"] or "0001-01-01", agency["valid_to"] or "9999-12-31"
        if begins <= day.isoformat() <= ends:
            names = (agency["name"], agency["official_name"], *agency["aliases"])
            keys |= {match_key(text.replace("{province}", place), place) for text in names}
    return keys


def keys_expected(question: dict) -> set[str]:
    """The keys a question of this outcome has."""
    own = {
        "set_aside": {"reason"},
        "returned": {"return_reason"},
        "passed_on": {"letter", "sent_on", "paper_number"},
    }
    extra = own.get(question["outcome"], set())
    if "better_answer" in question:
        extra = {"return_reason", "better_answer"}
    if question["outcome"] in REFERRED:
        extra = extra | {"lead", "supporting", "referred_on", "working_days"}
    if question["outcome"] in ANSWERED:
        extra = extra | {"answer"}
    return ALWAYS | extra


@pytest.mark.parametrize("name", PLACES)
def test_outcomes_are_spread_as_the_stage_of_the_conference_asks(name):
    assert Counter(q["outcome"] for q in questions(name)) == OUTCOMES[name]


@pytest.mark.parametrize("name", PLACES)
def test_every_question_has_the_keys_of_its_outcome(name):
    wrong = {q["key"]: set(q) ^ keys_expected(q) for q in questions(name)}
    assert {key: difference for key, difference in wrong.items() if difference} == {}


@pytest.mark.parametrize("name", PLACES)
def test_choices_stay_within_their_lists(name):
    rows = questions(name)
    assert {q["channel"] for q in rows} == {"web", "paper", "phone", "union", "commune"}
    assert {q["kind"] for q in rows} == {"question", "petition", "proposal"}
    assert {q["topic"] for q in rows} <= {None, *range(1, TOPICS[name] + 1)}
    assert all(isinstance(q["publish_name"], bool) for q in rows)


THE_DEMONSTRATION_OPENS = datetime.fromisoformat("2024-10-07T08:00:00")


@pytest.mark.parametrize("name", PLACES)
def test_questions_come_in_order_within_the_collecting_window(name):
    first, last = WINDOWS[name]
    sent = [datetime.fromisoformat(q["sent_at"]) for q in questions(name)]
    assert sent == sorted(sent)
    assert first <= sent[0].date()
    assert sent[-1].date() <= last
    assert sent[-1] < THE_DEMONSTRATION_OPENS


@pytest.mark.parametrize("name", PLACES)
def test_a_question_is_referred_on_a_weekday_after_it_came(name):
    for question in questions(name):
        if question["outcome"] in REFERRED:
            referred = date.fromisoformat(question["referred_on"])
            assert referred >= datetime.fromisoformat(question["sent_at"]).date()
            assert referred.weekday() < 5
            assert 5 <= question["working_days"] <= 15


@pytest.mark.parametrize("name", PLACES)
def test_a_matter_that_goes_on_is_worded_in_one_sentence(name):
    for question in questions(name):
        if question["outcome"] in {"received", "set_aside", "passed_on"}:
            assert question["wording"] is None
        else:
            assert re.fullmatch(r"[^?\n]+[?.]", question["wording"]), question["key"]


@pytest.mark.parametrize("name", PLACES)
def test_answers_run_to_two_or_more_paragraphs_and_cite_a_basis(name):
    for question in questions(name):
        if question["outcome"] in ANSWERED:
            assert 2 <= len(question["answer"].split("\n\n")) <= 4, question["key"]
            assert re.search(BASIS, question["answer"]), question["key"]


@pytest.mark.parametrize("name", PLACES)
def test_agencies_asked_exist_in_the_catalogue_on_the_day(name):
    missing = set()
    for question in questions(name):
        if question["outcome"] in REFERRED:
            known = agency_keys(PLACES[name], date.fromisoformat(question["referred_on"]))
            asked = [question["lead"], *question["supporting"]]
            missing |= {text for text in asked if match_key(text, PLACES[name]) not in known}
    assert missing == set()


@pytest.mark.parametrize("name", PLACES)
def test_at_least_ten_agencies_are_asked(name):
    assert len({q["lead"] for q in questions(name) if "lead" in q}) >= 10


def test_phones_and_mails_are_plainly_invented():
    rows = [question for name in PLACES for question in questions(name)]
    phones = [q["phone"] for q in rows if q["phone"]]
    assert len(set(phones)) == len(phones)
    assert all(re.fullmatch(r"0900 000 0\d\d", phone) for phone in phones)
    assert all(q["email"].endswith("@example.vn") for q in rows if q["email"])
    assert not re.search(r"0(?!900 000 0)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}\b", json.dumps(rows))


def test_keys_are_unique():
    keys = [question["key"] for name in PLACES for question in questions(name)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", PLACES)
def test_some_citizens_write_without_marks(name):
    plain = [q for q in questions(name) if q["text"].isascii()]
    assert len(plain) >= 1


@pytest.mark.parametrize("name", PLACES)
def test_every_role_of_a_conference_has_an_account(name):
    mine = [row for row in accounts() if name.startswith(row["place"])]
    held = {(row["agency"], row["right"]) for row in mine}
    host = {
        "tien-giang-2024": "Hội Liên hiệp Phụ nữ tỉnh",
        "cao-bang-2022": "Liên đoàn Lao động tỉnh",
    }
    for agency in (host[name], "Văn phòng Ủy ban nhân dân tỉnh"):
        assert {(agency, "drafter"), (agency, "approver")} <= held
    assert ("Ủy ban nhân dân tỉnh", "approver") in held
    assert any(agency == "Sở Tài chính" for agency, _ in held)
    assert any(agency.startswith("Đài ") for agency, _ in held)
    assert any(right == "reader" for _, right in held)
    assert len({agency for agency, _ in held if agency.startswith(("Sở ", "Bảo hiểm"))}) >= 4


def test_one_account_administers_and_none_names_a_person():
    rows = accounts()
    assert [row["username"] for row in rows if row["administrator"]] == ["quantri"]
    assert len({row["username"] for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[a-z]+(\.[a-z]+){0,2}", row["username"]) for row in rows)
    assert {row["right"] for row in rows} == {"drafter", "approver", "reader"}


@pytest.mark.parametrize("name", PLACES)
def test_accounts_belong_to_agencies_of_the_catalogue(name):
    known = agency_keys(PLACES[name], WINDOWS[name][0])
    mine = [row["agency"] for row in accounts() if name.startswith(row["place"])]
    assert [agency for agency in mine if match_key(agency, PLACES[name]) not in known] == []
