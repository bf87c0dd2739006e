"""The sample plans carry the two real plans' facts and none of their sentences."""

import json
import re
from pathlib import Path

import pytest

from doithoai.reading import open_source, plan_as_json, read_plan

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src/doithoai/lifecycle/samples"
SEEDS = ROOT.parent / "shared/seeds"
SEED_OF = {
    "tien-giang-2024": "000_6e617c0b832375c6",
    "cao-bang-2022": "003_a517dddc3bac0991",
}

needs_seeds = pytest.mark.skipif(
    not SEEDS.exists(), reason="the seed plans are not beside the repo"
)


def words(text: str) -> str:
    """Lower-case words of a text, one space apart, without marks of punctuation."""
    return " ".join(re.findall(r"\w+", text.lower()))


def sentences(text: str) -> list[str]:
    """The sentences, list entries and table cells of a plan, as words."""
    return [words(piece) for piece in re.split(r"[.;\n\t]", text)]


def expected(name: str) -> dict:
    """What a reader must find in the seed behind one sample."""
    return json.loads((SEEDS / f"{SEED_OF[name]}.expected.json").read_text("utf-8"))


def facts_kept_word_for_word(seed: dict) -> set[str]:
    """The theme, the venue, the agencies and performers: facts, which nobody may reword."""
    named = [agency for task in seed["tasks"] for agency in (*task["units"], *task["with"])]
    phrases = [seed["theme"] or "", seed["venue"], f"Địa điểm: {seed['venue']}", *named]
    groups = ["; ".join(task["units"]) for task in seed["tasks"]]
    performers = [item["performer"] for part in seed["programme"] for item in part["items"]]
    return {words(phrase) for phrase in (*phrases, *groups, *performers)}


@needs_seeds
@pytest.mark.parametrize("name", SEED_OF)
def test_no_sentence_of_eight_words_is_copied(name):
    seeds = words(" ".join(path.read_text("utf-8") for path in SEEDS.glob("*.txt")))
    kept = facts_kept_word_for_word(expected(name))
    plan = (SAMPLES / f"{name}.txt").read_text("utf-8")
    copied = [
        sentence
        for sentence in sentences(plan)
        if len(sentence.split()) >= 8 and sentence in seeds and sentence not in kept
    ]
    assert copied == []


@needs_seeds
@pytest.mark.parametrize("name", SEED_OF)
def test_the_people_of_the_seeds_are_not_named(name):
    plan = (SAMPLES / f"{name}.txt").read_text("utf-8")
    assert expected(name)["signer"]["name"] not in plan


def read(name: str) -> dict:
    """What our own reader finds in one sample plan."""
    path = SAMPLES / f"{name}.txt"
    return plan_as_json(read_plan(open_source(path.read_bytes(), path.name)))


def performers(plan: dict) -> list[list[str]]:
    """Performers of a programme, part by part."""
    return [[words(item["performer"]) for item in p["items"]] for p in plan["programme"]]


@needs_seeds
@pytest.mark.parametrize("name", SEED_OF)
def test_the_reader_finds_the_seeds_facts_in_the_sample(name):
    plan, seed = read(name), expected(name)
    same = ("number", "issued_on", "issuer", "province", "year", "chair", "audience", "theme")
    same += ("venue", "expected_delegates", "quota_total")
    assert {key: plan[key] for key in same} == {key: seed[key] for key in same}
    basis = ("kind", "number", "date", "issuer")
    assert [[b[k] for k in basis] for b in plan["legal_bases"]] == [
        [b[k] for k in basis] for b in seed["legal_bases"]
    ]
    when = ("date", "month", "tentative")
    assert {key: plan["time"][key] for key in when} == {key: seed["time"][key] for key in when}


@needs_seeds
@pytest.mark.parametrize("name", SEED_OF)
def test_the_reader_counts_what_the_seed_counts(name):
    plan, seed = read(name), expected(name)
    for key in ("purposes", "requirements", "topics", "recipients", "composition"):
        assert len(plan[key]) == len(seed[key]), key
    assert [len(group["entries"]) for group in plan["composition"]] == [
        len(group["entries"]) for group in seed["composition"]
    ]
    assert performers(plan) == performers(seed)


# To append to tests/lifecycle/test_sample_plans.py once the reader knows these words.


def seats(plan: dict) -> list[tuple]:
    """Seats of a quota table, section by section and row by row."""
    return [(s["no"], s["seats"], [r["seats"] for r in s["rows"]]) for s in plan["quotas"]]


def agencies(names: list[str]) -> list[str]:
    """Agency names without regard to case."""
    return [words(name) for name in names]


@needs_seeds
@pytest.mark.parametrize("name", SEED_OF)
def test_every_task_keeps_its_agency_role_partners_and_deadline(name):
    found, wanted = (
        [
            (agencies(task["units"]), task["role"], agencies(task["with"]), task["due"])
            for task in plan["tasks"]
        ]
        for plan in (read(name), expected(name))
    )
    assert found == wanted


@needs_seeds
def test_the_reader_counts_the_seats_of_the_quota_table():
    assert seats(read("tien-giang-2024")) == seats(expected("tien-giang-2024"))
