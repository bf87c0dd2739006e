"""Both real plans on the pages, from the file to the last promise, with a deed at every stage."""

import shutil
from dataclasses import dataclass

import pytest

from tests.browser import life_deeds as deeds
from tests.browser.life import Life
from tests.browser.test_plan_journey import SEEDS, from_file_to_conference, needs_seeds
from tests.browser.test_question_journey import ask, choose, follow, give_verdict, hand_in, refer

OFFICE, CHAIR = "Văn phòng Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"
FIELDS = "Sở Nông nghiệp và Phát triển nông thôn"
ANSWER = "Sở giao Chi cục Thủy lợi nạo vét tuyến mương, hoàn thành trước ngày {}."

SEEN_ON_THE_WAY = {
    *("budget:add_line", "budget:import_lines", "budget:add_voucher", "delegates:allocation"),
    *("delegates:reply", "delegates:note_reply", "outbox:message"),
    *("programme:add_cue", "programme:cue", "conclusions:item", "conclusions:add_item"),
}
"""Pages the samples have no place for on their day; looked at here when their time comes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who does what under one plan, and the day each stage is opened in the browser."""

    life: str
    seed: str
    province: str
    audience: str
    host: str
    seating: str
    pays: str
    promised: str
    days: dict[str, str]


TIEN_GIANG = Plan(
    life="tien_giang",
    seed="000",
    province="Tiền Giang",
    audience="phụ nữ",
    host="Hội Liên hiệp Phụ nữ tỉnh",
    seating="Sở Lao động - Thương binh và Xã hội",
    pays=CHAIR,
    promised="15/12/2024",
    days={
        "plan": "2024-07-15",
        "people": "2024-09-04",
        "money": "2024-09-12",
        "question": "2024-10-08",
        "seats": "2024-10-15",
        "day": "2024-10-18",
        "conclusion": "2024-10-24",
        "promise": "2024-11-28",
        "after": "2025-02-14",
    },
)
CAO_BANG = Plan(
    life="cao_bang",
    seed="003",
    province="Cao Bằng",
    audience="người lao động",
    host="Liên đoàn Lao động tỉnh",
    seating="Liên đoàn Lao động tỉnh",
    pays="Liên đoàn Lao động tỉnh",
    promised="31/7/2022",
    days={
        "plan": "2022-04-20",
        "people": "2022-05-04",
        "money": "2022-05-07",
        "question": "2022-05-17",
        "seats": "2022-05-21",
        "day": "2022-05-24",
        "conclusion": "2022-05-29",
        "promise": "2022-06-20",
        "after": "2023-02-14",
    },
)


@needs_seeds
@pytest.mark.parametrize("plan", [TIEN_GIANG, CAO_BANG], ids=lambda plan: plan.life)
def test_a_plan_lives_from_its_file_to_its_last_promise(plan, chromium, prepared, tmp_path):
    house = shutil.copytree(prepared, tmp_path / "var")
    life = Life(plan.life, plan.days["plan"], chromium, house)
    home = begins(life, plan)
    code = asks_and_answers(life, plan, home)
    meets(life, plan, home)
    concludes(life, plan, home)
    keeps_its_word(life, plan, home, code)


def begins(life: Life, plan: Plan) -> str:
    """The office opens the conference, an agency names its people, the money is granted."""
    with life.on(plan.days["plan"]):
        file = next(SEEDS.glob(f"{plan.seed}*.txt"))
        home = deeds.path_of(from_file_to_conference(life.desk(OFFICE), file))
    life.play("told", "shared")
    with life.on(plan.days["people"]):
        host = life.desk(plan.host)
        deeds.names_a_delegate(host, home)
        assert deeds.shares_seen(host, home) + deeds.begins_the_estimate(host, home) == []
    life.play("named")
    with life.on(plan.days["money"]):
        deeds.grants_the_money(life.desk(plan.pays, "approver"), home)
        spent = f"{home}kinh-phi/chung-tu/"
        assert deeds.seen_from(life.desk(plan.host), spent, "budget:add_voucher") == []
    life.play("answered")
    return home


def asks_and_answers(life: Life, plan: Plan, home: str) -> str:
    """A citizen asks; host, office, department and chair do their part. Gives the receipt."""
    with life.on(plan.days["question"]) as windows:
        citizen = windows.citizen()
        code = ask(citizen, plan.province)
        question = choose(life.desk(plan.host), code, plan.audience)
        answer = refer(life.desk(OFFICE), question)
        hand_in(life.desk(FIELDS), answer, ANSWER.format(plan.promised))
        give_verdict(life.desk(OFFICE), answer, "Đồng ý, trình Chủ tịch duyệt")
        give_verdict(life.desk(CHAIR, "approver"), answer, "Duyệt câu trả lời")
        follow(citizen, code, "Câu trả lời đã duyệt, chờ công bố")
        office = life.desk(OFFICE)
        replies = ("delegates:reply", "delegates:note_reply")
        found = deeds.seen_from(office, f"{home}dai-bieu/giay-moi/", *replies)
        assert found + deeds.seen_from(office, f"{home}thu-di/", "outbox:message") == []
    life.play("prepared")
    return code


def meets(life: Life, plan: Plan, home: str) -> None:
    """Seats are given, the door lets in, the hall opens and hears its first question."""
    with life.on(plan.days["seats"]):
        deeds.lays_the_seats(life.desk(plan.seating), home)
        host = life.desk(plan.host)
        deeds.confirms_the_seats(host, home)
        cues = {"programme:add_cue", "programme:cue"}
        assert deeds.seen_from(host, f"{home}kich-ban/", *cues) == []
    life.play("ready")
    with life.on(plan.days["day"]) as windows:
        deeds.lets_in(life.desk(plan.host, "door"), home)
        deeds.opens_the_hall(life.desk(OFFICE, "approver"), windows, home)
    life.play("held")


def concludes(life: Life, plan: Plan, home: str) -> None:
    """The chair sends it back once and signs, the office publishes, anyone reads."""
    with life.on(plan.days["conclusion"]) as windows:
        deeds.sends_the_notice_back(life.desk(CHAIR, "approver"), home)
        assert deeds.mends_the_notice(life.desk(plan.seating), home) == []
        deeds.signs_the_notice(life.desk(CHAIR, "approver"), home, plan.days["conclusion"])
        deeds.publishes_the_notice(life.desk(OFFICE), windows.citizen(), home)
    life.play("settled")


def keeps_its_word(life: Life, plan: Plan, home: str, code: str) -> None:
    """An agency reports with evidence, the office accepts; at the end everyone sees what became."""
    with life.on(plan.days["promise"]):
        agency = deeds.promising_agency(life.desk(OFFICE), home)
        deeds.reports_the_promise(life.desk(agency), home)
        deeds.accepts_the_report(life.desk(OFFICE), home)
    life.play("followed")
    with life.on(plan.days["after"]) as windows:
        follow(windows.citizen(), code, "Đã có trả lời")
        deeds.reads_the_results(life.desk(plan.host), windows.citizen(), home)
