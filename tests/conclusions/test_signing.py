"""The notice handed in, signed and published."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doithoai.conclusions.actions import (
    Line,
    add_item,
    confirm_item,
    mark_complex,
    publish_notice,
    return_notice,
    sign_notice,
    submit_notice,
)
from doithoai.conclusions.models import Commitment, Notice, NoticePart
from doithoai.conclusions.states import NoticeState
from doithoai.workflow import Forbidden, Refused
from tests.builders import (
    a_question,
    an_approver,
    an_official,
)
from tests.builders_conclusions import SIGNED, a_held_conference, a_notice, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_held_conference()


def sign(notice, by, **over):
    return sign_notice(notice, signer_name="Trần Văn Hai", version=0, by=by, **(SIGNED | over))


def test_a_draft_with_an_unconfirmed_promise_is_not_handed_in(conference):
    notice, office = a_notice(conference), an_official(conference.office)
    with pytest.raises(Refused, match="chưa có mục nào"):
        submit_notice(notice, version=0, by=office)
    item = an_item(notice, is_confirmed=False)
    with pytest.raises(Refused, match="Còn 1 mục giao việc"):
        submit_notice(notice, version=0, by=office)

    confirm_item(item, version=0, by=office)
    assert submit_notice(notice, version=1, by=office).state == NoticeState.SUBMITTED


def test_a_returned_draft_keeps_its_reason_until_it_is_handed_in_again(conference):
    notice = a_notice(conference, NoticeState.SUBMITTED)
    chair = an_approver(conference.chair)
    with pytest.raises(Refused, match="lý do trả lại"):
        return_notice(notice, note=" ", version=0, by=chair)

    returned = return_notice(notice, note="Thiếu hạn mục 2", version=0, by=chair)
    assert (returned.state, returned.note) == (NoticeState.RETURNED, "Thiếu hạn mục 2")
    an_item(notice)
    again = submit_notice(returned, version=1, by=an_official(conference.office))
    assert (again.state, again.note) == (NoticeState.SUBMITTED, "")


def test_nobody_signs_what_he_drafted(conference):
    chair = an_approver(conference.chair)
    notice = a_notice(conference, NoticeState.SUBMITTED, drafted_by=chair)

    with pytest.raises(Forbidden):
        sign(notice, chair)
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(signed_by=chair)


@pytest.mark.parametrize("day", [date(2024, 9, 29), date(2024, 10, 8)])
def test_it_is_signed_between_the_conference_and_today(conference, day):
    notice = a_notice(conference, NoticeState.SUBMITTED)

    with pytest.raises(Refused, match="Ngày ký"):
        sign(notice, an_approver(conference.chair), signed_on=day)


def test_a_draft_is_neither_signed_nor_published(conference):
    notice = a_notice(conference)
    with pytest.raises(Refused, match="Đang soạn"):
        sign(notice, an_approver(conference.chair))
    with pytest.raises(Refused, match="Đang soạn"):
        publish_notice(notice, version=0, by=an_official(conference.office))


def test_publishing_opens_the_commitments_in_the_same_moment(conference):
    notice = a_notice(conference, NoticeState.SUBMITTED)
    question = a_question(conference)
    item = an_item(notice, question=question)
    an_item(notice, NoticePart.RAISED)
    sign(notice, an_approver(conference.chair))

    published = publish_notice(notice, version=1, by=an_official(conference.office))

    commitment = Commitment.objects.get()
    assert published.state == NoticeState.PUBLISHED
    assert (commitment.notice_item, commitment.question) == (item, question)
    assert (commitment.agency, commitment.due) == (item.agency, item.due)


def test_a_signed_notice_is_not_written_any_more(conference):
    notice = a_notice(conference, NoticeState.SIGNED)

    with pytest.raises(Refused, match="Đã ký"):
        add_item(
            notice, Line(NoticePart.RAISED, "Thêm"), version=0, by=an_official(conference.office)
        )


def test_fifteen_days_need_a_reason_and_are_the_offices_word(conference):
    notice, office = a_notice(conference), an_official(conference.office)
    assert notice.due == date(2024, 10, 10)
    with pytest.raises(Forbidden):
        mark_complex(
            notice, is_complex=True, reason="x", version=0, by=an_official(conference.host)
        )
    with pytest.raises(Refused, match="lý do"):
        mark_complex(notice, is_complex=True, reason=" ", version=0, by=office)

    marked = mark_complex(notice, is_complex=True, reason="Liên quan 6 sở", version=0, by=office)
    assert marked.due == date(2024, 10, 15)


def test_who_comes_second_is_told(conference):
    notice, office = a_notice(conference), an_official(conference.office)
    add_item(notice, Line(NoticePart.RAISED, "Một"), version=0, by=office)

    with pytest.raises(Refused, match="vừa sửa"):
        add_item(notice, Line(NoticePart.RAISED, "Hai"), version=0, by=office)
