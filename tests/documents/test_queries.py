"""The list of papers and the register, as each person sees them."""

import pytest

from doithoai.conclusions.states import NoticeState
from doithoai.documents.models import PaperKind
from doithoai.documents.queries import (
    RegisterFilter,
    given_of,
    paper_rows,
    register_for,
    subjects_for,
)
from doithoai.planning.states import ConferenceState
from doithoai.programme.states import SpeechState
from tests.builders import a_conference, an_agency, an_official
from tests.builders_conclusions import a_notice
from tests.builders_documents import a_whole_conference, an_issued
from tests.builders_programme import a_speech

pytestmark = pytest.mark.django_db


def test_the_host_sees_every_kind_in_the_order_of_the_life_cycle():
    conference = a_whole_conference()

    rows = paper_rows(conference, an_official(conference.host))

    assert [row.kind for row in rows] == list(PaperKind)
    assert all(row.lack is None for row in rows)


def test_of_an_empty_conference_the_host_sees_what_each_kind_waits_for():
    conference = a_conference()

    rows = paper_rows(conference, an_official(conference.host))

    assert [row.kind for row in rows if row.lack is None] == [PaperKind.PRESS_KIT]
    assert PaperKind.ESCALATION not in [row.kind for row in rows]


def test_a_department_sees_its_letter_and_what_is_for_all():
    conference = a_whole_conference()
    agency = conference.participations.order_by("agency__name").first().agency
    user = an_official(conference.questions.get(number=2).referral.agency)

    kinds = [row.kind for row in paper_rows(conference, user)]

    assert kinds == [PaperKind.PLAN, PaperKind.REFERRAL, PaperKind.PROGRAMME]
    assert [one.name for one in subjects_for(conference, user, PaperKind.REFERRAL)] == [
        user.agency.name
    ]
    assert agency


def test_a_speech_still_with_its_agency_waits_there_and_is_nobody_elses_paper():
    conference = a_conference()
    draft = a_speech(conference, agency=an_agency("Sở Y tế"), body="Kính thưa hội nghị.")

    def row_of(agency):
        rows = paper_rows(conference, an_official(agency))
        return next(row for row in rows if row.kind == PaperKind.SPEECH)

    assert [one.key for one in row_of(draft.agency).subjects] == [str(draft.pk)]
    hosts = row_of(conference.host)
    assert hosts.subjects == []
    assert hosts.lack.what == "Các bài phát biểu còn ở cơ quan soạn, chưa nộp."


def test_the_list_and_the_register_ask_the_same_however_many_papers_there_are(
    django_assert_max_num_queries, django_assert_num_queries
):
    conference = a_whole_conference()
    user = an_official(conference.host)
    with django_assert_max_num_queries(14) as asked:
        paper_rows(conference, user)

    for place in range(3):
        speech = a_speech(conference, SpeechState.APPROVED, title=f"Bài {place}")
        an_issued(conference, PaperKind.SPEECH, subject=str(speech.pk), by=user)

    with django_assert_num_queries(len(asked)):
        paper_rows(conference, user)
    with django_assert_max_num_queries(20):
        assert len(register_for(user, conference, RegisterFilter(PaperKind.SPEECH))) == 3


def test_the_register_is_searched_without_marks_by_number_kind_and_signer():
    document = an_issued()
    conference = document.conference
    user = an_official(conference.office)

    def found(**wanted):
        lines = register_for(user, conference, RegisterFilter(**wanted))
        return [line.document for line in lines if line.document]

    assert found() == found(words="12/gm") == found(words="le van tam") == [document]
    assert found(words="13") == found(kind=PaperKind.PLAN) == []


def test_what_its_own_room_numbered_stands_in_the_register_until_it_is_kept_there():
    conference = a_whole_conference()
    user = an_official(conference.office)

    def lines():
        found = register_for(user, conference, RegisterFilter())
        return [(line.kind, line.full_number, line.document is not None) for line in found]

    plan, notice = "272/KH-UBND", "310/TB-UBND"
    assert lines() == [(PaperKind.NOTICE, notice, False), (PaperKind.PLAN, plan, False)]
    an_issued(conference, PaperKind.PLAN)
    assert lines() == [(PaperKind.NOTICE, notice, False), (PaperKind.PLAN, plan, True)]


def test_a_draft_plan_and_a_notice_not_signed_stand_in_no_register():
    conference = a_conference(state=ConferenceState.DRAFT)
    a_notice(conference, NoticeState.SUBMITTED, number="310/TB-UBND")

    assert given_of(conference, []) == {}


def test_the_register_shows_only_what_one_may_read():
    document = an_issued()
    user = an_official(document.conference.participations.first().agency)

    found = register_for(user, document.conference, RegisterFilter())

    assert [line.kind for line in found] == [PaperKind.PLAN]
