"""A kept conference is the one its plan speaks of now, whoever asked before."""

from datetime import date

import pytest
from django.http import Http404

from doithoai.planning.actions import change_window
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.web.portal.kept import kept_conference
from tests.builders import a_conference, a_topic, an_official

pytestmark = pytest.mark.django_db


def test_what_is_kept_is_not_read_again(django_assert_num_queries):
    conference = a_conference()
    a_topic(conference)
    kept_conference(conference.slug)

    with django_assert_num_queries(1):
        kept = kept_conference(conference.slug)
        words = [topic.text for topic in kept.topics.all()]
        assert (str(kept.host), str(kept.place)) == (str(conference.host), str(conference.place))
    assert kept == conference
    assert len(words) == 1


def test_an_amended_plan_is_read_at_once():
    conference = a_conference()
    before = kept_conference(conference.slug)
    change_window(
        conference,
        questions_from=date(2024, 10, 1),
        questions_until=date(2024, 10, 8),
        answer_days=7,
        version=conference.version,
        by=an_official(conference.host),
    )

    assert kept_conference(conference.slug).questions_until == date(2024, 10, 8)
    assert before.questions_until != date(2024, 10, 8)


def test_what_one_visit_does_to_its_conference_no_other_sees():
    conference = a_conference()
    kept_conference(conference.slug).short_title = "Tên khác"

    assert kept_conference(conference.slug).short_title == conference.short_title


def test_a_draft_and_an_unknown_slug_are_nowhere():
    draft = a_conference()
    Conference.objects.filter(pk=draft.pk).update(state=ConferenceState.DRAFT)

    for slug in (draft.slug, "khong-co"):
        with pytest.raises(Http404):
            kept_conference(slug)
