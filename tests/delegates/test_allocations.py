"""Seats given to agencies: added up, over-allocation told, proposals after the line's words."""

from datetime import date

import pytest

from doithoai.audit.models import Entry
from doithoai.delegates.actions import (
    add_line,
    allocate,
    amend_allocation,
    amend_line,
    lay_quotas,
    remove_line,
    take_back,
)
from doithoai.delegates.queries import allocation_table, proposed_shares, quota_table
from doithoai.directory.models import AgencyKind
from doithoai.planning.actions import grant
from doithoai.planning.models import Work
from doithoai.planning.queries import conferences_for
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_agency, an_official
from tests.builders_delegates import a_delegate, a_line, an_allocation

pytestmark = pytest.mark.django_db
DUE = date(2024, 10, 15)


@pytest.fixture
def line():
    return a_line(name="Lãnh đạo các sở, ngành", seats=2)


@pytest.fixture
def host(line):
    return an_official(line.conference.host)


def give(line, by, *shares):
    return allocate(line, shares, due=DUE, by=by)


def test_each_agency_gets_its_seats_and_a_part_in_the_conference(line, host):
    health, far = an_agency("Sở Y tế"), an_agency("Sở Xây dựng")
    give(line, host, (health, 1), (far, 1))

    assert [(a.agency, a.seats, a.due) for a in line.allocations.all()] == [
        (far, 1, DUE),
        (health, 1, DUE),
    ]
    assert line.conference in conferences_for(an_official(far))


def test_more_than_the_line_has_is_told_not_refused(line, host):
    give(line, host, (an_agency("Sở Y tế"), 3))
    table = allocation_table(line.conference)

    assert [(row.line, row.allocated, row.left) for row in table.over] == [(line, 3, 0)]


def test_an_agency_has_seats_of_a_line_once(line, host):
    health = an_agency("Sở Y tế")
    give(line, host, (health, 1))

    with pytest.raises(Refused, match="Sở Y tế đã được phân bổ ở dòng này"):
        give(line, host, (health, 1))


def test_a_section_with_rows_is_allocated_row_by_row(line, host):
    a_line(line.conference, parent=line)

    with pytest.raises(Refused, match="Phân bổ từng dòng bên trong"):
        give(line, host, (an_agency(), 1))


def test_who_the_plan_gives_the_list_to_allocates_and_others_do_not(line, host):
    home = an_agency("Sở Nội vụ")
    with pytest.raises(Forbidden):
        give(line, an_official(home), (an_agency(), 1))
    grant(line.conference, agency=home, work=Work.DELEGATES, by=host)

    assert give(line, an_official(home), (an_agency(), 1))


def test_seats_are_not_cut_below_those_already_named(line, host):
    share = an_allocation(line, seats=2)
    a_delegate(allocation=share)
    a_delegate(allocation=share)
    change = {"due": None, "note": "", "version": 0, "by": host}

    with pytest.raises(Refused, match="đã cử 2 người"):
        amend_allocation(share, seats=1, **change)
    assert amend_allocation(share, seats=3, **change).seats == 3
    with pytest.raises(Refused, match="Có người vừa sửa"):
        amend_allocation(share, seats=4, **change)


def test_seats_are_taken_back_only_while_nobody_is_named(line, host):
    share, filled = an_allocation(line), an_allocation(line, an_agency("Sở Nội vụ"))
    a_delegate(allocation=filled)
    take_back(share, by=host)

    assert list(line.allocations.all()) == [filled]
    with pytest.raises(Refused, match="Rút những người đó trước"):
        take_back(filled, by=host)


def test_the_table_counts_who_was_named_and_accepted(line):
    share = an_allocation(line, seats=4)
    a_delegate(allocation=share)
    a_delegate(allocation=share, state="accepted")
    a_delegate(allocation=share, state="withdrawn")
    a_delegate(line.conference, "accepted", kind="guest")
    table = allocation_table(line.conference)
    (head, _), *_ = table.sections

    assert (head.shares[0].tally.nominated, head.shares[0].lacking) == (2, 2)
    assert (head.tally.nominated, head.tally.accepted) == (2, 1)
    assert (table.tally.nominated, table.outside.accepted) == (3, 1)


def test_a_section_counts_all_its_rows(line):
    row = a_line(line.conference, parent=line)
    a_delegate(allocation=an_allocation(row, seats=2))
    (head, (found,)), *_ = allocation_table(line.conference).sections

    assert (head.allocated, head.tally.nominated) == (2, 1)
    assert (found.allocated, found.tally.nominated) == (2, 1)


def test_a_line_proposes_a_seat_for_each_agency_it_names():
    conference = a_conference()
    trade = an_agency("Sở Công Thương")
    line = a_line(conference, name="Lãnh đạo các sở: Công Thương; Nội vụ; Du lịch", seats=3)
    an_allocation(line)
    proposal = proposed_shares(line)

    assert proposal.shares == ((trade, 1),)
    assert proposal.unknown == ("Du lịch",)


def test_all_seats_are_proposed_for_the_only_agency_named():
    conference = a_conference()
    line = a_line(conference, name="Lãnh đạo Ủy ban nhân dân tỉnh", seats=2)

    assert proposed_shares(line).shares == ((conference.chair, 2),)


def test_committees_named_as_one_are_proposed_each():
    conference = a_conference()
    kind = {"kind": AgencyKind.DISTRICT_COMMITTEE}
    found = [an_agency(f"Ủy ban nhân dân huyện {name}", **kind) for name in ("Cái Bè", "Cai Lậy")]
    line = a_line(conference, name="Lãnh đạo Ủy ban nhân dân cấp huyện", seats=2)

    assert set(proposed_shares(line).shares) == {(agency, 1) for agency in found}


def test_lines_are_added_corrected_and_removed_by_hand(host, line):
    conference = line.conference
    tail = a_line(conference, name="Cấp huyện")
    row = add_line(conference, parent=line, no="1", name="Báo chí", seats=2, by=host)
    amend_line(row, no="1", name="Báo, đài", seats=3, version=0, by=host)
    found = conference.quota_lines.values_list("position", "name")

    assert list(found) == [(1, line.name), (2, "Báo, đài"), (3, tail.name)]
    remove_line(row, by=host)
    assert quota_table(conference).total == 7


def test_a_line_corrected_by_another_meanwhile_is_not_overwritten(host, line):
    amend_line(line, no="", name="Khác", seats=1, version=0, by=host)

    with pytest.raises(Refused, match="Có người vừa sửa dòng này"):
        amend_line(line, no="", name="Khác nữa", seats=2, version=0, by=host)


def test_a_line_in_use_is_not_removed(host, line):
    an_allocation(line)

    with pytest.raises(Refused, match="đã phân bổ"):
        remove_line(line, by=host)


def test_a_row_goes_into_a_section_of_its_own_conference(host, line):
    other = a_line()

    with pytest.raises(Refused, match="một mục của hội nghị này"):
        add_line(line.conference, parent=other, no="", name="Báo chí", seats=1, by=host)


def test_every_deed_on_the_table_stands_in_the_trail(host, line):
    give(line, host, (an_agency("Sở Y tế"), 1))
    lay_quotas(line.conference, [], by=host)
    verbs = Entry.objects.filter(verb__startswith="delegates.").values_list("verb", flat=True)

    assert set(verbs) == {"delegates.allocate", "delegates.lay_quotas"}
