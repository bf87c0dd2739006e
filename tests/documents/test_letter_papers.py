"""Slips of complaints and denunciations say where to go; of a denouncer they say nothing."""

from dataclasses import replace
from datetime import date

import pytest

from doithoai.documents.catalogue import papers_of
from doithoai.documents.kinds.guidance_slip import LetterFacts, guidance_slip
from doithoai.documents.kinds.transfer_slip import transfer_slip
from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import may_issue, may_read
from doithoai.documents.sources.recipe import Wanted
from doithoai.questions.actions import pass_on
from tests.builders import a_conference, a_question, an_official
from tests.documents.facts import EVENT, INNER
from tests.documents.words import words_of_html

COMPLAINT = LetterFacts(
    INNER,
    EVENT,
    "complaint",
    date(2024, 10, 1),
    "Chủ tịch Ủy ban nhân dân huyện Cái Bè",
    "Đề nghị xem lại quyết định thu hồi đất",
    sender="Lê Thị Hạnh",
    place="ấp 3, xã Phú Tân",
    matter="Đề nghị xem lại quyết định thu hồi đất của gia đình.",
)
DENUNCIATION = replace(COMPLAINT, kind="denunciation", sender="", place="", matter="")


def words(paper):
    return " ".join(words_of_html(paper))


def test_who_complains_is_told_where_to_send_it():
    said = words(guidance_slip(COMPLAINT))

    assert "PHIẾU HƯỚNG DẪN" in said
    assert "Ông (bà) Lê Thị Hạnh" in said
    assert "Ngày 01 tháng 10 năm 2024" in said
    assert "gửi đơn đến Chủ tịch Ủy ban nhân dân huyện Cái Bè" in said
    assert "Luật Khiếu nại năm 2011" in said


def test_a_letter_cites_the_law_of_the_day_it_came():
    later = replace(COMPLAINT, received_on=date(2026, 7, 1))

    assert "Luật số 136/2025/QH15" not in words(guidance_slip(COMPLAINT))
    assert "Luật số 136/2025/QH15" in words(guidance_slip(later))


def test_a_denunciation_goes_on_with_its_sender_in_a_sealed_cover():
    said = words(transfer_slip(DENUNCIATION))

    assert "PHIẾU CHUYỂN" in said
    assert "Luật Tố cáo năm 2018" in said
    assert "phong bì niêm phong" in said
    assert "ông (bà)" not in said


def test_a_complaint_goes_on_with_its_original():
    assert "Bản gốc đơn gửi kèm./." in words(transfer_slip(COMPLAINT))


@pytest.mark.django_db
def test_no_paper_about_a_denunciation_names_who_sent_it_or_what_it_says():
    conference = a_conference()
    sender = {"sender_name": "Lê Thị Hạnh", "text": "Ông K vòi tiền.", "sender_unit": "ấp 3"}
    letter = a_question(conference, wording="Ông K vòi tiền.", sender=sender)
    pass_on(
        letter,
        kind="denunciation",
        paper="transfer",
        body="Thanh tra tỉnh",
        ground="Báo hành vi vi phạm",
        version=0,
        by=an_official(conference.office),
    )

    (paper,) = papers_of(PaperKind.TRANSFER, Wanted(conference, "1"))

    said = words(paper)
    assert "Thanh tra tỉnh" in said
    assert not any(word in said for word in ("Lê Thị Hạnh", "vòi tiền", "ấp 3"))


@pytest.mark.django_db
def test_host_and_office_read_the_slips_and_the_office_issues_them():
    conference = a_conference()
    host, office = an_official(conference.host), an_official(conference.office)
    department = an_official(conference.participations.first().agency)

    for kind in (PaperKind.GUIDANCE, PaperKind.TRANSFER):
        assert may_read(host, conference, kind)
        assert may_issue(office, conference, kind)
        assert not may_issue(host, conference, kind)
        assert not may_read(department, conference, kind)
        assert not may_read(an_official(conference.chair), conference, kind)
