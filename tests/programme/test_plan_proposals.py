"""What a plan's sentences propose: preparations, speeches, who does each."""

import pytest

from doithoai.programme.models import PreparationKind, SpeechKind
from doithoai.programme.rules.items import kind_of
from doithoai.programme.rules.preparing import (
    CUES,
    DAYS_BEFORE,
    NAMES,
    ItemWords,
    Sentence,
    Unit,
    kinds_named,
    propose_preparations,
)
from doithoai.programme.rules.speaking import (
    TITLES,
    asked_kinds,
    guest_speakers,
    propose_speeches,
    spoken_minutes,
)


def sentence(text: str, *units: Unit, key: int = 1) -> Sentence:
    return Sentence(key, text, units)


def item(key: int, name: str, performer: str = "") -> ItemWords:
    return ItemWords(key, kind_of(name), name, Unit(performer))


@pytest.mark.parametrize(
    "text, kinds",
    [
        (
            "Lo thiết kế phông chữ, thuê hội trường và trang trí hội trường; cử người dẫn chương "
            "trình, lễ tân.",
            ["decoration", "hall", "presenter", "reception"],
        ),
        ("Bảo đảm an ninh trật tự và phòng, chống dịch.", ["security", "health"]),
        ("Chuẩn bị tài liệu phục vụ đại biểu; lo cơ sở vật chất.", ["materials", "hall"]),
        ("Xây dựng phóng sự và tập luyện văn nghệ.", ["documentary", "performance"]),
        ("Trả lời các ý kiến thuộc thẩm quyền.", []),
    ],
)
def test_a_sentence_names_what_must_be_ready(text, kinds):
    assert [kind for kind, _ in kinds_named(text)] == kinds


def test_each_thing_goes_to_the_unit_whose_field_it_is():
    units = Unit("Công an tỉnh"), Unit("Sở Y tế")
    found = propose_preparations(
        [sentence("Bảo đảm an ninh trật tự và phòng, chống dịch tại hội nghị.", *units)]
    )

    assert [(one.kind, one.unit.name) for one in found] == [
        ("security", "Công an tỉnh"),
        ("health", "Sở Y tế"),
    ]


def test_one_agency_under_two_spellings_is_asked_once():
    twice = [
        sentence("Lo cơ sở vật chất.", Unit("LĐLĐ tỉnh", agency=7), key=1),
        sentence("Chuẩn bị cơ sở vật chất.", Unit("Liên đoàn Lao động tỉnh", agency=7), key=2),
    ]

    assert [one.task for one in propose_preparations(twice)] == [1]


def test_items_ask_for_what_no_sentence_named():
    items = [item(1, "Văn nghệ chào mừng", "Đoàn nghệ thuật"), item(2, "Phóng sự", "Đài")]
    found = propose_preparations([sentence("Xây dựng phóng sự.", Unit("Đài"))], items)

    assert [(one.kind, one.task, one.item) for one in found] == [
        ("documentary", 1, 2),
        ("performance", None, 1),
    ]


def test_rules_and_tables_name_the_same_kinds():
    assert set(NAMES) == set(DAYS_BEFORE) == set(PreparationKind.values)
    assert {kind for kind, _ in CUES} <= set(PreparationKind.values)
    assert set(TITLES) == set(SpeechKind.values)


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("Chuẩn bị các bài phát biểu phục vụ hội nghị.", ["opening", "conclusion", "closing"]),
        ("Soạn bài phát biểu khai mạc, bế mạc của Lãnh đạo tỉnh.", ["opening", "closing"]),
        ("Tham mưu Ủy ban nhân dân tỉnh kết luận đối thoại.", ["conclusion"]),
        ("Chuẩn bị bài phát biểu của Thường trực Tỉnh ủy.", []),
        ("Thẩm định các bài phát biểu của Chủ tịch.", []),
        ("Viết kịch bản; bài phát biểu khai mạc của lãnh đạo.", ["opening"]),
        ("Viết lời khai mạc, lời bế mạc.", ["opening", "closing"]),
        ("Đưa tin, viết bài về lễ khai mạc và kết luận.", []),
    ],
)
def test_a_sentence_asks_for_speeches_of_the_chair(text, kinds):
    assert asked_kinds(text) == kinds


def test_a_sentence_asks_for_addresses_of_others():
    text = "Chuẩn bị bài phát biểu của Thường trực Tỉnh ủy và Lãnh đạo Hội trung ương."

    assert guest_speakers(text) == ["Thường trực Tỉnh ủy", "Lãnh đạo Hội trung ương"]
    assert guest_speakers("Đón khách; soạn phát biểu cho lãnh đạo Tỉnh ủy.") == ["Lãnh đạo Tỉnh ủy"]
    assert guest_speakers("Chuẩn bị bài phát biểu của Chủ tịch UBND tỉnh.") == []


def test_who_leads_the_sentence_drafts_the_speech():
    office, union = Unit("Văn phòng"), Unit("Liên đoàn")
    sentences = [
        sentence(
            "Phối hợp với Liên đoàn chuẩn bị bài phát biểu khai mạc.",
            Unit("Văn phòng", leads=False),
            union,
            key=1,
        ),
        sentence("Chuẩn bị các bài phát biểu.", office, key=2),
        sentence("Chủ trì soạn bài phát biểu khai mạc.", union, key=3),
    ]
    found = {one.kind: one for one in propose_speeches(sentences, [], chair_title="Chủ tịch")}

    assert (found["opening"].unit.name, found["opening"].task) == ("Liên đoàn", 3)
    assert (found["closing"].unit.name, found["closing"].task) == ("Văn phòng", 2)


def test_items_propose_addresses_and_reports_nobody_wrote_of():
    items = [
        item(1, "Báo cáo kết quả năm 2023", "Sở Nội vụ"),
        item(2, "Tỉnh ủy, Tổng Liên đoàn phát biểu"),
    ]
    asked = [item(1, "Phát biểu của lãnh đạo Tỉnh ủy, Tổng Liên đoàn")]
    found = propose_speeches([], items, chair_title="")

    assert [(one.kind, one.speaker) for one in found] == [
        ("opening", "Người chủ trì"),
        ("report", "Sở Nội vụ"),
        ("address", "Lãnh đạo Tỉnh ủy"),
        ("address", "Lãnh đạo Tổng Liên đoàn"),
        ("conclusion", "Người chủ trì"),
        ("closing", "Người chủ trì"),
    ]
    guests = [one.speaker for one in propose_speeches([], asked, chair_title="Chủ tịch")][1:3]
    assert guests == ["Lãnh đạo Tỉnh ủy", "Lãnh đạo Tổng Liên đoàn"]


@pytest.mark.parametrize("words, minutes", [(0, 0), (1, 1), (130, 1), (131, 2), (650, 5)])
def test_a_text_takes_a_minute_for_130_words(words, minutes):
    assert spoken_minutes("lời " * words) == minutes
