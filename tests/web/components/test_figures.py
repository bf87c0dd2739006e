"""Figures keep their table, their order and their sum."""

import re

import pytest
from django.template import engines

from doithoai.lifecycle.rail import Rail, Stop
from doithoai.web.gallery.samples import a_rail
from doithoai.web.templatetags.charts import bar_chart, hundredths, rail


def rendered(source, **context):
    return engines["django"].from_string(source).render(context)


def a_chart(values=(6, 13, 2), late=True, **row):
    rows = [{"label": "Sở Y tế", "values": list(values), **row}]
    return bar_chart("21 câu", rows, ["Đã duyệt", "Đang soạn", "Trễ hạn"][: len(values)], late=late)


def test_what_is_late_keeps_the_fourth_colour_and_is_said_in_words():
    chart = a_chart()

    assert [piece.tone for piece in chart["lines"][0]["segments"]] == [1, 2, 4]
    assert chart["lines"][0]["late"] == 2


def test_the_longest_bar_fills_the_width_and_pieces_follow_one_another():
    first, second, third = a_chart()["lines"][0]["segments"]

    assert first.x == "0.00"
    assert float(second.x) == pytest.approx(100 * 6 / 21, abs=0.01)
    assert float(third.x) + float(third.width) == pytest.approx(100, abs=0.5)


def test_a_series_without_anything_draws_nothing():
    assert a_chart(values=(0, 0, 0))["lines"][0]["segments"] == []


def test_a_chart_of_one_series_may_mark_one_bar():
    chart = a_chart(values=(9,), late=False, tone=1)

    assert chart["lines"][0]["segments"][0].tone == 1


def test_the_table_beneath_repeats_every_number():
    html = rendered(
        '{% bar_chart "21 câu" rows legend late=True %}',
        rows=[{"label": "Sở Y tế", "values": [6, 13, 2]}],
        legend=["Đã duyệt", "Đang soạn", "Trễ hạn"],
    )

    assert re.findall(r'<td class="number">(\d+)</td>', html) == ["6", "13", "2", "21"]
    assert "2 trễ" in html


@pytest.mark.parametrize(("share", "written"), [(-1, "0.0"), (0.794, "79.4"), (3, "100.0")])
def test_a_share_stays_within_its_ring(share, written):
    assert hundredths(share) == written


def test_the_rail_marks_the_page_being_read_once():
    html = rendered('{% rail rail "answers" %}', rail=a_rail())
    road = html.split("rail-road")[1]

    assert road.count('aria-current="page"') == 1
    assert road.count("Giai đoạn hiện tại") == 1
    assert "7 trễ hạn" in road


def test_a_stage_one_may_not_enter_is_text():
    html = rendered("{% rail rail %}", rail=a_rail())

    assert "Hội trường" in html
    assert html.split("rail-road")[1].count("<a ") == 4


def test_addresses_of_stages_come_from_the_page():
    stop = Stop(1, "planning", "Kế hoạch", "now", 0, "", "", "")
    shown = rail(Rail([stop], None, 6), "planning", {"planning": "/ke-hoach/"})

    assert [place.url for place in shown["stops"]] == ["/ke-hoach/"]


def test_the_slim_rail_keeps_only_the_day_of_the_pin():
    assert rail(a_rail(), slim=True)["pin"] == "Dự kiến 24/10"


def test_a_rail_in_a_list_names_the_stage_and_draws_eight_shapes():
    html = rendered("{% rail_shapes rail %}", rail=a_rail())

    assert "Câu hỏi" in html
    assert html.count("<svg") == 8
