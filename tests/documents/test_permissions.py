"""Who reads and who issues which paper, as a table."""

import pytest

from doithoai.directory.models import Right
from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import may_issue, may_read
from doithoai.planning.models import Mandate, Work
from doithoai.programme.states import SpeechState
from tests.builders import a_conference, an_agency, an_official
from tests.builders_programme import a_speech

pytestmark = pytest.mark.django_db

ROLES = ("host", "office", "chair", "finance", "department", "elsewhere", "reader")
# kind             host offi chai fina depa else reader of the office
READ = """
plan               1    1    1    1    1    0    1
delegate_list      1    1    1    1    0    0    1
invitation         1    1    0    0    0    0    0
seat_map           1    1    1    1    0    0    1
compiled_questions 1    1    1    0    0    0    1
guidance_slip      1    1    0    0    0    0    0
transfer_slip      1    1    0    0    0    0    0
referral_letter    1    1    1    0    0    0    1
answers_booklet    1    1    1    0    0    0    1
programme          1    1    1    1    1    0    1
script             1    1    0    0    0    0    0
estimate           1    1    1    1    0    0    1
escalation_report  1    1    1    1    0    0    1
settlement         1    1    1    1    0    0    1
minutes            1    1    1    0    0    0    1
conclusion_notice  1    1    1    0    0    0    1
result_report      1    1    1    0    0    0    1
press_kit          1    1    1    0    0    0    1
"""
ISSUED_BY_OFFICE = {
    "plan",
    "invitation",
    "guidance_slip",
    "transfer_slip",
    "referral_letter",
    "conclusion_notice",
    "answers_booklet",
}


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def people(conference):
    sides = {side: getattr(conference, side) for side in ROLES[:4]}
    sides["department"] = conference.participations.first().agency
    people = {role: an_official(agency) for role, agency in sides.items()}
    people["elsewhere"] = an_official(an_agency("Sở Công Thương"))
    people["reader"] = an_official(conference.office, Right.READER)
    return people


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_each_kind_is_read_by_its_readers(line, conference, people):
    kind, *cells = line.split()

    found = [may_read(people[role], conference, PaperKind(kind)) for role in ROLES]
    assert found == [cell == "1" for cell in cells]


@pytest.mark.parametrize("kind", PaperKind)
def test_each_kind_is_issued_by_one_agency(kind, conference, people):
    issuer = "office" if kind in ISSUED_BY_OFFICE else "host"

    assert [role for role in ROLES if may_issue(people[role], conference, kind)] == [issuer]


def test_an_agency_reads_the_letter_to_itself(conference, people):
    mine = str(people["department"].agency_id)

    assert may_read(people["department"], conference, PaperKind.REFERRAL, mine)
    assert not may_read(people["elsewhere"], conference, PaperKind.REFERRAL, mine)
    assert not may_read(people["department"], conference, PaperKind.REFERRAL, "1")


def readers_of(speech, people):
    """The roles that read a speech."""
    kind, key = PaperKind.SPEECH, str(speech.pk)
    return [role for role in ROLES if may_read(people[role], speech.conference, kind, key)]


def test_a_speech_handed_in_is_read_by_those_who_judge_it(conference, people):
    speech = a_speech(conference, SpeechState.SUBMITTED)

    assert readers_of(speech, people) == ["host", "office", "chair", "reader"]


def test_a_speech_still_being_written_is_read_by_its_agency_alone(conference, people):
    assert readers_of(a_speech(conference), people) == ["host"]


def test_who_tells_the_press_reads_its_papers(conference, people):
    agency = people["department"].agency
    Mandate.objects.create(conference=conference, agency=agency, work=Work.PUBLICITY)

    assert may_read(people["department"], conference, PaperKind.PRESS_KIT)
