"""Days, promises, evidence and when askers are asked: pure."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.conclusions.rules import (
    asks_if_solved,
    deadline_day,
    file_type,
    is_late,
    kept_in_time,
    late_up_to,
    notice_due,
    promises_in,
    raised_words,
    working_days_late,
)
from doithoai.conclusions.states import CommitmentState

SINCE = date(2024, 10, 7)
NATIONAL_DAY = {"holidays": {date(2024, 9, 2), date(2024, 9, 3)}}
DAYS = st.dates(date(2022, 1, 1), date(2028, 12, 31))


def test_a_notice_is_due_ten_days_after_the_dialogue_fifteen_when_complex():
    held = date(2024, 10, 24)

    assert notice_due(held, is_complex=False) == date(2024, 11, 3)
    assert notice_due(held, is_complex=True) == date(2024, 11, 8)
    assert notice_due(None, is_complex=True) is None


@pytest.mark.parametrize(
    "due, today, late",
    [
        (date(2024, 8, 30), date(2024, 8, 30), 0),
        (date(2024, 8, 30), date(2024, 9, 1), 1),  # a Sunday: late, though no working day passed
        (date(2024, 8, 31), date(2024, 9, 4), 0),  # a Saturday before the holidays: until the 4th
        (date(2024, 8, 31), date(2024, 9, 5), 1),
        (date(2024, 8, 30), date(2024, 9, 6), 3),
    ],
)
def test_days_of_rest_are_not_counted_against_a_promise(due, today, late):
    assert working_days_late(due, today, **NATIONAL_DAY) == late
    assert is_late(due, today, **NATIONAL_DAY) == bool(late)


@given(due=DAYS, today=DAYS)
def test_the_last_late_day_tells_every_late_promise(due, today):
    assert is_late(due, today, **NATIONAL_DAY) == (due <= late_up_to(today, **NATIONAL_DAY))


@given(due=DAYS, days=st.integers(0, 400))
def test_a_promise_is_kept_in_time_exactly_while_it_is_not_late(due, days):
    day = due + timedelta(days=days)

    assert kept_in_time(day, due, **NATIONAL_DAY) != is_late(due, day, **NATIONAL_DAY)


@pytest.mark.parametrize(
    "words, day",
    [
        ("ngày 30/11/2024", date(2024, 11, 30)),
        ("tháng 11/2024", date(2024, 11, 30)),
        ("quý IV/2024", date(2024, 12, 31)),
        ("quý I", date(2025, 3, 31)),
        ("quý 2 năm 2025", date(2025, 6, 30)),
        ("trong 30 ngày", date(2024, 11, 6)),
        ("trong vòng 5 ngày làm việc", date(2024, 10, 14)),
        ("trước năm 2025", date(2024, 12, 31)),
        ("hết năm 2024", date(2024, 12, 31)),
        ("thời gian tới", None),
        ("", None),
    ],
)
def test_the_words_of_a_deadline_name_its_last_day(words, day):
    assert deadline_day(words, since=SINCE) == day


def test_each_sentence_with_work_to_do_is_a_promise_with_its_unit_and_day():
    body = (
        "Căn cứ Nghị định số 13/2021/NĐ-CP, việc này thuộc trách nhiệm của Sở.\n"
        "Sở Y tế lắp đặt 3 máy lọc nước, hoàn thành trước ngày 30/11/2024; "
        "thời gian tới tiếp tục quan tâm. Sở Xây dựng sẽ khảo sát đường vào xã."
    )
    found = promises_in(body, since=SINCE, units=["Sở Y tế", "Sở Xây dựng"])

    assert [(one.unit, one.due) for one in found] == [
        ("Sở Y tế", date(2024, 11, 30)),
        ("Sở Xây dựng", None),
    ]
    assert found[0].sentence.endswith("trước ngày 30/11/2024")


def test_of_a_period_the_end_is_the_day_and_days_of_papers_are_none():
    (promise,) = promises_in(
        "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2024, Thanh tra Sở sẽ kiểm tra từ ngày "
        "15/10/2024, hoàn thành trước ngày 15/12/2024.",
        since=SINCE,
    )

    assert promise.due == date(2024, 12, 15)


def test_what_was_raised_is_counted_by_kind():
    counts = {"petition": 3, "question": 12, "proposal": 0}

    assert raised_words("Nước sạch nông thôn.", counts) == (
        "Nước sạch nông thôn: 12 câu hỏi, 3 kiến nghị."
    )


OPEN, REPORTED, KEPT, CARRIED, CANCELLED = (
    *(CommitmentState.OPEN, CommitmentState.REPORTED, CommitmentState.KEPT),
    *(CommitmentState.CARRIED, CommitmentState.CANCELLED),
)
LONG_AGO, LATELY = SINCE - timedelta(days=30), SINCE - timedelta(days=29)


@pytest.mark.parametrize(
    "states, published, asked",
    [
        ([], None, False),
        ([], LATELY, False),
        ([], LONG_AGO, True),
        ([OPEN], LONG_AGO, False),
        ([REPORTED], LONG_AGO, False),
        ([KEPT], None, True),
        ([KEPT, OPEN], LONG_AGO, False),
        ([CARRIED, OPEN], LONG_AGO, False),
        ([CARRIED, KEPT], LATELY, True),
        ([CANCELLED], LATELY, False),
        ([CANCELLED], LONG_AGO, True),
    ],
)
def test_askers_are_asked_when_all_is_kept_or_a_month_after_a_bare_answer(states, published, asked):
    assert asks_if_solved(states, published, SINCE) is asked


def zipped(*names):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


WORD = ("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\xff\xd8\xff\xe0 ...", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (zipped(*WORD), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (zipped(*WORD, "word/vbaProject.bin"), None),
        (zipped("xl/workbook.xml"), None),
        (b"PK\x03\x04 broken", None),
        (b"<html>bang-chung.pdf</html>", None),
        (b"", None),
    ],
)
def test_evidence_is_told_by_its_content(data, kind):
    assert file_type(data) == kind
