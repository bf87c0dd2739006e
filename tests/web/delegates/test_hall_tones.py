"""Two blocks never look alike, however many a hall has."""

import pytest

from doithoai.web.delegates.hall_tones import breadth, tones


def test_forty_blocks_of_the_audience_and_the_table_press_and_staff_all_differ():
    found = tones(["stage", *["audience"] * 40, "press", "staff"])

    assert len(set(found)) == 43


def test_neighbours_differ_by_fill_not_by_a_bar_alone():
    fills = [tone.split()[0] for tone in tones(["audience"] * 9)]

    assert all(one != other for one, other in zip(fills, fills[1:], strict=False))


@pytest.mark.parametrize(
    "widths, expected", [([], "roomy"), ([8, 16], "roomy"), ([24, 8], "close"), ([60], "wide")]
)
def test_seats_stand_closer_the_wider_the_hall(widths, expected):
    assert breadth(widths) == expected
