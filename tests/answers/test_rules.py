"""Advice on answers: which agency a question points to, what an answer still lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.answers.rules import Lexicon, four_parts, propose_agencies

HEALTH, LABOUR, ROADS = 1, 2, 3
SINCE = date(2024, 10, 7)
WHOLE = (
    "Việc cho vay thực hiện theo Nghị định số 61/2015/NĐ-CP ngày 09/7/2015 của Chính phủ.\n\n"
    "Sở Y tế sẽ mở hai lớp tập huấn tại xã Phú Tân trước ngày 15/11/2024."
)


def lexicon(agency, *phrases):
    return Lexicon(agency, tuple({"text": text, "weight": weight} for text, weight in phrases))


CATALOGUE = [
    lexicon(HEALTH, ("khám sức khỏe", 2.5), ("bệnh viện", 2.0)),
    lexicon(LABOUR, ("lao động", 1.0), ("lao động nữ", 2.0), ("sức khỏe", 0.5)),
    lexicon(ROADS, ("đường", 1.0), ("cầu", 1.0)),
]


def test_the_agency_whose_phrases_weigh_most_comes_first_with_its_reasons():
    found = propose_agencies("Lao động nữ được khám sức khỏe ở bệnh viện nào?", CATALOGUE)

    assert [(p.agency, p.phrases) for p in found] == [
        (HEALTH, ("khám sức khỏe", "bệnh viện")),
        (LABOUR, ("lao động nữ", "sức khỏe")),
    ]


def test_a_phrase_inside_a_longer_one_counts_once():
    (found,) = propose_agencies("Chế độ cho lao động nữ", [CATALOGUE[1]])

    assert found.phrases == ("lao động nữ",)


def test_marks_count_where_both_have_them():
    assert propose_agencies("Xin hỏi về đương đơn", [CATALOGUE[2]]) == []
    assert propose_agencies("Xin hoi ve duong lien ap", [CATALOGUE[2]])[0].phrases == ("đường",)


def test_either_place_of_the_tone_mark_is_the_same_word():
    found = propose_agencies("Khám sức khoẻ định kỳ", [CATALOGUE[0]])

    assert found[0].phrases == ("khám sức khỏe",)


def test_a_phrase_is_whole_words():
    assert propose_agencies("Yêu cầu thay đổi", [lexicon(ROADS, ("cầu tha", 1.0))]) == []


def test_a_long_list_does_not_win_by_its_length():
    filler = [(f"từ số {n}", 1.0) for n in range(150)]
    long, short = lexicon(1, ("đất đai", 2.0), *filler), lexicon(2, ("đất đai", 2.0))

    assert [p.agency for p in propose_agencies("Hỏi về đất đai", [long, short])] == [2, 1]


@given(st.text(max_size=200))
def test_any_text_gets_proposals_in_falling_order(text):
    scores = [proposal.score for proposal in propose_agencies(text, CATALOGUE)]

    assert scores == sorted(scores, reverse=True)


def test_a_whole_answer_has_its_four_parts():
    parts = four_parts(WHOLE, since=SINCE, units=["Sở Y tế", "Sở Nội vụ"])

    assert [(part.key, part.found, part.words) for part in parts] == [
        ("basis", True, "Nghị định 61/2015/NĐ-CP"),
        ("action", True, "Sở Y tế sẽ mở hai lớp tập huấn tại xã Phú Tân trước ngày 15/11/2024"),
        ("unit", True, "Sở Y tế"),
        ("deadline", True, "15/11/2024"),
    ]


def missing(body):
    return [part.key for part in four_parts(body, since=SINCE) if not part.found]


@pytest.mark.parametrize(
    "body, absent",
    [
        ("", ["basis", "action", "unit", "deadline"]),
        (
            "Thời gian tới, ngành tiếp tục quan tâm, phối hợp tham mưu, tạo điều kiện.",
            ["basis", "action", "unit", "deadline"],
        ),
        (
            "Theo Quyết định số 919/QĐ-TTg ngày 01/8/2022 của Thủ tướng Chính phủ.",
            ["action", "unit", "deadline"],
        ),
        ("Sở Xây dựng sẽ kiểm tra các nhà trọ.", ["basis", "deadline"]),
        ("Sở Xây dựng kiểm tra các nhà trọ trong quý IV năm 2024.", ["basis"]),
        ("Sở Xây dựng đã kiểm tra các nhà trọ ngày 5/3/2023.", ["basis", "deadline"]),
    ],
)
def test_what_an_answer_lacks_is_named(body, absent):
    assert missing(body) == absent


def test_the_day_of_a_cited_paper_is_no_deadline():
    body = "Sở Y tế mở lớp theo Kế hoạch số 12/KH-UBND ngày 20/12/2024."

    assert "deadline" in missing(body)


WORK = "Sở Y tế sẽ kiểm tra " + " và ".join(["từng điểm trường mầm non của tỉnh"] * 3)
MORE = "báo cáo Ủy ban nhân dân tỉnh kết quả kiểm tra cùng danh sách điểm trường phải sửa chữa"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"{WORK}.", WORK),
        (f"{WORK}, {MORE}.", WORK),
        (f"Căn cứ tình hình, {WORK}, {MORE}, {MORE}.", f"Căn cứ tình hình, {WORK}"),
        (f"{WORK} {MORE}.", f"{WORK} {MORE}"),
        (f"{WORK} {MORE} {MORE}, rồi {MORE}.", f"{WORK} {MORE} {MORE}"),
        (f"Theo đó, căn cứ tình hình, {WORK} {MORE}.", f"Theo đó, căn cứ tình hình, {WORK} {MORE}"),
    ],
)
def test_a_promise_is_told_in_whole_clauses(body, told):
    assert four_parts(body, since=SINCE)[1].words == told


@given(st.text(max_size=300))
def test_any_body_gets_four_parts(body):
    keys = [part.key for part in four_parts(body, since=SINCE)]

    assert keys == ["basis", "action", "unit", "deadline"]
