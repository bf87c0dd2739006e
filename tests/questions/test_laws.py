"""What is cited is the law of the day, not of today."""

from datetime import date

import pytest

from doithoai.questions.rules.laws import GROUNDS_FOR_SETTING_ASIDE, LETTERS, NOTICES, in_force
from doithoai.questions.rules.notices import notice_versions

LAST, FIRST = date(2026, 6, 30), date(2026, 7, 1)


def test_setting_aside_rests_on_the_decree_of_2026_only_since_it_is_in_force():
    assert "154/2026" not in in_force(GROUNDS_FOR_SETTING_ASIDE, LAST)
    assert "154/2026" in in_force(GROUNDS_FOR_SETTING_ASIDE, FIRST)


@pytest.mark.parametrize("kind", LETTERS)
def test_letters_cite_the_amendment_only_since_it_is_in_force(kind):
    assert "136/2025" not in in_force(LETTERS[kind], LAST)
    assert "136/2025" in in_force(LETTERS[kind], FIRST)


@pytest.mark.parametrize("table", [NOTICES, GROUNDS_FOR_SETTING_ASIDE, *LETTERS.values()])
def test_every_table_begins_before_all_days_and_goes_on_in_order(table):
    days = [since for since, _ in table]

    assert days[0] == date.min
    assert days == sorted(set(days))


def test_every_notice_of_the_table_is_there():
    assert {version for _, version in NOTICES} <= set(notice_versions())
