"""The list of papers, a preview and its files, as each person meets them."""

import io
from datetime import date, time

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from doithoai.audit.models import Entry
from doithoai.delegates.states import DelegateState
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate, an_invitation
from tests.builders_documents import a_whole_conference, an_issued
from tests.builders_programme import a_speech

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def page(conference, name="papers", client=None, **where):
    client = client or signed_in(an_official(conference.host))
    query = where.pop("query", {})
    address = reverse(f"documents:{name}", kwargs={"slug": conference.slug, **where})
    return client.get(address, query)


def test_the_list_says_what_is_ready_and_what_is_missing_with_a_way_there():
    conference = a_conference()

    response = page(conference)

    assert response.context["ready"] == 1
    text = response.content.decode()
    assert "Chưa có câu trả lời nào được duyệt." in text
    assert reverse("answers:answers", args=[conference.slug]) in text


def test_the_list_asks_the_same_for_one_guest_and_for_three():
    conference = a_whole_conference()
    client = signed_in(an_official(conference.host))

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(conference, client=client)
        return len(queries)

    before = asked()
    for _ in range(2):
        an_invitation(a_delegate(conference, DelegateState.ACCEPTED))

    assert asked() == before


def test_a_preview_says_what_the_paper_says():
    conference = a_whole_conference()

    text = page(conference, "paper", kind="chuong-trinh").content.decode()

    assert "CHƯƠNG TRÌNH" in text
    assert "Cộng hòa" not in text
    assert " style=" not in text


def test_a_paper_of_many_shows_the_first_and_counts_all():
    conference = a_whole_conference()

    response = page(conference, "paper", kind="giay-moi")

    assert response.context["count"] == 2
    assert response.content.decode().count('class="sheet"') == 1


def test_both_files_open_again():
    conference = a_whole_conference()
    where = {"kind": "ke-hoach"}

    word = page(conference, "file", ending="docx", **where)
    pdf = page(conference, "file", ending="pdf", **where)

    assert docx.Document(io.BytesIO(word.content)).paragraphs
    assert len(PdfReader(io.BytesIO(pdf.content)).pages) >= 2
    assert pdf["Content-Disposition"] == f'attachment; filename="ke-hoach-{conference.slug}.pdf"'


def test_all_invitations_are_a_pdf_and_one_is_also_a_word_file():
    conference = a_whole_conference()
    guest = {"ve": conference.delegates.order_by("rank", "pk")[0].pk}
    where = {"name": "file", "kind": "giay-moi"}

    assert page(conference, ending="pdf", **where).status_code == 200
    assert page(conference, ending="docx", **where).status_code == 404
    assert page(conference, ending="docx", query=guest, **where).status_code == 200


@pytest.mark.parametrize(("kind", "noted"), [("danh-sach-dai-bieu", 1), ("ke-hoach", 0)])
def test_taking_a_paper_full_of_names_is_put_on_the_trail(kind, noted):
    conference = a_whole_conference()

    page(conference, "file", kind=kind, ending="pdf")

    assert Entry.objects.filter(verb="documents.download").count() == noted


def test_a_department_reads_its_letter_and_no_other():
    conference = a_whole_conference()
    referral = conference.questions.get(number=2).referral
    client = signed_in(an_official(referral.agency))
    other = conference.participations.exclude(agency=referral.agency).first().agency
    where = {"name": "paper", "kind": "cong-van-chuyen-cau-hoi", "client": client}

    assert "Kính gửi" in page(conference, **where).content.decode()
    assert page(conference, query={"ve": other.pk}, **where).status_code == 404


@pytest.mark.parametrize(
    ("kind", "closed_to"),
    [
        ("bai-phat-bieu", ["host", "office", "chair", "finance"]),
        ("giay-moi", ["chair", "finance", "agency"]),
    ],
)
def test_words_unfinished_and_names_of_guests_stay_with_those_whose_work_they_are(kind, closed_to):
    conference = a_conference(held_on=date(2024, 10, 24), start_time=time(8), venue="Hội trường")
    sides = {side: getattr(conference, side) for side in ("host", "office", "chair", "finance")}
    sides["agency"] = conference.participations.first().agency
    a_speech(conference, agency=sides["agency"], body="Kính thưa hội nghị.")
    an_invitation(a_delegate(conference, DelegateState.ACCEPTED))

    for where in ({"name": "paper"}, {"name": "file", "ending": "pdf"}):
        found = {
            side: page(conference, kind=kind, client=signed_in(an_official(agency)), **where)
            for side, agency in sides.items()
        }
        assert [side for side in sides if found[side].status_code == 404] == closed_to


@pytest.mark.parametrize("kind", ["khong-co", "so-do-cho-ngoi"])
def test_an_unknown_paper_and_one_that_is_not_ready_are_not_found(kind):
    assert page(a_conference(), "paper", kind=kind).status_code == 404


def test_an_issued_paper_is_told_on_its_preview():
    conference = an_issued().conference

    assert (
        "12/GM-UBND, ngày 7/10/2024" in page(conference, "paper", kind="giay-moi").content.decode()
    )


def test_a_plan_and_a_notice_numbered_in_their_rooms_are_told_as_issued():
    conference = a_whole_conference()

    text = page(conference).content.decode()
    preview = page(conference, "paper", kind="thong-bao-ket-luan").content.decode()
    register = page(conference, "register").content.decode()

    assert "Đã ban hành số 272/KH-UBND, ngày 12/7/2024" in text
    assert "Đã ban hành số 310/TB-UBND, ngày 4/10/2024" in text
    assert "Số 310/TB-UBND, ngày 4/10/2024. Sổ văn bản chưa lưu tệp." in preview
    assert "Chưa lưu tệp" in register
