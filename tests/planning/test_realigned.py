"""Places of a corrected list stay with the words they were read from."""

from doithoai.planning.rules import realigned

PLACES = {"topics[0]": "A", "topics[1]": "B", "topics[2]": "C", "title": "T"}


def test_a_row_put_in_front_moves_the_places_of_the_others():
    found = realigned(PLACES, "topics", ["a", "b", "c"], ["x", "a", "b", "c"])

    assert found == {"topics[1]": "A", "topics[2]": "B", "topics[3]": "C", "title": "T"}


def test_a_row_taken_out_takes_its_place_along():
    assert realigned(PLACES, "topics", ["a", "b", "c"], ["a", "c"]) == {
        "topics[0]": "A",
        "topics[1]": "C",
        "title": "T",
    }


def test_a_row_rewritten_keeps_its_place():
    assert realigned(PLACES, "topics", ["a", "b", "c"], ["a", "b, sửa", "c"]) == PLACES


def test_parts_of_a_row_move_with_it():
    places = {"tasks[1]": "B", "tasks[1].due": "D"}
    old = [{"text": "a"}, {"text": "b"}]

    assert realigned(places, "tasks", old, old[1:]) == {"tasks[0]": "B", "tasks[0].due": "D"}


def test_rows_inside_a_section_move_inside_it():
    places = {"quotas[0]": "I", "quotas[0].rows[0]": "1", "quotas[0].rows[1]": "2"}
    old = [{"no": "I", "name": "Tỉnh", "rows": [{"name": "a"}, {"name": "b"}]}]
    new = [{"no": "I", "name": "Tỉnh", "rows": [{"name": "b"}]}]

    assert realigned(places, "quotas", old, new) == {"quotas[0]": "I", "quotas[0].rows[0]": "2"}


def test_places_of_other_lists_stay():
    places = {"topics_x[0]": "other", "recipients[0]": "R"}

    assert realigned(places, "topics", ["a"], []) == places
