"""The notice in the hands of those who draft it."""

from datetime import UTC, date, datetime

import pytest

from doithoai.answers.states import AnswerState
from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.conclusions.actions import (
    Line,
    add_item,
    amend_item,
    begin_notice,
    confirm_item,
    move_item,
    publish_notice,
    refill_notice,
    remove_item,
    sign_notice,
    submit_notice,
)
from doithoai.conclusions.models import Notice, NoticeItem, NoticePart
from doithoai.conclusions.states import NoticeState
from doithoai.planning.states import ConferenceState
from doithoai.workflow import Forbidden, Refused
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    a_topic,
    an_answer,
    an_approver,
    an_official,
)
from tests.builders_conclusions import SIGNED, a_held_conference, a_notice, an_adviser, an_item

pytestmark = pytest.mark.django_db
PROMISE = "Sở Y tế lắp đặt 3 máy lọc nước, hoàn thành trước ngày 30/11/2024."


@pytest.fixture
def conference():
    return a_held_conference()


def answered(conference, state=AnswerState.APPROVED, body=PROMISE, **over):
    question = a_question(conference, state="referred")
    return an_answer(a_referral(question), state=state, body=body, **over)


def texts(notice, part):
    return list(notice.items.filter(part=part).values_list("text", flat=True))


def test_what_was_raised_is_told_by_topic_and_adds_up(conference):
    topic = a_topic(conference, "Nước sạch nông thôn")
    for state in ("selected", "referred", "received", "set_aside"):
        a_question(conference, state=state, topic=topic, kind="petition")
    a_question(conference, state="selected")

    notice = begin_notice(conference, by=an_official(conference.office))

    assert texts(notice, NoticePart.RAISED) == [
        "Nước sạch nông thôn: 2 kiến nghị.",
        "Nội dung khác: 1 câu hỏi.",
        "Ngoài ra, 1 câu được để ngoài, có nêu lý do cho người gửi.",
        "Còn 1 câu chưa phân loại.",
    ]


def test_what_was_answered_in_the_hall_stands_apart_from_what_was_answered_in_writing(conference):
    spoken = answered(conference, AnswerState.SUBMITTED, given_in_hall=True)
    answered(conference)

    notice = begin_notice(conference, by=an_official(conference.office))

    item = notice.items.get(part=NoticePart.ANSWERED)
    assert (item.question, item.agency) == (spoken.referral.question, None)
    assert item.text.endswith(f"{spoken.referral.agency} đã trả lời tại hội nghị.")
    assert texts(notice, NoticePart.RAISED) == [
        "Nội dung khác: 2 câu hỏi.",
        "Trong đó, 1 câu đã được trả lời bằng văn bản.",
    ]


def test_what_is_not_answered_yet_is_transferred_with_agency_and_day(conference):
    answer = answered(conference, AnswerState.DRAFT)

    notice = begin_notice(conference, by=an_official(conference.office))

    item = notice.items.get(part=NoticePart.TRANSFERRED)
    assert (item.agency, item.due) == (answer.referral.agency, date(2024, 10, 15))
    assert item.question == answer.referral.question


def test_promises_of_approved_answers_are_proposed_with_their_sentence(conference):
    answered(conference, body=f"Sở đã nhận kiến nghị.\n{PROMISE}")
    answered(conference, AnswerState.DRAFT, body=PROMISE)

    notice = begin_notice(conference, by=an_official(conference.office))

    item = notice.items.get(part=NoticePart.ASSIGNED)
    assert (item.source, item.agency.name, item.due) == (PROMISE, "Sở Y tế", date(2024, 11, 30))
    assert not item.is_confirmed


def test_senders_data_in_a_wording_does_not_reach_the_notice(conference):
    question = a_question(conference, state="referred", wording="Gọi tôi số 0912345678")
    an_answer(a_referral(question))

    notice = begin_notice(conference, by=an_official(conference.office))

    assert "0912345678" not in "".join(item.text for item in notice.items.all())


def test_the_adviser_named_by_the_plan_begins_it_and_others_do_not(conference):
    stranger = an_official(conference.participations.order_by("pk")[1].agency)
    with pytest.raises(Forbidden):
        begin_notice(conference, by=stranger)

    assert begin_notice(conference, by=an_adviser(conference)).state == NoticeState.DRAFT


def test_it_is_begun_once_and_only_under_an_issued_plan(conference):
    office = an_official(conference.office)
    begin_notice(conference, by=office)
    with pytest.raises(Refused, match="đã có người soạn"):
        begin_notice(conference, by=office)

    draft = a_conference(state=ConferenceState.DRAFT)
    with pytest.raises(Refused, match="chưa ban hành"):
        begin_notice(draft, by=an_official(draft.office))


def test_filling_again_adds_only_what_is_new(conference):
    office = an_official(conference.office)
    answered(conference)
    notice = begin_notice(conference, by=office)
    with pytest.raises(Refused, match="Không có mục mới"):
        refill_notice(notice, version=0, by=office)

    answered(conference, body="Sở Nội vụ sẽ tổ chức lớp tập huấn.")
    count = refill_notice(notice, version=0, by=office)

    assert count == notice.items.count() - 4 + 1
    assert notice.items.filter(part=NoticePart.ASSIGNED).count() == 2


def test_who_amends_a_proposal_confirms_it(conference):
    notice = a_notice(conference)
    item = an_item(notice, is_confirmed=False, source=PROMISE)
    line = Line(NoticePart.ASSIGNED, "Lắp 3 máy lọc nước.", item.agency, date(2024, 12, 1))

    amended = amend_item(item, line, version=0, by=an_official(conference.host))

    assert (amended.text, amended.due, amended.source) == (line.text, line.due, PROMISE)
    assert amended.is_confirmed
    assert Notice.objects.get().version == 1


def test_an_assigned_line_needs_agency_and_day(conference):
    notice, office = a_notice(conference), an_official(conference.office)
    with pytest.raises(Refused, match="cơ quan và hạn"):
        add_item(notice, Line(NoticePart.ASSIGNED, "Làm đường."), version=0, by=office)
    early = Line(NoticePart.ASSIGNED, "Làm đường.", conference.office, date(2024, 9, 1))
    with pytest.raises(Refused, match="ngày tổ chức"):
        add_item(notice, early, version=0, by=office)
    bare = an_item(notice, due=None, is_confirmed=False)
    with pytest.raises(Refused, match="cơ quan và hạn"):
        confirm_item(bare, version=0, by=office)

    assert not NoticeItem.objects.filter(text="Làm đường.").exists()


def test_lines_move_within_their_part_and_go_away_with_a_trace(conference):
    notice, office = a_notice(conference), an_official(conference.office)
    first = an_item(notice, NoticePart.RAISED, text="Một")
    second = an_item(notice, NoticePart.RAISED, text="Hai")

    move_item(second, up=True, version=0, by=office)
    assert texts(notice, NoticePart.RAISED) == ["Hai", "Một"]
    move_item(second, up=True, version=1, by=office)
    assert texts(notice, NoticePart.RAISED) == ["Hai", "Một"]
    remove_item(first, version=2, by=office)

    assert texts(notice, NoticePart.RAISED) == ["Hai"]
    assert Entry.objects.get(verb="conclusions.remove_item").before == {"text": "Một"}


def test_the_whole_way_leaves_one_line_of_trail_a_deed(conference):
    answered(conference)
    office = an_official(conference.office)
    with clock.at(datetime(2024, 10, 4, 3, tzinfo=UTC)):
        notice = begin_notice(conference, by=office)
        confirm_item(notice.items.get(part=NoticePart.ASSIGNED), version=0, by=office)
        submit_notice(notice, version=1, by=office)
        sign_notice(
            notice, signer_name="Hai", version=2, by=an_approver(conference.chair), **SIGNED
        )
        publish_notice(notice, version=3, by=office)

    verbs = [verb for verb in Entry.objects.order_by("pk").values_list("verb", flat=True)]
    assert [verb for verb in verbs if verb.startswith("conclusions.")] == [
        *("conclusions.begin_notice", "conclusions.confirm_item", "conclusions.submit_notice"),
        *("conclusions.sign_notice", "conclusions.promise", "conclusions.publish_notice"),
    ]
