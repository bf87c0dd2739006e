"""Proposals of agencies learn from referrals, and what is learned is used only when no worse."""

import pytest
from django_tasks_db.models import DBTaskResult

from doithoai.answers.later import FEWEST, learn_later
from doithoai.answers.learning import learn_routing
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.actions.routing import keep_routing_model
from doithoai.questions.models import RoutingModel, Suggestion
from doithoai.questions.queries.comparing import waiting_questions
from doithoai.questions.queries.engine import house_lexicon, routing_of
from doithoai.workflow import Forbidden
from tests.builders import a_conference, a_place, a_question, a_referral, an_agency, an_official

pytestmark = pytest.mark.django_db

HEALTH = "Trạm y tế xã {} thiếu thuốc bảo hiểm, bệnh nhân phải mua ngoài, khi nào có thuốc?"
ROADS = "Đường tỉnh qua xã {} hư hỏng nặng, ổ gà nhiều, khi nào được nâng cấp, mở rộng?"


@pytest.fixture
def conference():
    place = a_place()
    keys = {"Sở Y tế": "so-y-te", "Sở Giao thông vận tải": "so-giao-thong-van-tai"}
    departments = [an_agency(name, key=key, place=place) for name, key in keys.items()]
    return a_conference(place=place, departments=departments)


def referred(conference, count: int) -> None:
    agencies = {one.agency.key: one.agency for one in conference.participations.all()}
    texts = {"so-y-te": HEALTH, "so-giao-thong-van-tai": ROADS}
    for number in range(count):
        key = sorted(texts)[number % 2]
        wording = texts[key].format(f"Phú {number}")
        a_referral(a_question(conference, "referred", wording=wording), agencies[key])


def test_too_few_referrals_teach_nothing(conference) -> None:
    referred(conference, FEWEST - 1)
    learn_later()
    assert not DBTaskResult.objects.exists()
    assert learn_routing(by=None) is None


def test_enough_referrals_lay_one_task_and_are_learned_once(conference) -> None:
    referred(conference, FEWEST)
    learn_later()
    learn_later()
    assert DBTaskResult.objects.count() == 1
    kept = learn_routing(by=None)
    assert kept is not None
    assert kept.examples == FEWEST
    assert kept.figures["held_back"] == FEWEST // 5
    assert learn_routing(by=None) is None


def test_what_is_no_worse_comes_into_use_and_open_questions_wait_for_it(conference) -> None:
    referred(conference, FEWEST)
    open_one = a_question(conference, wording=HEALTH.format("Tân Hương"))
    compare_waiting()
    kept = learn_routing(by=None)
    assert kept.is_in_use
    assert waiting_questions().get() == open_one
    compare_waiting()
    assert Suggestion.objects.get(question=open_one).agencies[0]["name"] == "Sở Y tế"


def test_only_one_model_is_in_use() -> None:
    for count in (1, 2):
        keep_routing_model(weights={}, figures={}, examples=count, is_in_use=True, by=None)
    keep_routing_model(weights={}, figures={}, examples=3, is_in_use=False, by=None)
    assert RoutingModel.objects.get(is_in_use=True).examples == 2
    with pytest.raises(Forbidden):
        keep_routing_model(weights={}, figures={}, examples=4, is_in_use=True, by=an_official())


def test_weights_of_another_way_of_reading_words_are_not_used(conference) -> None:
    keep_routing_model(
        weights={"words": -1, "shared": [], "bias": {}, "terms": {}},
        figures={},
        examples=20,
        is_in_use=True,
        by=None,
    )
    routing = routing_of(conference, house_lexicon())
    assert routing.model is None or routing.model.shared
