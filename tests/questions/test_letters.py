"""Complaints and denunciations leave the dialogue, and who denounces stays secret."""

from datetime import date, timedelta

import pytest

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.outbox.models import Message
from doithoai.questions.actions import (
    name_keepers,
    pass_on,
    restore,
    select,
    send_on,
    set_aside,
    show_sender,
    split,
    take_back,
    undo,
)
from doithoai.questions.models import PassOn, TriageStep
from doithoai.questions.queries import named_senders, neighbours, questions_for, questions_of
from doithoai.questions.queries.grouping import places_of_senders
from doithoai.questions.queries.letters import keepers_of, letters_of, secret_addresses
from doithoai.questions.queries.searching import search
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_question, an_approver, an_official

pytestmark = pytest.mark.django_db

MIXED = "Khi nào có nước sạch? Tôi tố cáo ông Trần Văn K vòi tiền."
SENDER = {
    "text": MIXED,
    "sender_name": "Lê Thị Hạnh",
    "email": "hanh@example.vn",
    "consents_contact": True,
    "consents_name": True,
}


def passed(question, by, kind="denunciation", **more):
    question.refresh_from_db()
    values = {"paper": "transfer", "body": "Thanh tra tỉnh", "ground": "Báo hành vi vi phạm"}
    return pass_on(question, kind=kind, version=question.version, by=by, **(values | more))


def a_mixed_letter(conference, host):
    question = a_question(conference, wording=MIXED, sender=SENDER)
    matter, letter = split(question.parts.get(), cuts=[22], version=0, by=host)
    passed(letter, host)
    return matter, letter


@pytest.mark.parametrize(
    "kind, due", [("denunciation", date(2024, 10, 14)), ("complaint", date(2024, 10, 21))]
)
def test_a_letter_is_due_in_working_days_from_the_day_it_came(conference, host, kind, due):
    letter = passed(a_question(conference), host, kind=kind)

    assert letter.due == due
    assert letter.question.kind == kind


def test_a_letter_stands_in_no_list_and_nobody_steps_onto_it(conference, host):
    before, letter, after = [a_question(conference) for _ in range(3)]
    passed(letter, host)

    assert list(questions_of(conference)) == [before, after]
    assert not questions_for(host).filter(pk=letter.pk).exists()
    assert neighbours(before, host) == (None, 3)


def test_of_a_mixed_letter_only_the_letter_leaves(conference, host):
    matter, letter = a_mixed_letter(conference, host)

    letter.refresh_from_db()
    assert letter.state == QuestionState.PASSED_ON
    assert [q.wording for q in questions_of(conference)] == ["Khi nào có nước sạch?"]


def test_a_letter_taken_back_is_a_new_question_until_it_has_gone(conference, host):
    question = a_question(conference)
    passed(question, host)
    question.refresh_from_db()
    back = take_back(question, version=question.version, by=host)
    assert (back.state, back.kind) == (QuestionState.RECEIVED, "question")

    passed(question, host)
    send_on(question, number="15/PC", day=date(2024, 10, 7), by=host)
    question.refresh_from_db()
    with pytest.raises(Refused, match="không rút lại được"):
        take_back(question, version=question.version, by=host)


def test_a_letter_is_not_sent_on_before_it_came_or_tomorrow(conference, host):
    question = a_question(conference)
    passed(question, host)

    for day in (date(2024, 10, 6), date(2024, 10, 8)):
        with pytest.raises(Refused, match="Ngày chuyển"):
            send_on(question, number="15/PC", day=day, by=host)


def test_passing_on_can_be_undone(conference, host):
    question = a_question(conference)
    passed(question, host)

    undo(TriageStep.objects.get(), by=host)

    question.refresh_from_db()
    assert (question.state, question.kind) == (QuestionState.RECEIVED, "question")
    assert not letters_of(conference).exists()
    assert PassOn.objects.get().taken_back_at


def test_a_letter_is_not_chosen(conference, host):
    with pytest.raises(Refused, match="không chọn vào hội nghị"):
        select(
            a_question(conference), wording="Đơn", kind="complaint", topic=None, version=0, by=host
        )


def test_an_approver_of_the_office_names_two_who_keep_the_secret(conference, host):
    other, approver = an_official(conference.office), an_approver(conference.office)
    with pytest.raises(Forbidden):
        name_keepers(conference, users=[host, other], by=other)
    with pytest.raises(Refused, match="đúng hai người"):
        name_keepers(conference, users=[host, host], by=approver)
    with pytest.raises(Refused, match="Chọn người khác"):
        name_keepers(conference, users=[host, an_official()], by=approver)

    name_keepers(conference, users=[host, other], by=approver)
    name_keepers(conference, users=[other, host], by=approver)

    assert keepers_of(conference) == [other, host]


def test_only_the_two_see_who_denounces_and_each_look_is_kept(conference, host):
    keeper, approver = an_official(conference.host), an_approver(conference.office)
    matter, letter = a_mixed_letter(conference, host)
    submission = letter.parts.get().submission
    with pytest.raises(Forbidden):
        show_sender(submission, by=host)

    name_keepers(conference, users=[keeper, approver], by=approver)
    show_sender(submission, by=keeper)

    with pytest.raises(Forbidden):
        show_sender(submission, by=host)
    assert Entry.objects.filter(verb="questions.show_sender", actor=keeper).count() == 1


def test_a_denouncer_is_named_nowhere_even_with_the_other_matter(conference, host):
    question = a_question(conference, wording=MIXED, sender=SENDER)
    assert named_senders(question) == ["Lê Thị Hạnh"]

    matter, letter = split(question.parts.get(), cuts=[22], version=0, by=host)
    passed(letter, host)

    assert named_senders(matter) == []
    assert secret_addresses(conference) == ["hanh@example.vn"]


def test_neither_search_nor_board_leads_to_a_denouncer(conference, host):
    sender = SENDER | {"sender_unit": "xã Phú Tân"}
    question = a_question(conference, wording=MIXED, sender=sender)
    code, among = question.parts.get().submission.code, questions_for(host)
    assert search(code, among, receipts=True).hits
    assert places_of_senders(conference)[question.pk]

    matter, letter = split(question.parts.get(), cuts=[22], version=0, by=host)
    passed(letter, host)

    assert not search(code, among, receipts=True).hits
    assert places_of_senders(conference) == {}


def test_the_trail_holds_neither_name_nor_words_of_a_letter(conference, host):
    a_mixed_letter(conference, host)

    kept = "".join(f"{e.thing_name}{e.before}{e.after}" for e in Entry.objects.all())
    assert "Hạnh" not in kept
    assert "tố cáo ông" not in kept


def test_a_sender_is_told_only_once_nothing_can_be_undone(conference, host):
    question = a_question(conference, sender=SENDER)
    set_aside(question, reason="Ngoài phạm vi kế hoạch.", version=0, by=host)

    letter = Message.objects.get()
    assert letter.next_try_at == clock.now() + timedelta(minutes=10)
    assert "Lý do: Ngoài phạm vi kế hoạch." in letter.body

    undo(TriageStep.objects.get(), by=host)
    letter.refresh_from_db()
    assert letter.state == "cancelled"


def test_what_was_decided_otherwise_meanwhile_is_not_told(conference, host):
    question = set_aside(
        a_question(conference, sender=SENDER), reason="Ngoài phạm vi", version=0, by=host
    )

    restore(question, version=1, by=host)

    assert Message.objects.get().state == "cancelled"


@pytest.mark.parametrize("kind, letters", [("complaint", 1), ("denunciation", 0)])
def test_a_denouncer_gets_no_letter_that_officials_could_read(conference, host, kind, letters):
    passed(a_question(conference, sender=SENDER), host, kind=kind)

    assert Message.objects.count() == letters
