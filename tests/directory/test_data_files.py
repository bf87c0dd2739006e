"""The data files of the catalogue agree with themselves and with the calendar."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from doithoai.directory.models import AgencyKind
from doithoai.directory.names import match_key
from doithoai.matching.agencies import shipped_mandates
from doithoai.vietnamese.letters import fold, has_diacritics, nfc

DATA = resources.files("doithoai.directory") / "data"
QUESTIONS = Path(__file__).parents[3] / "shared" / "data" / "questions-dev.jsonl"
# One day in every period in which the set of agencies differs.
DAYS = [
    date(2024, 1, 1),
    date(2025, 2, 15),
    date(2025, 5, 1),
    date(2025, 8, 1),
    date(2026, 11, 1),
]
# Resolution 202/2025/QH15 left these and Huế as they were.
UNCHANGED = {
    *("ha-noi", "cao-bang", "lai-chau", "dien-bien", "son-la"),
    *("lang-son", "quang-ninh", "thanh-hoa", "nghe-an", "ha-tinh"),
}
# The first day of the lunar year (mùng 1 Tết).
LUNAR_NEW_YEAR = {
    2019: date(2019, 2, 5),
    2020: date(2020, 1, 25),
    2021: date(2021, 2, 12),
    2022: date(2022, 2, 1),
    2023: date(2023, 1, 22),
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
}
YEARS = list(LUNAR_NEW_YEAR)
# Spellings that may mean two agencies at one date: none today; a new one is a decision.
AMBIGUOUS: set[str] = set()


def read(name: str) -> Any:
    """One data file."""
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


PLACES = {place["code"]: place for place in read("places")}
AGENCIES = {agency["key"]: agency for agency in read("agencies")}
HOLIDAYS = {date.fromisoformat(day["date"]): day for day in read("holidays")}
AUDIENCES = read("audiences")


def valid_on(things: Any, day: date) -> list[dict[str, Any]]:
    """Those of `things` that exist on `day`."""
    return [
        thing
        for thing in things
        if (thing["valid_from"] or "") <= day.isoformat() <= (thing["valid_to"] or "9999")
    ]


def spellings(agency: dict[str, Any]) -> set[str]:
    """Every key under which one agency of Cao Bằng is found."""
    written = [agency["name"], agency["official_name"], agency["short_name"], *agency["aliases"]]
    return {match_key(text.replace("{province}", "Cao Bằng"), "Cao Bằng") for text in written}


def spelling_key(text: str) -> str:
    """A name as it is compared: no marks, no punctuation."""
    return " ".join(re.findall(r"[a-z0-9{}]+", fold(text)))


def test_data_files_are_composed_unicode() -> None:
    for file in DATA.iterdir():
        text = file.read_text("utf-8")
        assert text == nfc(text), file.name


def test_codes_and_keys_are_unique_and_fit_a_slug() -> None:
    assert len(PLACES) == len(read("places"))
    assert len(AGENCIES) == len(read("agencies"))
    assert all(re.fullmatch(r"[a-z0-9-]{2,80}", key) for key in [*PLACES, *AGENCIES])


@pytest.mark.parametrize("things", [PLACES, AGENCIES], ids=["places", "agencies"])
def test_every_period_of_validity_begins_before_it_ends(things: dict[str, Any]) -> None:
    for key, thing in things.items():
        days = [date.fromisoformat(thing[end]) for end in ("valid_from", "valid_to") if thing[end]]
        assert days == sorted(set(days)), key


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2024, 1, 1), 63), (date(2025, 2, 1), 63), (date(2025, 6, 30), 63)]
    + [(date(2025, 7, 1), 34), (date(2025, 8, 1), 34)],
)
def test_the_country_has_its_number_of_provinces(day: date, count: int) -> None:
    places = valid_on(PLACES.values(), day)
    assert len(places) == count
    assert len({place["name"] for place in places}) == count


@pytest.mark.parametrize("day", DAYS)
def test_a_receipt_prefix_belongs_to_one_place_at_a_time(day: date) -> None:
    prefixes = [place["receipt_prefix"] for place in valid_on(PLACES.values(), day)]
    assert len(set(prefixes)) == len(prefixes)
    assert all(re.fullmatch("[A-Z]{2}", prefix) for prefix in prefixes)


def test_every_old_place_leads_to_one_living_place() -> None:
    for place in PLACES.values():
        seen = []
        while place["successor"]:
            assert place["code"] not in seen
            seen.append(place["code"])
            ended, place = place["valid_to"], PLACES[place["successor"]]
            gap = date.fromisoformat(place["valid_from"]) - date.fromisoformat(ended)
            assert gap.days == 1, seen
        assert place["valid_to"] is None, seen


def test_the_reform_made_23_of_the_34_places() -> None:
    living = valid_on(PLACES.values(), date(2025, 8, 1))
    merged = Counter(place["successor"] for place in PLACES.values() if place["successor"])
    unchanged = {place["code"] for place in living} - set(merged)
    assert unchanged == UNCHANGED
    assert merged.pop("hue") == 1
    assert len(merged) == 23
    assert set(merged.values()) == {2, 3}


def test_agencies_have_a_known_kind_and_level() -> None:
    for key, agency in AGENCIES.items():
        assert agency["kind"] in AgencyKind.values, key
        assert agency["level"] in {"province", "district", "commune"}, key


def test_successors_exist_and_begin_after_the_agency_ends() -> None:
    for key, agency in AGENCIES.items():
        assert bool(agency["successors"]) == bool(agency["valid_to"]), key
        successors = [successor["key"] for successor in agency["successors"]]
        assert len(set(successors)) == len(successors), key
        for successor in agency["successors"]:
            begun = AGENCIES[successor["key"]]["valid_from"]
            assert begun is None or begun > agency["valid_to"], (key, successor["key"])
            assert 0 < len(successor["fields"]) <= 300, (key, successor["key"])


def test_no_field_is_lost_when_an_agency_ends() -> None:
    for key, agency in AGENCIES.items():
        if agency["valid_to"]:
            successors = [AGENCIES[successor["key"]] for successor in agency["successors"]]
            taken = {field for successor in successors for field in successor["fields"]}
            assert set(agency["fields"]) <= taken, key


@pytest.mark.parametrize("day", DAYS)
def test_a_spelling_means_one_agency_at_a_time(day: date) -> None:
    owners: dict[str, set[str]] = {}
    for agency in valid_on(AGENCIES.values(), day):
        for spelling in spellings(agency):
            owners.setdefault(spelling, set()).add(agency["key"])
    assert {spelling for spelling, keys in owners.items() if len(keys) > 1} == AMBIGUOUS


def test_phrases_are_weighed_not_repeated_and_none_that_matching_ships() -> None:
    known = {mandate.agency for mandate in shipped_mandates()}
    for key, agency in AGENCIES.items():
        folded = [spelling_key(phrase["text"]) for phrase in agency["phrases"]]
        assert len(set(folded)) == len(folded), key
        assert all(0 < phrase["weight"] <= 4 for phrase in agency["phrases"]), key
        assert not agency["phrases"] or key not in known, key


def test_one_syllable_that_loses_its_meaning_without_marks_weighs_little() -> None:
    """Folded, `thuế` is `thuê` and `chợ` is `cho`: such a phrase proves nothing."""
    phrases = [phrase for agency in AGENCIES.values() for phrase in agency["phrases"]]
    single = [phrase for phrase in phrases if re.fullmatch(r"[^\W_]+", phrase["text"])]
    heavy = {phrase["text"] for phrase in single if phrase["weight"] >= 1}
    assert {text for text in heavy if has_diacritics(text) and not text.isupper()} == set()


@pytest.mark.skipif(not QUESTIONS.exists(), reason="labelled questions are not in this checkout")
def test_every_labelled_agency_is_a_name_before_the_reform() -> None:
    lines = QUESTIONS.read_text("utf-8").splitlines()
    labels = {json.loads(line)["agency"] for line in lines} - {None}
    assert labels <= {agency["name"] for agency in valid_on(AGENCIES.values(), DAYS[0])}


def days_named(words: str, year: int, kind: str = "off") -> list[date]:
    """Days of a year whose name holds `words`."""
    return [
        day
        for day, entry in HOLIDAYS.items()
        if day.year == year and entry["kind"] == kind and words in entry["name"]
    ]


def test_holidays_stand_once_and_in_order() -> None:
    days = [day["date"] for day in read("holidays")]
    assert days == sorted(set(days))


@pytest.mark.parametrize("year", YEARS)
def test_tet_is_at_the_lunar_new_year(year: int) -> None:
    first = LUNAR_NEW_YEAR[year]
    tet = days_named("Tết Nguyên đán", year)
    assert days_named("mùng 1 Tết", year) == [first]
    assert [day - tet[0] for day in tet] == [timedelta(n) for n in range(len(tet))]
    assert sum(day.weekday() < 5 for day in tet) == 5


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_its_statutory_days(year: int) -> None:
    fixed = {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)}
    assert fixed <= {day for day, entry in HOLIDAYS.items() if entry["kind"] == "off"}
    assert len(days_named("10/3 âm lịch", year)) == 1
    assert len(days_named("Quốc khánh (ngày liền kề)", year)) == (year >= 2021)


@pytest.mark.parametrize("year", YEARS)
def test_a_holiday_on_a_weekend_is_made_up_on_a_weekday(year: int) -> None:
    off = [day for day, entry in HOLIDAYS.items() if day.year == year and entry["kind"] == "off"]
    instead = days_named("Nghỉ bù", year)
    assert len([day for day in off if day.weekday() >= 5]) == len(instead)
    assert all(day.weekday() < 5 for day in instead)


def test_a_worked_saturday_pays_for_one_exchanged_weekday() -> None:
    for year in YEARS:
        worked, exchanged = (
            days_named("Làm bù", year, "working"),
            days_named("Nghỉ hoán đổi", year),
        )
        eve_of_2019 = int(year == 2019)
        assert len(worked) == len(exchanged) + eve_of_2019, year
        assert all(day.weekday() == 5 for day in worked), year
        assert all(day.weekday() < 5 for day in exchanged), year


def test_only_days_not_yet_announced_are_uncertain() -> None:
    uncertain = {day.year for day, entry in HOLIDAYS.items() if not entry["certain"]}
    assert uncertain == {2027}


def test_overrides_rename_known_agencies_of_known_places() -> None:
    pairs = [(override["province"], override["key"]) for override in read("overrides")]
    assert len(set(pairs)) == len(pairs)
    for place, key in pairs:
        days = [day for day in DAYS if PLACES[place] in valid_on(PLACES.values(), day)]
        assert any(AGENCIES[key] in valid_on(AGENCIES.values(), day) for day in days), (place, key)


def test_no_provincial_word_is_left_in_a_city() -> None:
    for agency in AGENCIES.values():
        for text in (agency["name"], agency["official_name"], agency["short_name"]):
            for wording in read("city_wording"):
                text = text.replace(wording["province_form"], wording["city_form"])
            assert "tỉnh" not in text.lower(), agency["key"]


@pytest.mark.parametrize("day", DAYS)
def test_every_audience_has_one_usual_host_at_a_time(day: date) -> None:
    living = {agency["key"] for agency in valid_on(AGENCIES.values(), day)}
    for audience in AUDIENCES["audiences"]:
        assert len(living & set(audience["hosts"])) == 1, audience["key"]
        assert set(audience["advisers"]) <= set(AGENCIES), audience["key"]


def test_a_cue_points_to_one_audience() -> None:
    cues = Counter(spelling_key(cue) for a in AUDIENCES["audiences"] for cue in a["cues"])
    assert [cue for cue, times in cues.items() if times > 1] == []


def test_every_audience_has_every_deadline_and_only_youth_has_them_by_law() -> None:
    rules = [rule["key"] for rule in AUDIENCES["rules"]]
    dialogue = {"publish_plan", "publish_conclusion", "publish_complex_conclusion"}
    for audience in AUDIENCES["audiences"]:
        assert [deadline["rule"] for deadline in audience["deadlines"]] == rules
        by_law = {deadline["rule"] for deadline in audience["deadlines"] if deadline["is_law"]}
        assert (dialogue <= by_law) == (audience["key"] == "youth")
        assert not (by_law & dialogue) or audience["key"] == "youth"


def test_one_law_on_local_government_is_in_force_at_a_time() -> None:
    for day in DAYS:
        in_force = valid_on(AUDIENCES["common_bases"], day)
        laws = [base for base in in_force if base["text"].startswith("Luật Tổ chức chính quyền")]
        assert len(laws) == 1, day
