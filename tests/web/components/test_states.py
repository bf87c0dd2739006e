"""A state is a shape and a word before it is a colour."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.utils.html import strip_tags

from doithoai.directory.queries import WorkCalendar
from doithoai.web.templatetags.drawings import SHAPES, STATE_SHAPES
from doithoai.web.templatetags.icons import badge, due, icon, nearness, state_badge

TODAY = date(2024, 10, 7)


def _states():
    for model in apps.get_models():
        if model.__module__.startswith("doithoai."):
            for field in model._meta.get_fields():
                if field.name == "state" and field.choices:
                    yield from ((model.__name__, str(value)) for value, _ in field.choices)


def test_every_state_of_every_model_has_a_shape():
    states = list(_states())

    assert states
    assert [(model, value) for model, value in states if value not in STATE_SHAPES] == []


def test_every_state_points_to_a_drawn_shape():
    assert set(STATE_SHAPES.values()) <= set(SHAPES)


def test_a_badge_always_says_its_word():
    for shape in SHAPES:
        assert strip_tags(badge(shape, "Đang soạn")) == "Đang soạn"


def test_a_badge_hides_its_shape_from_screen_readers():
    assert 'aria-hidden="true"' in badge("late", "Trễ 3 ngày")


def test_a_badge_escapes_what_it_says():
    assert "<script>" not in badge("new", "<script>")


def test_a_state_badge_speaks_the_model_s_own_words():
    thing = SimpleNamespace(state="submitted", get_state_display=lambda: "Chờ thẩm định")

    assert strip_tags(state_badge(thing)) == "Chờ thẩm định"
    assert "tone-info" in state_badge(thing)


@pytest.mark.parametrize(
    ("days", "left", "words"),
    [
        (-3, -1, "Trễ 1 ngày làm việc"),
        (-1, 0, "Trễ 1 ngày làm việc"),
        (0, 0, "Hôm nay"),
        (1, 1, "Ngày mai"),
        (3, 1, "Còn 1 ngày làm việc"),
        (9, 7, "Còn 7 ngày làm việc"),
        (2, 0, "Còn 1 ngày làm việc"),
    ],
)
def test_nearness_counts_working_days(days, left, words):
    assert strip_tags(nearness(TODAY + timedelta(days=days), TODAY, left)) == words


def test_a_deadline_is_counted_by_the_calendar_of_working_days():
    context = {"work_days": WorkCalendar(frozenset({date(2024, 10, 8)}), frozenset())}

    assert strip_tags(due(context, date(2024, 10, 14), TODAY)) == "14/10/2024 Còn 4 ngày làm việc"


def test_what_is_done_is_never_late():
    assert strip_tags(due({}, date(2024, 1, 2), TODAY, done=True)).strip() == "2/1/2024"


def test_without_a_deadline_the_page_says_so():
    assert strip_tags(due({}, None, TODAY)) == "Chưa có hạn"


def test_an_empty_icon_draws_nothing():
    assert icon("") == ""
