"""Promises: made, reported, accepted, put off, given up, taken up again."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.conclusions.actions import (
    Evidence,
    Terms,
    ask_extension,
    cancel,
    decide_extension,
    judge_report,
    promise,
    reopen,
    report_progress,
)
from doithoai.conclusions.models import Commitment, Extension, ProgressReport, Verdict
from doithoai.conclusions.states import CommitmentState, ExtensionState, ReportState
from doithoai.planning.queries import participating_agencies
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_question, an_agency, an_approver, an_official
from tests.builders_conclusions import (
    a_commitment,
    a_held_conference,
    a_report,
    a_verdict,
    an_adviser,
    an_extension,
)

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 bien ban nghiem thu"
DUE = date(2024, 12, 2)


@pytest.fixture
def conference():
    return a_held_conference()


def reported(commitment, claims_done=True, **over):
    over.setdefault("by", an_official(commitment.agency))
    values = {"text": "Đã lắp 3 máy.", "claims_done": claims_done, "version": commitment.version}
    return report_progress(commitment, **(values | over))


def judged(report, verdict=ReportState.ACCEPTED, note="", **over):
    commitment = report.commitment
    by = over.get("by") or an_official(commitment.conference.office)
    version = Commitment.objects.get(pk=commitment.pk).version
    return judge_report(report, verdict=verdict, note=note, version=version, by=by)


def test_a_promise_of_the_hall_is_written_by_hand_and_numbered(conference):
    a_commitment(conference)
    terms = Terms("Sửa cầu Phú Tân.", conference.office, DUE, [conference.host], "Ảnh cây cầu")

    made = promise(conference, terms, by=an_official(conference.host))

    assert (made.number, made.state, made.due) == (2, CommitmentState.OPEN, DUE)
    assert list(made.supporting.all()) == [conference.host]


def test_an_agency_new_to_the_conference_gets_a_part_from_the_office_only(conference):
    terms = Terms("Sửa cầu.", an_agency("Sở Giao thông", place=conference.place), DUE)
    with pytest.raises(Refused, match="Sở Giao thông chưa có phần việc"):
        promise(conference, terms, by=an_adviser(conference))

    promise(conference, terms, by=an_official(conference.office))
    assert terms.agency in participating_agencies(conference)


@pytest.mark.parametrize(
    ("due", "words"), [(date(2024, 9, 29), "ngày tổ chức"), (date(2042, 12, 31), "ba năm")]
)
def test_a_promise_is_due_after_the_conference_and_within_three_years(conference, due, words):
    terms = Terms("Sửa cầu.", conference.office, due)

    with pytest.raises(Refused, match=words):
        promise(conference, terms, by=an_official(conference.host))


def test_an_agency_claims_it_done_and_the_office_agrees(conference):
    commitment = a_commitment(conference)
    with clock.at(datetime(2024, 10, 1, 18, tzinfo=UTC)):
        report = reported(commitment)
    assert Commitment.objects.get().state == CommitmentState.REPORTED

    judged(report)

    kept = Commitment.objects.get()
    assert (kept.state, kept.kept_on) == (CommitmentState.KEPT, date(2024, 10, 2))
    assert kept.closed_at == clock.now()


def test_a_claim_sent_back_with_a_reason_leaves_the_promise_open(conference):
    report = reported(a_commitment(conference))
    with pytest.raises(Refused, match="lý do trả lại"):
        judged(report, ReportState.RETURNED)

    returned = judged(report, ReportState.RETURNED, "Chưa có biên bản nghiệm thu")

    assert returned.verdict_note == "Chưa có biên bản nghiệm thu"
    assert Commitment.objects.get().state == CommitmentState.OPEN


def test_news_without_a_claim_leaves_the_promise_open_either_way(conference):
    commitment = a_commitment(conference)
    judged(reported(commitment, claims_done=False))

    assert Commitment.objects.get().state == CommitmentState.OPEN


def test_one_report_waits_at_a_time(conference):
    commitment = a_commitment(conference)
    reported(commitment, claims_done=False)

    with pytest.raises(Refused, match="đang chờ xác nhận"):
        reported(Commitment.objects.get())
    with pytest.raises(IntegrityError), transaction.atomic():
        a_report(commitment)


def test_nobody_judges_his_own_report(conference):
    commitment = a_commitment(conference)
    office = an_official(conference.office)
    commitment.supporting.add(conference.office)
    report = reported(commitment, by=office)

    with pytest.raises(Forbidden):
        judged(report, by=office)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProgressReport.objects.filter(pk=report.pk).update(judged_by=office)


def test_a_stranger_neither_reports_nor_judges(conference):
    commitment = a_commitment(conference)
    other = an_official(conference.participations.order_by("pk")[1].agency)
    with pytest.raises(Forbidden):
        reported(commitment, by=other)
    report = reported(commitment)
    with pytest.raises(Forbidden):
        judged(report, by=other)


def test_what_needs_proof_is_not_claimed_without(conference):
    commitment = a_commitment(conference, evidence_wanted="biên bản nghiệm thu")
    with pytest.raises(Refused, match="biên bản nghiệm thu"):
        reported(commitment)

    report = reported(commitment, evidence=Evidence("", "nghiem-thu.pdf", PDF))
    assert (report.evidence_type, bytes(report.evidence)) == ("application/pdf", PDF)


@pytest.mark.parametrize(
    "data, words", [(b"<script>", "Chỉ nhận tệp PDF"), (PDF + b"x" * 5 * 1024 * 1024, "quá 5 MB")]
)
def test_only_small_files_of_known_kinds_prove_anything(conference, data, words):
    with pytest.raises(Refused, match=words):
        reported(a_commitment(conference), evidence=Evidence("", "a.pdf", data))


def test_more_time_is_asked_with_a_reason_and_a_later_day(conference):
    commitment = a_commitment(conference)
    keeper = an_official(commitment.agency)

    def ask(day, reason="Chờ nhập máy."):
        return ask_extension(commitment, new_due=day, reason=reason, version=0, by=keeper)

    with pytest.raises(Refused, match="sau hạn cũ"):
        ask(date(2024, 11, 29))
    with pytest.raises(Refused, match="lý do"):
        ask(date(2024, 12, 31), " ")
    with pytest.raises(Refused, match="ba năm"):
        ask(date(2042, 12, 31))
    ask(date(2024, 12, 31))

    extension = Extension.objects.get()
    assert (extension.old_due, extension.new_due) == (date(2024, 11, 29), date(2024, 12, 31))
    assert Commitment.objects.get().due == date(2024, 11, 29)


@pytest.mark.parametrize(
    "verdict, due",
    [(ExtensionState.GRANTED, date(2024, 12, 31)), (ExtensionState.REFUSED, date(2024, 11, 29))],
)
def test_the_offices_approver_grants_the_new_day_or_does_not(conference, verdict, due):
    commitment = a_commitment(conference)
    extension = an_extension(commitment)
    with pytest.raises(Forbidden):
        decide_extension(
            extension, verdict=verdict, note="x", version=0, by=an_official(conference.office)
        )

    decider = an_approver(conference.office)
    decide_extension(extension, verdict=verdict, note="Đã xem", version=0, by=decider)

    extension.refresh_from_db()
    assert (extension.state, extension.decided_by) == (verdict, decider)
    assert (extension.old_due, Commitment.objects.get().due) == (date(2024, 11, 29), due)


def test_a_refusal_says_why(conference):
    extension = an_extension(a_commitment(conference))

    with pytest.raises(Refused, match="lý do"):
        decide_extension(
            extension, verdict="refused", note="", version=0, by=an_approver(conference.office)
        )


def test_only_the_chair_lets_a_promise_fall_and_says_why(conference):
    commitment = a_commitment(conference)
    with pytest.raises(Forbidden):
        cancel(commitment, reason="Thôi", version=0, by=an_approver(conference.office))
    with pytest.raises(Refused, match="lý do hủy"):
        cancel(commitment, reason=" ", version=0, by=an_approver(conference.chair))

    fallen = cancel(commitment, reason="Đã gộp", version=0, by=an_approver(conference.chair))
    assert (fallen.state, fallen.reason) == (CommitmentState.CANCELLED, "Đã gộp")


@pytest.mark.parametrize("state", ["kept", "carried", "cancelled"])
def test_what_is_closed_is_not_reported_on_nor_put_off(conference, state):
    commitment = a_commitment(conference, state)
    with pytest.raises(Refused, match="không báo cáo thêm"):
        reported(commitment)
    with pytest.raises(Refused, match="không xin gia hạn"):
        ask_extension(
            commitment, new_due=DUE, reason="x", version=0, by=an_official(commitment.agency)
        )


def test_a_promise_is_taken_up_again_when_an_asker_says_not_solved(conference):
    question = a_question(conference)
    commitment = a_commitment(conference, CommitmentState.KEPT, question=question)
    again = {"due": DUE, "reason": "Máy hỏng", "version": 0, "by": an_official(conference.office)}
    with pytest.raises(Refused, match="Chưa có người hỏi nào"):
        reopen(commitment, **again)
    a_verdict(question, Verdict.NOT_SOLVED)

    opened = reopen(commitment, **again)

    assert (opened.state, opened.due, opened.kept_on) == (CommitmentState.OPEN, DUE, None)
    assert opened.reopened_at == clock.now()
    assert Entry.objects.get(verb="conclusions.reopen").before["kept_on"] == "2024-10-02"


def test_the_agency_itself_does_not_reopen(conference):
    question = a_question(conference)
    commitment = a_commitment(conference, CommitmentState.KEPT, question=question)
    a_verdict(question)

    with pytest.raises(Forbidden):
        reopen(commitment, due=DUE, reason="x", version=0, by=an_official(commitment.agency))


def test_who_comes_second_is_told(conference):
    commitment = a_commitment(conference)
    reported(commitment, claims_done=False)

    with pytest.raises(Refused, match="vừa sửa"):
        cancel(commitment, reason="Thôi", version=0, by=an_approver(conference.chair))
