"""Labelled plans of many kinds, each read with at least the agreed score."""

import json
from pathlib import Path

import pytest

from doithoai.reading import open_source, plan_as_json, read_plan

from .scoring import mean

PLANS = Path(__file__).parent / "plans"
GOLDS = sorted(PLANS.glob("**/*.expected.json"))
KINDS = (".txt", ".md", ".docx", ".pdf")
FLOOR = 0.95


def files_of(gold):
    stem = gold.name.removesuffix(".expected.json")
    return [path for kind in KINDS if (path := gold.with_name(stem + kind)).exists()]


CASES = [pytest.param(gold, file, id=file.name) for gold in GOLDS for file in files_of(gold)]


@pytest.mark.parametrize("gold, file", CASES)
def test_a_labelled_plan_is_read_well(gold, file):
    plan = read_plan(open_source(file.read_bytes(), file.name))
    wanted = json.loads(gold.read_text("utf-8"))
    assert mean(wanted, plan_as_json(plan)) >= FLOOR
