"""Lists of questions: looked through row by row, then taken whole or not at all."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.audit.queries import trail_of
from doithoai.planning.states import ConferenceState
from doithoai.questions.actions import (
    begin_reading,
    begin_taking,
    drop_list,
    mark_rows,
    receive,
    resume,
    send_list,
    take_rows,
)
from doithoai.questions.actions.lists import claiming, reading, sending, taking
from doithoai.questions.models import ListRow, Part, Question, ReceivedList, RowVerdict, Submission
from doithoai.questions.states import ListState
from doithoai.reading.lists import open_list
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_official
from tests.builders_questions import a_collection_point, a_list, a_list_file

pytestmark = pytest.mark.django_db
ROAD = (1, "Khi nào sửa đường ấp 3?", "Nguyễn Thị Mười", "Ấp 3", "0912345678", "x", "2/9/2024")
WATER = (2, "Khi nào có nước sạch?", "Trần Thị Tám", "Ấp 5", "0987654321", "", "")
BLANK = (3, "", "Lê Thị Chín", "", "", "", "")


def verdicts(received):
    return list(received.rows.values_list("verdict", flat=True).order_by("number"))


def take(received, *, without_faulty=True):
    begin_taking(
        received, without_faulty=without_faulty, version=received.version, by=received.sent_by
    )
    take_rows(received.pk)
    received.refresh_from_db()


def test_each_row_is_told_new_come_before_or_faulty(conference, official):
    stored = receive(conference, text=WATER[1], sender_name=WATER[2], sender_unit="ấp 5", by=None)
    received = a_list(conference, ROAD, WATER, BLANK, ROAD, by=official)

    assert received.state == ListState.READ
    assert (received.total, received.done) == (4, 4)
    assert verdicts(received) == ["new", "duplicate", "faulty", "duplicate"]
    road, water, blank, again = received.rows.order_by("number")
    assert water.like_submission == stored
    assert again.like_row == road.number
    assert "Chưa có nội dung" in blank.fault
    assert Submission.objects.count() == 1


def test_a_taken_list_is_submissions_parts_and_questions_in_its_order(conference, official):
    point = a_collection_point(conference)
    received = a_list(conference, ROAD, WATER, by=official, collection_point=point)
    take(received)

    assert received.state == ListState.TAKEN
    first, second = Submission.objects.order_by("pk")
    assert [p.question.number for p in Part.objects.order_by("pk")] == [1, 2]
    assert [p.text for p in Part.objects.order_by("pk")] == [ROAD[1], WATER[1]]
    assert (first.sender_name, first.phone, first.consents_contact) == (ROAD[2], ROAD[4], True)
    assert (second.phone, second.consents_contact) == ("", False)
    assert {first.collection_point, second.collection_point} == {point}
    assert (first.channel, first.notice_version) == ("union", "")
    assert received.rows.order_by("number")[0].submission == first


def test_once_taken_neither_file_nor_rows_keep_who_sent_what(conference, official):
    received = a_list(conference, ROAD, BLANK, by=official)
    take(received)

    assert bytes(received.content) == b""
    kept = str([received.columns, *ListRow.objects.values_list("values", flat=True)])
    assert ROAD[2] not in kept
    assert BLANK[2] not in kept


def test_the_trail_has_one_line_for_the_list_and_what_each_question_needs(conference, official):
    received = a_list(conference, ROAD, WATER, by=official)
    take(received)

    line = trail_of(received).get(verb="questions.take_list")
    assert (line.actor, line.after["submissions"]) == (official, 2)
    for question in Question.objects.all():
        assert [e.verb for e in trail_of(question)] == ["questions.open"]
    trail = str(list(Entry.objects.values_list("thing_name", "before", "after")))
    assert ROAD[2] not in trail
    assert ROAD[1] not in trail


def test_faulty_rows_stop_the_list_until_an_official_leaves_them(conference, official):
    received = a_list(conference, ROAD, BLANK, by=official)

    with pytest.raises(Refused, match="Còn 1 dòng có lỗi"):
        take(received, without_faulty=False)
    assert not Submission.objects.exists()

    received.refresh_from_db()
    take(received)
    assert Submission.objects.count() == 1


def test_the_same_file_is_told_at_once_and_a_saved_one_row_by_row(conference, official):
    file = a_list_file([ROAD, WATER])
    take(a_list(conference, by=official, content=file))

    with pytest.raises(Refused, match="Tệp này đã tải lên"):
        send_list(conference, file_name="b.xlsx", content=file, by=official)
    again = a_list(conference, WATER, ROAD, by=official)
    assert verdicts(again) == ["duplicate", "duplicate"]
    with pytest.raises(Refused, match="Không có dòng nào để nhận"):
        take(again)
    assert Submission.objects.count() == 2


def test_the_same_bytes_are_refused_while_the_first_stands(conference, official):
    content = a_list_file([ROAD])
    first = send_list(conference, file_name="a.xlsx", content=content, by=official)
    with pytest.raises(Refused, match="Tệp này đã tải lên"):
        send_list(conference, file_name="b.xlsx", content=content, by=official)

    drop_list(first, version=first.version, by=official)
    assert send_list(conference, file_name="b.xlsx", content=content, by=official)


def test_an_official_takes_a_duplicate_all_the_same_and_leaves_a_row(conference, official):
    received = a_list(conference, ROAD, WATER, ROAD, by=official)
    numbers = [row.number for row in received.rows.order_by("number")]
    mark_rows(
        received, shown=numbers, wanted=[numbers[0], numbers[2]], version=received.version,
        by=official,
    )  # fmt: skip
    received.refresh_from_db()
    take(received)

    assert [s.text for s in Submission.objects.order_by("pk")] == [ROAD[1], ROAD[1]]
    assert Question.objects.count() == 2


def test_a_faulty_row_is_never_wanted(conference, official):
    received = a_list(conference, ROAD, BLANK, by=official)
    number = received.rows.get(verdict=RowVerdict.FAULTY).number
    mark_rows(received, shown=[number], wanted=[number], version=received.version, by=official)

    assert not received.rows.get(number=number).is_wanted


def test_of_two_who_decide_at_once_the_second_is_told(conference, official):
    received = a_list(conference, ROAD, by=official)
    begin_taking(received, without_faulty=False, version=received.version, by=official)

    for deed in (
        lambda: begin_taking(received, without_faulty=False, version=received.version, by=official),
        lambda: drop_list(received, version=received.version, by=official),
    ):
        with pytest.raises(Refused, match="vừa sửa"):
            deed()


def test_what_came_meanwhile_sends_the_list_back_to_be_looked_at(conference, official):
    received = a_list(conference, ROAD, WATER, by=official)
    receive(conference, text=ROAD[1], sender_name=ROAD[2], sender_unit=ROAD[3], by=None)
    take(received)

    assert received.state == ListState.READ
    assert "1 dòng mới đã được nhận bằng cách khác" in received.fault
    assert verdicts(received) == ["duplicate", "new"]
    assert Submission.objects.count() == 1


def test_a_break_in_the_middle_leaves_nothing_and_can_be_taken_again(
    conference, official, monkeypatch
):
    received = a_list(conference, ROAD, WATER, by=official)
    with monkeypatch.context() as broken:
        broken.setattr(taking, "_finish", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            take(received)
    assert not Submission.objects.exists()
    assert not Question.objects.exists()

    take_rows(received.pk)
    assert not Submission.objects.exists()
    with clock.at(clock.now() + timedelta(minutes=3)):
        take_rows(received.pk)
        take_rows(received.pk)
    assert Submission.objects.count() == 2


def test_reading_that_broke_off_begins_anew(conference, official, monkeypatch):
    monkeypatch.setattr(reading, "BATCH", 1)
    real, calls = reading.keep_going, []

    def breaks(received, done):
        calls.append(done)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(received, done)

    monkeypatch.setattr(reading, "keep_going", breaks)
    with pytest.raises(KeyboardInterrupt):
        a_list(conference, ROAD, WATER, by=official)
    received = ReceivedList.objects.get()
    assert (received.state, received.done, received.total) == ("reading", 1, 2)

    with pytest.raises(Refused, match="đang chạy"):
        resume(received, version=received.version, by=official)
    with clock.at(clock.now() + timedelta(minutes=3)):
        resume(received, version=received.version, by=official)
        reading.read_rows(received.pk)
    assert verdicts(received) == ["new", "new"]


def test_a_worker_that_lost_its_list_writes_no_more(conference, official):
    received = send_list(conference, file_name="a.xlsx", content=a_list_file([ROAD]), by=official)
    begin_reading(received, head=1, fields={"text": 1}, version=0, by=official)
    mine = claiming.claim(received.pk, ListState.READING)
    received.refresh_from_db()
    drop_list(received, version=received.version, by=official)

    with pytest.raises(claiming.Lost):
        claiming.keep_going(mine, 1)


@pytest.mark.parametrize(
    "day, is_late", [("10/10/2024", True), ("9/10/2024", False), ("1/7/2024", False), ("", True)]
)
def test_late_is_by_the_day_on_the_slip_or_the_day_the_list_came(day, is_late, official):
    conference = a_conference(host=official.agency)
    with clock.at(clock.now() + timedelta(days=10)):
        take(a_list(conference, (*ROAD[:6], day), by=official))

    assert Submission.objects.get().is_late == is_late


def test_rows_beyond_the_most_are_refused_whole(conference, official, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    rows = [(n, f"Câu hỏi thứ {n} về đường") for n in range(3)]
    received = a_list(conference, *rows, by=official)

    assert received.state == ListState.UNREADABLE
    assert "Tách thành nhiều tệp" in received.fault
    assert not received.rows.exists()


def test_a_heavy_file_is_read_while_nothing_is_locked(conference, official, monkeypatch):
    depths, outside = [], len(connection.savepoint_ids)

    def look(*args, **kwargs):
        depths.append(len(connection.savepoint_ids))
        return open_list(*args, **kwargs)

    monkeypatch.setattr(sending, "open_list", look)
    a_list(conference, ROAD, by=official)

    assert depths == [outside]


def test_only_who_may_enter_sends_and_takes(conference):
    chair, reader = an_official(conference.chair), an_official(conference.host, "reader")
    for person in (chair, reader):
        with pytest.raises(Forbidden):
            send_list(conference, file_name="a.xlsx", content=a_list_file([ROAD]), by=person)


def test_nothing_comes_in_before_the_plan_is_issued(official):
    draft = a_conference(host=official.agency, state=ConferenceState.DRAFT)

    with pytest.raises(Refused, match="chưa ban hành"):
        a_list(draft, ROAD, by=official)


def test_the_database_itself_keeps_one_file(conference, official):
    received = a_list(conference, ROAD, by=official)
    twin = ReceivedList(
        conference=conference, sha256=received.sha256, content=b"", sent_by=official
    )

    with pytest.raises(IntegrityError):
        twin.save()


def test_a_file_sent_again_is_told_when_it_came_by_the_clock_here(conference, official):
    with clock.at(datetime(2024, 10, 6, 21, 22, tzinfo=UTC)):
        a_list(conference, ROAD, by=official)
        file = ReceivedList.objects.get().content
        with pytest.raises(Refused, match="lúc 04:22, 7/10/2024"):
            send_list(conference, file_name="b.xlsx", content=bytes(file), by=official)
