"""The two real plans are read without one fault, and every fact is where it says it is."""

import json
from pathlib import Path

import pytest

from doithoai.reading import open_source, plan_as_json, read_plan

from .scoring import scores

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
NAMES = ["000_6e617c0b832375c6", "003_a517dddc3bac0991"]

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the project")


def read(name):
    document = open_source((SEEDS / f"{name}.txt").read_bytes(), f"{name}.txt")
    return document, read_plan(document)


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_is_read_without_a_fault(name):
    gold = json.loads((SEEDS / f"{name}.expected.json").read_text("utf-8"))
    _, plan = read(name)
    assert {
        key: score for key, score in scores(gold, plan_as_json(plan)).items() if score < 1
    } == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_place_holds_the_words_it_quotes(name):
    document, plan = read(name)
    for path, place in plan_as_json(plan)["places"].items():
        first = place["text"].split()[0]
        shown = document.lines[place["line"] - 1].replace("*", "")
        assert first in shown, path


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_seed_is_left_unread(name):
    _, plan = read(name)
    assert [fact.value for fact in plan.unread] == []


def test_the_women_s_plan_warns_of_an_agency_in_two_rows():
    _, plan = read(NAMES[0])
    told = [warning.message for warning in plan.warnings if warning.code == "agency_twice"]
    assert any("Ban Dân vận Tỉnh ủy" in message for message in told)


def test_the_workers_plan_warns_of_an_abbreviation_written_three_ways():
    _, plan = read(NAMES[1])
    told = [w.message for w in plan.warnings if w.code == "mixed_abbreviation"]
    assert "CNVCNLĐ, CNVCNLD, CNVCLĐ" in told[0]
