"""Facts come from every room; what is not there yet is said with the room where it is done."""

from datetime import date

import pytest

from doithoai.budget.states import EstimateState
from doithoai.conclusions.states import CommitmentState
from doithoai.delegates.letters import inviter_name
from doithoai.documents.catalogue import RECIPES, papers_of
from doithoai.documents.kinds import KINDS
from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import may_issue
from doithoai.documents.queries import lacks_of
from doithoai.documents.sources.recipe import Wanted
from doithoai.planning.models import Recipient
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.models import Question
from doithoai.questions.rules import SET_ASIDE_REASONS
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, an_official
from tests.builders_budget import a_line, an_estimate
from tests.builders_conclusions import a_commitment
from tests.builders_documents import a_whole_conference
from tests.documents.words import words_of_html

pytestmark = pytest.mark.django_db


def said(conference, kind, subject=""):
    """The words of the papers of a kind."""
    papers = papers_of(kind, Wanted(conference, subject, lambda one: f"https://vi.du/{one.token}"))
    return " ".join(word for paper in papers for word in words_of_html(paper))


def first_subject(conference, kind):
    return RECIPES[kind].subjects(conference)[0].key


def test_every_kind_has_its_file_and_its_recipe():
    assert list(RECIPES) == list(PaperKind)
    assert tuple(PaperKind.values) == KINDS


@pytest.mark.parametrize("kind", PaperKind)
def test_of_a_whole_conference_every_paper_can_be_written(kind):
    conference = a_whole_conference()

    assert lacks_of(conference)[kind] is None
    assert len(said(conference, kind, first_subject(conference, kind))) > 100


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind != PaperKind.PRESS_KIT])
def test_of_an_empty_conference_each_says_what_it_waits_for(kind):
    lack = lacks_of(a_conference())[kind]

    assert lack is not None
    assert lack.what.endswith(".")
    assert lack.room


def test_an_escalated_estimate_is_reported_by_its_appraiser_who_alone_issues_it():
    conference = a_conference()
    a_line(an_estimate(conference, EstimateState.ESCALATED, escalated_to="HĐND tỉnh"))

    (facts,) = RECIPES[PaperKind.ESCALATION].facts(Wanted(conference))

    assert (facts.to, facts.prepared_by) == ("HĐND tỉnh", conference.host.name)
    assert facts.out.full_number.endswith("/BC-STC")
    assert facts.basis.startswith("Kế hoạch số 272/KH-UBND")
    assert may_issue(an_official(conference.finance), conference, PaperKind.ESCALATION)
    assert not may_issue(an_official(conference.host), conference, PaperKind.ESCALATION)


@pytest.mark.parametrize(
    "kind", [PaperKind.COMPILED, PaperKind.REFERRAL, PaperKind.BOOKLET, PaperKind.PRESS_KIT]
)
def test_no_paper_tells_a_citizens_telephone(kind):
    conference = a_whole_conference()
    Question.objects.update(wording="Gọi tôi số 0912 345 678 khi nào có nước?")

    words = said(conference, kind, first_subject(conference, kind))

    assert "khi nào có nước?" in words
    assert "345" not in words


def test_a_letter_holds_only_the_questions_of_its_agency():
    conference = a_whole_conference()
    key = first_subject(conference, PaperKind.REFERRAL)

    words = said(conference, PaperKind.REFERRAL, key)

    assert "Kính gửi: Sở" in words
    assert [code for code in ("C-001", "C-002", "C-003", "C-004") if code in words] == [
        "C-002",
        "C-003",
        "C-004",
    ]


@pytest.mark.parametrize(
    ("reason", "is_printed"),
    [(SET_ASIDE_REASONS[0], True), (SET_ASIDE_REASONS[-1], False)],
)
def test_a_private_matter_set_aside_is_counted_but_not_printed(reason, is_printed):
    conference = a_whole_conference()
    told = "Tôi tố cáo ông quản đốc nhận tiền."
    aside = a_question(conference, state=QuestionState.SET_ASIDE, reason=reason, wording=told)

    words = said(conference, PaperKind.COMPILED)

    assert aside.code in words
    assert (told in words) is is_printed


def test_what_may_be_a_denunciation_is_counted_but_not_printed():
    conference = a_whole_conference()
    told = "Tôi tố cáo ông quản đốc nhận hối lộ của công nhân."
    suspected = a_question(conference, wording=told)
    compare_waiting(conference)

    words = said(conference, PaperKind.COMPILED)

    assert suspected.code in words
    assert told not in words


def test_the_booklet_holds_approved_answers_only():
    words = said(a_whole_conference(), PaperKind.BOOKLET)

    assert "Tập này có 02 câu trả lời" in words
    assert "I. NƯỚC SẠCH NÔNG THÔN Câu 1." in words


def test_all_invitations_are_one_file_and_each_is_one():
    conference = a_whole_conference()
    every, first, second = RECIPES[PaperKind.INVITATION].subjects(conference)

    assert every.name == "Tất cả 2 giấy mời"
    assert said(conference, PaperKind.INVITATION, every.key).count("GIẤY MỜI") == 2
    assert first.name in said(conference, PaperKind.INVITATION, first.key)
    assert second.name not in said(conference, PaperKind.INVITATION, first.key)


def test_the_plan_keeps_its_number_and_day():
    words = said(a_whole_conference(), PaperKind.PLAN)

    assert "Số: 272/KH-UBND Tiền Giang, ngày 12 tháng 7 năm 2024" in words


def test_the_report_counts_every_room():
    words = said(a_whole_conference(), PaperKind.REPORT)

    assert "Đại biểu trong danh sách: 02." in words
    assert "Câu hỏi, kiến nghị đã tổng hợp: 04." in words
    assert f"29/11/2024 {CommitmentState.OPEN.label}" in words


def test_a_promise_past_its_day_is_told_as_pages_tell_it():
    conference = a_whole_conference()
    a_commitment(conference, due=date(2024, 10, 1))

    assert "1/10/2024 Quá hạn" in said(conference, PaperKind.REPORT)


def test_the_notice_goes_to_those_who_got_the_plan_and_the_report_to_who_gave_it():
    conference = a_whole_conference()
    Recipient.objects.create(conference=conference, position=0, text="Các sở, ngành tỉnh")
    notice, report = (said(conference, kind) for kind in (PaperKind.NOTICE, PaperKind.REPORT))

    assert "Các sở, ngành tỉnh" in notice
    assert "Kính gửi: Ủy ban nhân dân tỉnh" in report
    assert "Như trên" in report
    assert "Như trên" not in notice


def test_only_papers_with_an_addressee_go_to_those_above():
    conference = a_whole_conference()
    first = {kind: said(conference, kind, first_subject(conference, kind)) for kind in PaperKind}

    assert {kind for kind, words in first.items() if "Như trên" in words} == {
        PaperKind.INVITATION,
        PaperKind.GUIDANCE,
        PaperKind.TRANSFER,
        PaperKind.REFERRAL,
        PaperKind.ESCALATION,
        PaperKind.REPORT,
    }


def test_a_copy_is_kept_by_the_unit_of_the_office_in_papers_of_the_office_alone():
    conference = a_whole_conference()
    letter = said(conference, PaperKind.REFERRAL, first_subject(conference, PaperKind.REFERRAL))

    assert "- Lưu: VT, KGVX." in letter
    assert "- Lưu: VT." in said(conference, PaperKind.PROGRAMME)


def test_the_settlement_names_its_vouchers():
    words = said(a_whole_conference(), PaperKind.SETTLEMENT)

    assert "Số HD-1 ngày 2/10/2024" in words
    assert "QUYẾT TOÁN KINH PHÍ" in words


def test_the_paper_invites_in_the_same_name_as_the_letter():
    conference = a_whole_conference()

    words = f"{inviter_name(conference)} trân trọng kính mời"
    assert words in said(conference, PaperKind.INVITATION)
