"""The programme: the plan's draft, its items, what is given out."""

from datetime import time

import pytest

from doithoai.planning.actions import grant
from doithoai.planning.models import Work
from doithoai.programme.actions import (
    add_item,
    amend_item,
    draft_programme,
    lay_usual_items,
    move_item,
    release_programme,
    remove_item,
)
from doithoai.programme.models import AgendaItem
from doithoai.programme.permissions import may_compose
from doithoai.programme.queries import items_of, programme_changes, programme_of, timetable
from doithoai.programme.states import ProgrammeState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_agency, an_official
from tests.builders_programme import a_preparation, an_item

pytestmark = pytest.mark.django_db
PARTS = [
    {"no": "I", "name": "ĐỐI THOẠI", "items": [{"name": "Khai mạc", "performer": "UBND tỉnh"}]},
    {"no": None, "name": None, "items": [{"name": "Bế mạc", "performer": None, "time": "11h00"}]},
]


def test_items_keep_order_part_performer_and_time():
    conference = a_conference()

    draft_programme(conference, PARTS, by=an_official(conference.office))

    items = AgendaItem.objects.values_list("position", "part", "name", "performer", "time_text")
    assert list(items) == [
        (1, "I. ĐỐI THOẠI", "Khai mạc", "UBND tỉnh", ""),
        (2, "", "Bế mạc", "", "11h00"),
    ]


def test_a_department_does_not_write_the_programme():
    with pytest.raises(Forbidden):
        draft_programme(a_conference(), PARTS, by=an_official())


def test_a_draft_item_gets_kind_minutes_and_agency_from_its_words():
    conference = a_conference()
    union = an_agency("Liên đoàn Lao động tỉnh", aliases=["LĐLĐ tỉnh"], place=conference.place)
    items = [{"name": "Văn nghệ chào mừng", "performer": "LĐLĐ tỉnh"}]

    item = draft_programme(conference, [{"items": items}], by=an_official(conference.host))[0]

    item.refresh_from_db()
    assert (item.kind, item.minutes, item.minutes_proposed) == ("performance", 15, True)
    assert item.agency == union


def names(conference):
    return [(item.position, item.name) for item in items_of(conference)]


def test_an_item_is_added_at_its_place():
    conference = a_conference()
    first, host = an_item(conference, name="Khai mạc"), an_official(conference.host)
    an_item(conference, name="Bế mạc")

    item = add_item(conference, name="Phóng sự", after=first, by=host)

    assert names(conference) == [(1, "Khai mạc"), (2, "Phóng sự"), (3, "Bế mạc")]
    assert (item.kind, item.minutes, item.minutes_proposed) == ("documentary", 10, True)


def test_given_minutes_are_no_proposal():
    item = an_item()
    host = an_official(item.conference.host)

    item = amend_item(item, minutes=25, version=0, by=host)

    assert (item.minutes, item.minutes_proposed, item.version) == (25, False, 1)
    with pytest.raises(Refused, match="vừa sửa"):
        amend_item(item, minutes=30, version=0, by=host)


def test_an_item_moves_one_place_and_stops_at_the_end():
    conference = a_conference()
    first, host = an_item(conference, name="Một"), an_official(conference.host)
    an_item(conference, name="Hai")

    move_item(first, towards="down", by=host)

    assert names(conference) == [(1, "Hai"), (2, "Một")]
    with pytest.raises(Refused, match="cuối danh sách"):
        move_item(first, towards="down", by=host)


def test_a_removed_item_leaves_no_gap_and_keeps_its_preparations():
    conference = a_conference()
    first, host = an_item(conference, name="Một"), an_official(conference.host)
    an_item(conference, name="Hai")
    preparation = a_preparation(conference, agenda_item=first)

    remove_item(first, by=host)

    preparation.refresh_from_db()
    assert names(conference) == [(1, "Hai")]
    assert preparation.agenda_item is None


def test_the_usual_items_are_laid_only_once():
    conference = a_conference()
    host = an_official(conference.host)
    lay_usual_items(conference, by=host)

    assert [item.kind for item in items_of(conference)] == [
        *("introduction", "opening", "dialogue", "conclusion", "closing")
    ]
    with pytest.raises(Refused, match="đã có mục"):
        lay_usual_items(conference, by=host)


def test_what_is_given_out_is_kept_and_a_change_makes_it_a_draft_again():
    conference = a_conference(start_time=time(8))
    item, host = an_item(conference), an_official(conference.host)

    release = release_programme(conference, version=0, by=host)
    item.refresh_from_db()
    assert (release.number, item.minutes_proposed) == (1, False)
    assert [(row["starts"], row["ends"]) for row in release.items] == [("08:00", "08:10")]

    amend_item(item, minutes=25, version=0, by=host)
    programme = programme_of(conference)
    changes, log = programme_changes(programme, timetable(conference))
    assert programme.state == ProgrammeState.DRAFT
    assert changes == [
        "“Khai mạc hội nghị”: thời lượng 10 phút → 25 phút.",
        "“Cả chương trình”: kết thúc 08:10 → 08:25.",
    ]
    assert [(one.number, one.changes) for one in log] == [(1, [])]


def test_a_programme_without_hours_is_not_given_out():
    conference = a_conference()
    an_item(conference)

    with pytest.raises(Refused, match="giờ bắt đầu"):
        release_programme(conference, version=0, by=an_official(conference.host))


def test_nothing_is_given_out_twice_or_empty():
    conference = a_conference(start_time=time(8))
    host = an_official(conference.host)
    with pytest.raises(Refused, match="Chưa có mục"):
        release_programme(conference, version=0, by=host)
    an_item(conference)
    release_programme(conference, version=0, by=host)

    with pytest.raises(Refused, match="vừa thay đổi"):
        release_programme(conference, version=0, by=host)
    with pytest.raises(Refused, match="Đã phát hành"):
        release_programme(conference, version=1, by=host)


@pytest.mark.parametrize("role, may", [("host", True), ("office", True), ("chair", False)])
def test_host_and_office_write_the_programme(role, may):
    conference = a_conference()

    assert may_compose(an_official(getattr(conference, role)), conference) is may


def test_who_was_given_the_script_writes_the_programme():
    conference, labour = a_conference(), an_agency("Sở Lao động")
    grant(conference, agency=labour, work=Work.SCRIPT, by=an_official(conference.office))

    assert add_item(conference, name="Giải lao", by=an_official(labour)).kind == "break"
    with pytest.raises(Forbidden):
        add_item(conference, name="Giải lao", by=an_official(an_agency("Sở Tư pháp")))
