"""The script: composed from the programme, edited, composed anew, given out."""

from datetime import time

import pytest

from doithoai.programme.actions import (
    add_cue,
    compose_script,
    drop_cue,
    edit_cue,
    move_cue,
    release_script,
    restore_cue,
)
from doithoai.programme.models import ItemKind
from doithoai.programme.queries import (
    cue_rows,
    cues_of,
    script_changes,
    script_of,
    shown_cues,
)
from doithoai.programme.rules.cue_order import KeptCue, recomposed
from doithoai.programme.rules.cues import compose, ordinal
from doithoai.programme.rules.script_facts import CueText, ItemFacts, ScriptFacts
from doithoai.programme.states import AwardState, ScriptState
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_question, a_referral, an_official
from tests.builders_programme import a_cue, a_script, an_award, an_item


def cue(key: str) -> CueText:
    return CueText(key, key, "", "Lời")


def test_numbers_are_spoken_in_order():
    assert [ordinal(n) for n in (1, 2, 4, 11)] == [
        *("thứ nhất", "thứ hai", "thứ tư", "thứ mười một")
    ]


def test_edited_and_added_cues_survive_composing_anew():
    old = [
        KeptCue(1, "a", is_edited=True),
        KeptCue(2, "", is_edited=True),
        KeptCue(3, "b", is_edited=False),
        KeptCue(4, "gone", is_edited=False),
        KeptCue(5, "gone-edited", is_edited=True),
    ]
    order = recomposed(old, [cue("new"), cue("a"), cue("b")])

    assert [(place.pk, place.cue and place.cue.key) for place in order] == [
        (None, "new"),
        (1, None),
        (2, None),
        (3, "b"),
        (5, None),
    ]


def said(kind: str, name: str, performer: str = "") -> str:
    item = ItemFacts(1, kind, name, performer, 10)
    facts = ScriptFacts("Hội nghị", "", "Chủ tịch", "Hội Phụ nữ tỉnh", [item])
    return compose(facts)[0].text.removeprefix("Kính thưa quý vị đại biểu. ")


@pytest.mark.parametrize(
    "kind, name, words",
    [
        (
            "address",
            "Lãnh đạo Tỉnh ủy, Hội trung ương phát biểu",
            "Trân trọng kính mời lãnh đạo Tỉnh ủy phát biểu. "
            "Tiếp theo, kính mời lãnh đạo Hội trung ương phát biểu.",
        ),
        (
            "documentary",
            "Phóng sự: Nữ nông dân",
            "Kính mời quý vị theo dõi phóng sự “Nữ nông dân”.",
        ),
        ("documentary", "Chiếu phóng sự về vốn", "Kính mời quý vị theo dõi phóng sự về vốn."),
        (
            "other",
            "Chụp ảnh cùng UBND tỉnh",
            "Tiếp theo chương trình là phần: Chụp ảnh cùng Ủy ban nhân dân tỉnh.",
        ),
    ],
)
def test_the_presenter_speaks_whole_sentences_without_abbreviations(kind, name, words):
    assert said(kind, name) == words


def a_programme(**over):
    conference = a_conference(start_time=time(8), **over)
    for name, kind in (
        ("Giới thiệu đại biểu", ItemKind.INTRODUCTION),
        ("Khai mạc", ItemKind.OPENING),
        ("Đối thoại", ItemKind.DIALOGUE),
        ("Khen thưởng", ItemKind.AWARD),
        ("Bế mạc", ItemKind.CLOSING),
    ):
        an_item(conference, name=name, kind=kind)
    return conference


def titles(conference):
    return [one.title for one in cues_of(script_of(conference))]


@pytest.mark.django_db
def test_a_script_is_composed_in_the_order_of_the_day():
    conference = a_programme(theme="Bình đẳng giới")
    question = a_question(conference, state=QuestionState.REFERRED, hall_position=1)
    agency = a_referral(question).agency
    an_award(conference, AwardState.AGREED, recipient="Chị Hoa")
    an_award(conference, AwardState.STRUCK, recipient="Chị Lan")

    compose_script(conference, by=an_official(conference.host))

    assert titles(conference) == [
        *("Tuyên bố lý do", "Giới thiệu đại biểu", "Thông qua chương trình", "Khai mạc"),
        *("Mở phần đối thoại", "Câu hỏi thứ nhất, C-001", "Khép phần đối thoại"),
        *("Khen thưởng", "Bế mạc"),
    ]
    said = "\n".join(one.text for one in cues_of(script_of(conference)))
    assert f"Kính mời đại diện lãnh đạo {agency.name} trả lời." in said
    assert "Chị Hoa" in said
    assert "Chị Lan" not in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    "consents, words", [(True, "đại biểu Nguyễn Thị Tư nêu"), (False, "đại biểu nêu")]
)
def test_an_asker_is_named_only_with_consent(consents, words):
    conference = a_programme()
    sender = {"sender_name": "Nguyễn Thị Tư", "consents_name": consents}
    a_question(conference, state=QuestionState.SELECTED, hall_position=1, sender=sender)

    compose_script(conference, by=an_official(conference.host))

    asked = cues_of(script_of(conference)).get(question__isnull=False)
    assert f"Kính mời {words} câu hỏi." in asked.text


@pytest.mark.django_db
def test_the_presenters_own_words_survive_a_new_programme():
    conference = a_programme()
    host = an_official(conference.host)
    compose_script(conference, by=host)
    opening = cues_of(script_of(conference)).get(title="Khai mạc")
    words = {"title": "Khai mạc", "speaker": "Chủ tịch", "text": "Lời sửa", "minutes": 5}
    edit_cue(opening, version=0, by=host, **words)
    drop_cue(cues_of(script_of(conference)).get(title="Bế mạc"), by=host)
    add_cue(conference, title="Mời chụp ảnh", text="Kính mời", after=opening, by=host)
    an_item(conference, name="Ký kết", kind=ItemKind.SIGNING)

    compose_script(conference, by=host)

    assert titles(conference)[3:5] == ["Khai mạc", "Mời chụp ảnh"]
    assert titles(conference)[-1] == "Ký kết"
    assert "Bế mạc" not in titles(conference)
    assert cues_of(script_of(conference)).get(title="Khai mạc").text == "Lời sửa"


@pytest.mark.django_db
def test_a_cue_taken_out_comes_back_at_its_place():
    conference = a_programme()
    host = an_official(conference.host)
    compose_script(conference, by=host)
    before = titles(conference)
    opening = cues_of(script_of(conference)).get(title="Khai mạc")

    drop_cue(opening, by=host)
    assert "Khai mạc" not in titles(conference)
    restore_cue(opening, by=host)

    assert titles(conference) == before


@pytest.mark.django_db
def test_a_cue_moves_and_stale_words_are_refused():
    script = a_script()
    first, host = a_cue(script, title="Một"), an_official(script.conference.host)
    a_cue(script, title="Hai")

    move_cue(first, towards="down", by=host)

    assert titles(script.conference) == ["Hai", "Một"]
    words = {"title": "Một", "speaker": "", "text": "Lời", "minutes": 0}
    with pytest.raises(Refused, match="vừa sửa"):
        edit_cue(first, version=7, by=host, **words)


@pytest.mark.django_db
def test_a_release_is_kept_and_what_changed_since_is_told():
    conference = a_programme()
    host = an_official(conference.host)
    script = compose_script(conference, by=host)
    release = release_script(conference, version=script.version, by=host)
    assert (release.number, release.cues[0]["starts"]) == (1, "08:00")

    opening = cues_of(script).get(title="Khai mạc")
    edit_cue(opening, title="Khai mạc", speaker="", text="x" * 90, minutes=0, version=0, by=host)

    script = script_of(conference)
    present = cue_rows(shown_cues(conference, cues_of(script)))
    changes, log = script_changes(script, present)
    assert script.state == ScriptState.DRAFT
    assert changes == ["“Khai mạc”: sửa lời dẫn."]
    assert [one.number for one in log] == [1]


@pytest.mark.django_db
def test_nothing_is_composed_without_items_nor_given_out_empty():
    conference = a_conference()
    host = an_official(conference.host)

    with pytest.raises(Refused, match="chưa có mục"):
        compose_script(conference, by=host)
    with pytest.raises(Refused, match="chưa có lời dẫn"):
        release_script(conference, version=0, by=host)
    with pytest.raises(Forbidden):
        compose_script(conference, by=an_official(conference.chair))
