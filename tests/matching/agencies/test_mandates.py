import json
from collections import Counter
from importlib.resources import files

from doithoai.matching.agencies import (
    NAMES,
    NOBODY,
    Mandate,
    Phrase,
    gathered,
    named_mandates,
    shipped_lines,
    shipped_mandates,
)
from doithoai.matching.words import normalise
from doithoai.vietnamese.letters import nfc


def test_every_agency_of_the_console_has_a_mandate_of_forty_phrases_or_more():
    sizes = {mandate.agency: len(mandate.phrases) for mandate in shipped_mandates()}
    assert [agency for agency in NAMES if sizes[agency] < 40] == []


def test_only_named_agencies_are_told_from_the_console():
    assert {mandate.agency for mandate in named_mandates()} == {*NAMES, NOBODY}
    assert {mandate.agency for mandate in shipped_mandates()} > {*NAMES, NOBODY}


def test_every_line_names_a_field_unless_it_points_nowhere():
    assert [line for line in shipped_lines() if bool(line.field) == (line.agency == NOBODY)] == []


def test_no_line_says_a_phrase_twice_or_one_without_words():
    for line in shipped_lines():
        assert [phrase for phrase, times in Counter(line.phrases).items() if times > 1] == []
        assert [phrase for phrase in line.phrases if not normalise(phrase).fold] == []


def test_phrases_are_written_in_composed_lower_case():
    phrases = [phrase for line in shipped_lines() for phrase in line.phrases]
    assert [phrase for phrase in phrases if phrase != nfc(phrase).lower().strip()] == []


def test_a_field_that_moved_goes_to_the_agency_that_holds_it_now():
    def holder(agency: str, field: str) -> str:
        return "so-y-te-2025" if field.startswith("bảo trợ xã hội") else agency

    mandates = {mandate.agency: mandate for mandate in shipped_mandates(holder)}
    texts = {phrase.text for phrase in mandates["so-y-te-2025"].phrases}
    old = {phrase.text for phrase in mandates["so-lao-dong-thuong-binh-va-xa-hoi"].phrases}
    assert "trợ giúp xã hội" in texts - old
    assert "bảo hiểm thất nghiệp" in old - texts


def test_of_a_phrase_given_twice_the_heavier_weight_counts():
    light, heavy = Phrase("trợ cấp", 1), Phrase("trợ cấp", 3)
    assert gathered([("a", light), ("b", light), ("a", heavy)]) == (
        Mandate("a", (heavy,)),
        Mandate("b", (light,)),
    )


def test_every_agency_of_the_shipped_table_stands_in_the_directory_of_2024():
    kept = files("doithoai.directory").joinpath("data", "agencies.json").read_text("utf-8")
    of_2024 = {a["key"] for a in json.loads(kept) if not a["valid_from"]}
    assert {line.agency for line in shipped_lines()} - of_2024 == {NOBODY}
