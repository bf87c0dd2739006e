"""Hundreds of slips by four channels: gathered, sorted, chosen and sent to the office, none lost.

Cao Bằng sends them before 19/5/2022, as its plan says; Tiền Giang the day after its window closes.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from doithoai.planning.models import Conference
from tests.journeys import cao_bang, tien_giang
from tests.journeys.road import needs_seeds
from tests.journeys.slips.cao_bang import CAO_BANG
from tests.journeys.slips.tien_giang import TIEN_GIANG
from tests.journeys.slips.writing import Slip, parcels, slips_of
from tests.journeys.steps import compiling, counting, gathering, planning, preparing, sorting

pytestmark = [pytest.mark.django_db, needs_seeds]
POINTS = ("Công đoàn ngành Y tế", "Hội Phụ nữ xã")


def may(day: int) -> date:
    """That day of May 2022."""
    return date(2022, 5, day)


def october(day: int) -> date:
    """That day of October 2024."""
    return date(2024, 10, day)


def test_cao_bang_sends_three_hundred_before_the_nineteenth_of_may():
    day = date(2022, 4, 22)
    conference = planning.opens_the_conference("cao-bang", "003", day=date(2022, 4, 20), tasks=11)
    conference = planning.issues_the_plan(conference, "1086/KH-UBND", day)
    conference = planning.opens_the_window(conference, date(2022, 4, 25), may(17), day=day)
    slips = slips_of(CAO_BANG, count=300, mixed=6, seed=2022)
    early, union, commune, late = parcels(slips, 168, 70, 50)
    reader = sorting.Reader.of(conference, CAO_BANG, slips)

    other = gathers(conference, early, first=date(2022, 4, 26), last=may(4))
    found = sorts(reader, day=may(5))
    counting.nothing_private_is_shown(conference, slips, day=may(5))
    gathering.takes_a_list_on_its_pages(conference, union, other, day=may(9))
    sorting.changes_its_mind(conference, day=may(11))
    gathering.takes_a_list(conference, commune, day=may(12), again=union[:7])
    counting.some_withdraw(conference, day=may(12), count=5)
    found += sorts(reader, day=may(13))
    conference = planning.fixes_the_day(conference, may(24), day=may(14))
    preparing.writes_the_programme(conference, cao_bang.MINUTES, day=may(17))
    sorting.compares(conference, day=may(18))
    compiling.chooses_for_the_hall(conference, minutes=90, day=may(18))
    said = sends(conference, day=may(18), by_day=may(18))
    gathering.sends_from_home(conference, late, day=may(18), days=1)
    found += sorts(reader, day=may(19))

    gathering.every_channel_came(conference, 300, late=12)
    judges_the_engine(found, slips)
    closes(conference, slips, said, day=may(19))


def test_tien_giang_sends_a_hundred_and_fifty_when_its_window_closes():
    conference = planning.opens_the_conference("tien-giang", "000", day=date(2024, 7, 15), tasks=20)
    window, day = (date(2024, 8, 1), october(9)), date(2024, 7, 16)
    conference = planning.opens_the_window(conference, *window, day=day)
    slips = slips_of(TIEN_GIANG, count=150, mixed=3, seed=2024)
    early, union, commune, late = parcels(slips, 80, 40, 24)
    reader = sorting.Reader.of(conference, TIEN_GIANG, slips)

    other = gathers(conference, early, first=date(2024, 9, 23), last=october(1))
    gathering.takes_a_list_on_its_pages(conference, union, other, day=october(2))
    counting.some_withdraw(conference, day=october(2), count=3)
    found = sorts(reader, day=october(2))
    counting.nothing_private_is_shown(conference, slips, day=october(2))
    gathering.takes_a_list(conference, commune, day=october(7), again=union[:5])
    sorting.changes_its_mind(conference, day=october(7))
    gathering.sends_from_home(conference, late, day=october(10), days=1)
    found += sorts(reader, day=october(10))
    conference = planning.fixes_the_day(conference, october(24), day=october(8))
    preparing.writes_the_programme(conference, tien_giang.MINUTES, day=october(9))
    sorting.compares(conference, day=october(10))
    compiling.chooses_for_the_hall(conference, minutes=150, day=october(10))
    said = sends(conference, day=october(10), by_day=october(10))

    gathering.every_channel_came(conference, 150, late=6)
    judges_the_engine(found, slips)
    closes(conference, slips, said, day=october(10))


def gathers(conference: Conference, slips: Sequence[Slip], *, first: date, last: date):
    """By form, link, from home, by telephone and on paper; the link of another union."""
    page, link, typed, home = parcels(slips, 10, 6, 28)
    one, other = gathering.hands_out_links(conference, POINTS, day=first)
    gathering.writes_on_the_page(conference, page, None, day=first)
    gathering.writes_on_the_page(conference, link, one, day=first)
    gathering.sends_from_home(conference, home, day=first)
    gathering.types_in(conference, typed, day=last)
    sorting.names_keepers(conference, day=last)
    counting.nothing_is_lost(conference, len(slips), unsorted=len(slips))
    return other


def sorts(reader: sorting.Reader, *, day: date) -> Counter[str]:
    """One day at the triage desk, from the engine's proposals to the last slip accepted."""
    conference, count = reader.conference, reader.conference.submissions.count()
    sorting.compares(conference, day=day)
    sorting.splits_mixed_slips(reader, day=day)
    found = sorting.passes_letters_on(reader, day=day)
    counting.nothing_is_lost(conference, count)
    found["aside"] = sorting.sets_strays_aside(reader, day=day)
    found["right"], found["wrong"] = sorting.merges_groups(reader, day=day)
    counting.nothing_is_lost(conference, count)
    found["alone"] = sorting.merges_what_the_engine_missed(reader, day=day)
    sorting.compares(conference, day=day)
    found += sorting.passes_letters_on(reader, day=day)
    sorting.merges_groups(reader, day=day)
    sorting.merges_what_the_engine_missed(reader, day=day)
    found["taken"], found["named"] = sorting.accepts_the_rest(reader, day=day)
    sorting.sends_letters(conference, day=day)
    counting.nothing_is_lost(conference, count, unsorted=0)
    return found


def judges_the_engine(found: Counter[str], slips: Sequence[Slip]) -> None:
    """Every letter was suspected; who answers was nearly always among the three it named."""
    written = Counter(truth for one in slips for truth in one.truth)
    for kind in ("complaint", "denunciation"):
        assert found[kind] == written[kind] > 0
    assert found["named"] > found["taken"] * 0.9 > 0


def sends(conference: Conference, *, day: date, by_day: date) -> str:
    """The table goes to the office; what its paper and its workbook say."""
    compiling.sends_the_table(conference, day=day, by_day=by_day)
    said = compiling.prints_the_table(conference, number=41, day=day)
    return said + compiling.opens_the_workbook(conference, day=day)


def closes(conference: Conference, slips: Sequence[Slip], said: str, *, day: date) -> None:
    """Papers tell nothing private, every sender is told, the sum is all that came."""
    papers = said + " ".join(compiling.prints_slips_of_letters(conference, day=day))
    assert [one.secret for one in slips if one.secret and one.secret in papers] == []
    counting.nothing_private_is_shown(conference, slips, day=day)
    counting.every_sender_is_told(conference, slips, day=day)
    counting.nothing_is_lost(conference, len(slips), unsorted=0)
