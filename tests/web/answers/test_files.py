"""Files of a question: the agency that answers has them with the sender's consent, kept."""

import pytest
from django.test import Client

from doithoai.audit.models import Entry
from doithoai.questions.models import Attachment, Submission
from doithoai.questions.states import QuestionState
from tests.builders import a_question, a_referral, an_answer, an_official
from tests.web.roles.own_data import a_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def referral():
    question = a_question(state=QuestionState.REFERRED)
    Attachment.objects.create(submission=question.parts.get().submission, position=1, **a_photo())
    return an_answer(a_referral(question)).referral


def taken(user, referral):
    client, question = Client(), referral.question
    client.force_login(user)
    page = f"/hoi-nghi/{question.conference.slug}/tra-loi/{question.number}/"
    response = client.post(f"{page}tep/", {"tep": Attachment.objects.get().pk})
    return "Tải tệp 1 (ảnh" in client.get(page).content.decode(), response


def test_with_consent_the_leading_agency_has_the_file_and_that_is_kept(referral):
    Submission.objects.update(consents_files=True)
    user = an_official(referral.agency)
    offered, response = taken(user, referral)

    assert offered
    assert response.content == bytes(Attachment.objects.get().content)
    assert Entry.objects.get(verb="questions.take_file").actor == user


@pytest.mark.parametrize(
    "over",
    [
        {"consents_files": False},
        {"withdrawn_at": "2024-10-07T01:00Z"},
        {"notice_version": "2026-2"},
    ],
)
def test_without_consent_to_just_this_or_once_withdrawn_it_has_not(referral, over):
    Submission.objects.update(**({"consents_files": True} | over))
    offered, response = taken(an_official(referral.agency), referral)

    assert not offered
    assert response.status_code == 404
    assert not Entry.objects.exists()


def test_a_supporting_agency_has_none(referral):
    Submission.objects.update(consents_files=True)
    other = referral.question.conference.finance or referral.question.conference.chair
    referral.supporting.add(other)
    offered, response = taken(an_official(other), referral)

    assert not offered
    assert response.status_code == 403
