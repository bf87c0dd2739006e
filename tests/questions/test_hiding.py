"""Once data is deleted, the words hold none of it either, wherever they are kept."""

import pytest

from doithoai.questions.actions import correct, forget_sender, forget_senders, select, split
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.models import (
    Correction,
    Part,
    PartWords,
    Question,
    SearchText,
    Submission,
    TriageStep,
)
from doithoai.questions.queries import questions_of
from doithoai.questions.queries.searching import search
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.questions.rules.hiding import hidden_words
from tests.builders import a_conference, a_question, an_official

SAID = "Khi nào có nước? Em la tran thi kim ngan, 0912345678. Ông Hai cũng hỏi."
SENDER = {
    "text": SAID,
    "sender_name": "Trần Thị Kim Ngân",
    "phone": "0912345678",
    "consents_contact": True,
}
WHERE = ((Submission, "text"), (Correction, "text"), (Part, "text"), (Question, "wording"))


def left_over():
    kept = [str(text) for model, field in WHERE for text in model.objects.values_list(field)]
    kept += [str(step.before) for step in TriageStep.objects.all()]
    kept += [row.fold for model in (PartWords, SearchText) for row in model.objects.all()]
    return [text for text in kept if "ngan" in text.lower() or "12345" in text]


def test_a_name_goes_however_it_is_written():
    hidden = hidden_words("Tôi TRẦN THỊ  KIM NGÂN, tran thi kim ngan", ["Trần Thị Kim Ngân"])

    assert hidden == "Tôi •••, •••"


@pytest.fixture
def question(db):
    return a_question(a_conference(), wording=SAID, sender=SENDER)


@pytest.mark.parametrize("everyone", [False, True])
def test_no_copy_of_the_words_keeps_name_or_telephone(question, everyone):
    host, conference = an_official(question.conference.host), question.conference
    correct(question.parts.get().submission, text=f"{SAID} Xin cảm ơn.")
    question.refresh_from_db()
    wording = question.wording
    chosen = {"wording": wording, "kind": "question", "topic": None}
    split(question.parts.get(), cuts=[17], version=question.version, by=host)
    question.refresh_from_db()
    select(question, version=question.version, by=host, **chosen)
    compare_waiting(conference)
    assert left_over()

    if everyone:
        forget_senders(conference, by=None)
    else:
        forget_sender(Submission.objects.get(), by=host)

    assert left_over() == []
    assert conservation_faults(conference) == []


def test_what_is_left_is_still_found(question):
    compare_waiting(question.conference)
    forget_sender(Submission.objects.get(), by=an_official(question.conference.host))
    compare_waiting(question.conference)

    assert len(search("nước", questions_of(question.conference)).hits) == 1
    assert not search("kim ngan", questions_of(question.conference)).hits
