"""Steps after the day: the notice, every promise as it goes, papers, next year's conference."""

from datetime import date, timedelta

from doithoai.conclusions.actions import (
    Evidence,
    ask_extension,
    begin_notice,
    confirm_item,
    decide_extension,
    judge_report,
    publish_notice,
    report_progress,
    return_notice,
    say_if_solved,
    sign_notice,
    submit_notice,
)
from doithoai.conclusions.models import Commitment, Notice, NoticePart
from doithoai.conclusions.queries import (
    commitments_of,
    figures_of,
    items_by_part,
    records_by_agency,
)
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.directory.models import Agency, Right
from doithoai.directory.queries import work_calendar
from doithoai.documents.actions import Terms, issue
from doithoai.documents.catalogue import RECIPES
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.permissions import issuing_agency
from doithoai.documents.queries import OCCASIONAL
from doithoai.documents.sources.recipe import Wanted
from doithoai.lifecycle.carrying import ITEM, begin_with_last_year
from doithoai.lifecycle.duties import duties_due
from doithoai.lifecycle.opening import start_by_hand
from doithoai.lifecycle.readiness import readiness
from doithoai.lifecycle.standing import standing_of
from doithoai.planning.models import Conference
from doithoai.questions.models import Part
from tests.journeys.road import on, person
from tests.journeys.steps.planning import open_by_hand


def drafts_the_conclusion(conference: Conference, drafter: Agency, *, day: date) -> None:
    """Four parts from what was asked and said; sent back once, then on the chair's table."""
    by, chair = person(drafter), person(conference.chair, Right.APPROVER)
    with on(day):
        notice = begin_notice(conference, by=by)
        for item in notice.items.filter(part=NoticePart.ASSIGNED):
            confirm_item(item, version=_fresh(notice).version, by=by)
        notice = submit_notice(notice, version=_fresh(notice).version, by=by)
    with on(day + timedelta(days=1)):
        note = "Rà lại thời hạn."
        notice = return_notice(notice, note=note, version=notice.version, by=chair)
        notice = submit_notice(notice, version=notice.version, by=by)
    assert notice.state == NoticeState.SUBMITTED


def signs_the_conclusion(conference: Conference, client, *, day: date, number: str) -> None:
    """The chair's person signs, the office makes it public."""
    notice, chair = conference.notice, person(conference.chair, Right.APPROVER)
    with on(day):
        notice = sign_notice(
            notice,
            number=number,
            signed_on=day,
            signer_title="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            signer_name="Nguyễn Văn Ký",
            version=notice.version,
            by=chair,
        )
    with on(day, 15):
        notice = publish_notice(notice, version=notice.version, by=person(conference.office))
        page = client.get(f"/cong/{conference.slug}/ket-luan/").content.decode()
    assert notice.state == NoticeState.PUBLISHED
    assert number in page
    parts = dict(items_by_part(notice))
    assert all(parts[part] for part in NoticePart)
    assert conference.commitments.count() == len(parts[NoticePart.ASSIGNED]) >= 3


def keeps_the_promises(conference: Conference, client, *, day: date) -> Commitment:
    """The first is kept after one return, the second gets more time; the third is late.

    All others are kept at once. Gives the late one.
    """
    first, second, third, *others = conference.commitments.order_by("number")
    with on(day):
        if first.state != CommitmentState.KEPT:
            _report(first, "Đã làm một phần.", claims_done=True)
            _judge(first, "returned", note="Chưa có biên bản nghiệm thu.")
            _keep(first)
        _asks_for_time(second)
        for other in others:
            _keep(other)
    with on(second.due + timedelta(days=10)):
        _keep(second)
    overdue = third.due + timedelta(days=30)
    with on(overdue):
        late = duties_due(conference, today=overdue, within=timedelta(days=1))
        assert [duty.agency for duty in late if duty.left < 0] == [third.agency]
        _is_solved(first, client)
    figures = _figures(conference, overdue)
    assert (figures.open, figures.late) == (1, 1)
    assert figures.kept == figures.total - 1
    return third


def _report(commitment: Commitment, text: str, *, claims_done: bool) -> None:
    commitment.refresh_from_db()
    report_progress(
        commitment,
        text=text,
        claims_done=claims_done,
        evidence=Evidence(url="https://vi-du.gov.vn/ket-qua"),
        version=commitment.version,
        by=person(commitment.agency),
    )


def _judge(commitment: Commitment, verdict: str, note: str = "") -> None:
    commitment.refresh_from_db()
    office = commitment.conference.office
    judging = commitment.conference.host if commitment.agency_id == office.pk else office
    judge_report(
        commitment.reports.latest("pk"),
        verdict=verdict,
        note=note,
        version=commitment.version,
        by=person(judging),
    )


def _keep(commitment: Commitment) -> None:
    _report(commitment, "Đã làm xong, có biên bản.", claims_done=True)
    _judge(commitment, "accepted")
    commitment.refresh_from_db()
    assert commitment.state == CommitmentState.KEPT


def _asks_for_time(commitment: Commitment) -> None:
    conference = commitment.conference
    commitment.refresh_from_db()
    old = commitment.due
    asked = ask_extension(
        commitment,
        new_due=old + timedelta(days=30),
        reason="Chờ kinh phí.",
        version=commitment.version,
        by=person(commitment.agency),
    )
    commitment.refresh_from_db()
    decider = person(conference.office, Right.APPROVER)
    decide_extension(asked, verdict="granted", note="", version=commitment.version, by=decider)
    commitment.refresh_from_db()
    assert commitment.due == old + timedelta(days=30)


def _is_solved(commitment: Commitment, client) -> None:
    """Whoever asked is asked, and says so; the page of the promise tells it without a name."""
    part = Part.objects.filter(question=commitment.question).first()
    said = say_if_solved(part, verdict="solved", note="", by=None)
    page = client.get(f"/tra-cuu/{part.submission.code}/").content.decode()
    assert said.get_verdict_display() in page


def carries_on_next_year(conference: Conference, late: Commitment, *, day: date) -> Conference:
    """Next year's conference with the same people begins with a report on what was promised."""
    year = conference.year + 1
    with on(day):
        by = person(conference.office)
        title = f"Tổ chức đối thoại với {conference.audience} năm {year}"
        reading = start_by_hand(title=title, audience=conference.audience, year=year, by=by)
        roles = {role: getattr(conference, role) for role in ("host", "office", "chair")}
        following = open_by_hand(reading, roles, by=by)
        begun = begin_with_last_year(following, [late], by=by)
    late.refresh_from_db()
    assert late.state == CommitmentState.CARRIED
    assert [one.carried_from for one in begun.carried] == [late]
    assert following.agenda_items.filter(name=ITEM).exists()
    return following


def tells_the_results(conference: Conference, *, day: date) -> None:
    """By agency: how many promised, kept in time, late, carried on."""
    records = records_by_agency(conference, today=day, calendar=work_calendar())
    promising = set(commitments_of(conference).values_list("agency", flat=True))
    assert {record.agency.pk for record in records} == promising
    assert sum(record.total for record in records) == conference.commitments.count()
    assert sum(record.carried for record in records) == 1
    assert sum(record.solved for record in records) >= 1


def prints_the_papers(conference: Conference, *, day: date) -> None:
    """Every kind is written from what the rooms hold and issued by those whose paper it is.

    Those only some conferences need (money beyond authority, complaints) were issued when they
    arose, or there was none.
    """
    kinds = [kind for kind in PaperKind if kind not in OCCASIONAL]
    for number, kind in enumerate(kinds, start=1):
        subject = RECIPES[kind].subjects(conference)[-1]
        terms = Terms(
            issued_on=day,
            capacity=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
            signer="Lê Văn Tám",
            number=100 + number,
            symbol="VB-UBND",
        )
        with on(day):
            by = person(issuing_agency(conference, kind))
            paper = issue(kind, Wanted(conference, subject.key), terms=terms, by=by)
        assert bytes(paper.docx).startswith(b"PK")
        assert bytes(paper.pdf).startswith(b"%PDF")
    issued = IssuedDocument.objects.filter(conference=conference).values_list("kind", flat=True)
    assert set(kinds) <= set(issued)


def nothing_is_missing(conference: Conference, ahead: str, *, day: date) -> None:
    """The conference is ready for what is ahead."""
    conference = Conference.objects.get(pk=conference.pk)
    with on(day):
        found = readiness(conference, standing_of(conference, today=day), today=day)
    assert (found.ahead, [need.what for need in found.needs]) == (ahead, [])


def _figures(conference: Conference, day: date):
    return figures_of(commitments_of(conference), today=day, calendar=work_calendar())


def _fresh(notice: Notice) -> Notice:
    return Notice.objects.get(pk=notice.pk)
