"""Issuing: a number once, bytes for ever, by those whose paper it is."""

from datetime import date
from hashlib import sha256

import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.audit.models import Entry, Immutable
from doithoai.conclusions.models import Notice
from doithoai.documents.actions import issue, note_download
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.queries import issued_as, paper_rows
from doithoai.documents.sources.recipe import Wanted
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_agency, an_official
from tests.builders_documents import a_whole_conference, an_issued, some_terms
from tests.builders_programme import a_speech, an_item

pytestmark = pytest.mark.django_db


def test_an_issued_paper_keeps_its_files_and_their_hashes():
    document = an_issued()

    kept = IssuedDocument.objects.get()
    assert kept.full_number == "12/GM-UBND"
    assert bytes(kept.pdf).startswith(b"%PDF-")
    assert kept.pdf_sha256 == sha256(bytes(kept.pdf)).hexdigest()
    assert kept.docx_sha256 == sha256(bytes(kept.docx)).hexdigest()
    assert Entry.objects.get(verb="documents.issue").thing_id == str(document.pk)


def test_a_number_is_given_once_an_issuer_type_and_year():
    conference = an_issued().conference

    with pytest.raises(Refused, match="Số tiếp theo là 13"):
        an_issued(conference)

    assert an_issued(conference, issued_on=date(2023, 12, 29)).year == 2023
    assert an_issued(conference, number=13).number == 13


@pytest.mark.parametrize(
    ("day", "words"), [(date(2024, 10, 8), "sau hôm nay"), (date(1945, 1, 1), "quá xa")]
)
def test_a_paper_bears_no_day_that_cannot_be(day, words):
    with pytest.raises(Refused, match=words):
        an_issued(issued_on=day)


def test_one_form_sent_twice_makes_one_paper():
    conference = a_whole_conference()
    by = an_official(conference.host)
    terms = {"kind": PaperKind.PROGRAMME, "number": None, "symbol": "", "by": by}
    an_issued(conference, **terms)

    with pytest.raises(Refused, match="đã phát hành"):
        an_issued(conference, **terms)

    conference.agenda_items.filter(position=1).update(name="Đón tiếp đại biểu từ sớm")
    assert an_issued(conference, **terms).kind == PaperKind.PROGRAMME


def test_an_issued_paper_is_never_changed():
    document = an_issued()

    for change in (document.save, document.delete, IssuedDocument.objects.all().delete):
        with pytest.raises(Immutable):
            change()
    with pytest.raises(Immutable):
        IssuedDocument.objects.update(signer="Người khác")


def test_the_database_itself_refuses_to_change_an_issued_paper():
    an_issued()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE documents_issueddocument SET signer = 'x'")


def test_what_is_printed_later_bears_the_number_it_was_issued_with():
    conference = an_issued().conference
    guest = conference.delegates.first()

    out = issued_as(PaperKind.INVITATION, Wanted(conference, str(guest.pk)))

    assert out.full_number == "12/GM-UBND"
    assert out.signer == "Lê Văn Tám"


def test_the_plan_leaves_with_the_number_of_its_own_page():
    document = an_issued(kind=PaperKind.PLAN, number=1, symbol="KH-X")

    assert document.full_number == "272/KH-UBND"
    assert document.issued_on == date(2024, 7, 12)


def test_the_plan_is_kept_once():
    conference = an_issued(kind=PaperKind.PLAN).conference

    with pytest.raises(Refused, match="đã có trong sổ"):
        an_issued(conference, PaperKind.PLAN)
    rows = paper_rows(conference, an_official(conference.office))
    assert not next(row for row in rows if row.kind == PaperKind.PLAN).may_issue
    assert next(row for row in rows if row.kind == PaperKind.NOTICE).may_issue


def test_a_plan_not_yet_issued_and_a_notice_not_yet_signed_are_refused():
    conference = a_whole_conference()
    Conference.objects.update(number="", issued_on=None, state=ConferenceState.DRAFT)
    Notice.objects.update(number="", signed_on=None, signed_by=None, state="draft")
    conference.refresh_from_db()

    for kind, words in ((PaperKind.PLAN, "chưa ban hành"), (PaperKind.NOTICE, "chưa ký")):
        with pytest.raises(Refused, match=words):
            an_issued(conference, kind)


def test_a_paper_without_number_is_kept_without_one():
    conference = a_whole_conference()
    by = an_official(conference.host)

    document = an_issued(conference, PaperKind.PROGRAMME, by=by)

    assert (document.number, document.symbol, document.code) == (None, "", "")


def test_what_is_not_ready_is_not_issued():
    conference = a_conference()

    with pytest.raises(Refused, match="Chưa chuẩn bị giấy mời"):
        an_issued(conference)


def test_a_numbered_paper_needs_its_number():
    with pytest.raises(Refused, match="Nhập số"):
        an_issued(number=None)


def test_the_host_does_not_issue_the_offices_papers():
    conference = a_whole_conference()

    with pytest.raises(Forbidden):
        issue(
            PaperKind.INVITATION,
            Wanted(conference),
            terms=some_terms(),
            by=an_official(conference.host),
        )

    assert not IssuedDocument.objects.exists()


def test_nobody_issues_a_speech_its_agency_has_not_handed_in():
    conference = a_conference()
    draft = a_speech(conference, agency=an_agency("Sở Y tế"), body="Kính thưa hội nghị.")

    with pytest.raises(Forbidden):
        an_issued(conference, "speech", subject=str(draft.pk), by=an_official(conference.host))


@pytest.mark.parametrize(
    ("kind", "state", "why"),
    [("programme", "draft", "giờ bắt đầu"), ("speech", "submitted", "duyệt")],
)
def test_what_is_not_finished_is_read_but_not_issued(kind, state, why):
    conference = a_conference()
    an_item(conference)
    key = a_speech(conference, state, body="Kính thưa hội nghị.").pk
    by, subject = an_official(conference.host), str(key) if kind == "speech" else ""

    with pytest.raises(Refused, match=why):
        an_issued(conference, kind, subject=subject, by=by)


def test_taking_a_paper_full_of_names_is_noted():
    conference = a_whole_conference()
    by = an_official(conference.office)

    note_download(conference, PaperKind.DELEGATE_LIST, subject="", by=by)

    assert Entry.objects.get(verb="documents.download").actor == by
