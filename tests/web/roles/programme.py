"""Addresses of the programme: items, preparations, honours, speeches, the script."""

from doithoai.planning.models import Mandate, Work
from doithoai.programme.states import AwardState, SpeechState
from tests.builders_programme import (
    a_cue,
    a_preparation,
    a_script,
    a_speech,
    an_award,
    an_item,
)
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
programme:lay_usual           draft      in   405  405  405  405  405  405  405  405  405  405  405
programme:release             conference in   405  405  405  405  405  405  405  405  405  405  405
programme:add_item            conference in   200  200  200  403  403  403  403  404  403  403  404
programme:item                item       in   200  200  200  403  403  403  403  404  403  403  404
programme:move_item           item       in   405  405  405  405  405  405  405  405  405  405  405
programme:remove_item         item       in   405  405  405  405  405  405  405  405  405  405  405
programme:preparations        conference in   200  200  200  200  200  200  200  404  200  200  404
programme:take_preparations   conference in   405  405  405  405  405  405  405  405  405  405  405
programme:add_preparation     conference in   200  200  200  403  403  403  403  404  403  403  404
programme:preparation         prepare    in   200  200  200  200  200  200  200  404  200  200  404
programme:awards              conference in   200  200  200  200  200  200  200  404  200  200  404
programme:add_award           conference in   200  200  200  403  200  403  403  404  403  403  404
programme:award               award      in   200  200  200  200  200  404  404  404  200  200  404
programme:move_award          award      in   405  405  405  405  405  405  405  405  405  405  405
programme:speeches            conference in   200  200  200  200  200  200  200  404  200  200  404
programme:take_speeches       conference in   405  405  405  405  405  405  405  405  405  405  405
programme:add_speech          conference in   200  200  200  403  200  403  403  404  403  403  404
programme:speech              speech     in   200  200  200  200  200  404  404  404  200  200  404
programme:assign_speech       speech     in   200  200  200  403  200  403  403  404  403  403  404
programme:script              conference in   200  200  200  200  404  200  404  404  200  200  404
programme:reading             conference in   200  200  200  200  404  200  404  404  200  200  404
programme:compose             conference in   405  405  405  405  405  405  405  405  405  405  405
programme:release_script      conference in   405  405  405  405  405  405  405  405  405  405  405
programme:add_cue             conference in   200  200  200  403  404  403  404  404  403  403  404
programme:cue                 cue        in   200  200  200  403  404  403  404  404  403  403  404
programme:move_cue            cue        in   405  405  405  405  405  405  405  405  405  405  405
programme:drop_cue            cue        in   405  405  405  405  405  405  405  405  405  405  405
programme:restore_cue         dropped    in   405  405  405  405  405  405  405  405  405  405  405
"""

DEEDS = """
programme:lay_usual           draft      in   go   go   go   403  403  403  403  404  403  403  404
programme:release             conference in   go   go   go   403  403  403  403  404  403  403  404
programme:add_item            conference in   go   go   go   403  403  403  403  404  403  403  404
programme:item                item       in   go   go   go   403  403  403  403  404  403  403  404
programme:move_item           item       in   go   go   go   403  403  403  403  404  403  403  404
programme:remove_item         item       in   go   go   go   403  403  403  403  404  403  403  404
programme:take_preparations   conference in   409  409  409  403  403  403  403  404  403  403  404
programme:add_preparation     conference in   go   go   go   403  403  403  403  404  403  403  404
programme:preparation.bao     prepare    in   go   go   go   403  go   403  403  404  403  403  404
programme:preparation.sua     prepare    in   go   go   go   403  403  403  403  404  403  403  404
programme:preparation.bo      prepare    in   go   go   go   403  403  403  403  404  403  403  404
programme:preparation.lai     dropped_work   in   go   go   go   403  403  403  403  404  403  403  404
programme:add_award           conference in   go   go   go   403  go   403  403  404  403  403  404
programme:award.sua           award      in   go   go   go   403  403  404  404  404  403  403  404
programme:award.dong-y        award      in   go   go   go   403  403  404  404  404  403  403  404
programme:award.gach          award      in   go   go   go   403  403  404  404  404  403  403  404
programme:award.mo-lai        agreed     in   go   go   go   403  403  403  403  404  403  403  404
programme:award.quyet-dinh    agreed     in   go   go   go   403  403  403  403  404  403  403  404
programme:move_award          award      in   go   go   go   403  go   404  404  404  403  403  404
programme:take_speeches       conference in   go   go   go   403  go   403  403  404  403  403  404
programme:add_speech          conference in   go   go   go   403  go   403  403  404  403  403  404
programme:speech.luu          speech     in   403  403  403  403  go   404  404  404  403  403  404
programme:speech.nop          speech     in   403  403  403  403  go   404  404  404  403  403  404
programme:speech.tham-dinh    handed     in   403  go   go   403  403  404  404  404  403  403  404
programme:speech.duyet        appraised  in   403  403  403  go   403  404  404  404  403  403  404
programme:speech.mo-lai       approved   in   403  403  403  go   403  404  404  404  403  403  404
programme:assign_speech       speech     in   go   go   go   403  go   403  403  404  403  403  404
programme:compose             conference in   go   go   go   403  404  403  404  404  403  403  404
programme:release_script      conference in   go   go   go   403  404  403  404  404  403  403  404
programme:add_cue             conference in   go   go   go   403  404  403  404  404  403  403  404
programme:cue                 cue        in   go   go   go   403  404  403  404  404  403  403  404
programme:move_cue            cue        in   go   go   go   403  404  403  404  404  403  403  404
programme:drop_cue            cue        in   go   go   go   403  404  403  404  404  403  403  404
programme:restore_cue         dropped    in   go   go   go   403  404  403  404  404  403  403  404
"""


def lay(scene: Scene) -> None:
    """One of each; the leading department drafts, prepares, honours; the other helps present."""
    conference, people = scene.conference, scene.people
    leading = people["leading"].agency
    for agency, work in (
        (leading, Work.SPEECHES),
        (leading, Work.AWARDS),
        (people["supporting"].agency, Work.LOGISTICS),
    ):
        Mandate.objects.get_or_create(conference=conference, agency=agency, work=work)
    script = a_script(conference)
    things = {
        "item": an_item(conference),
        "prepare": a_preparation(conference, agency=leading),
        "dropped_work": a_preparation(conference, state="dropped", note="Không cần"),
        "award": an_award(conference),
        "agreed": an_award(conference, AwardState.AGREED),
        "speech": a_speech(conference, agency=leading),
        "handed": a_speech(conference, SpeechState.SUBMITTED, leading, kind="closing"),
        "appraised": a_speech(conference, SpeechState.APPRAISED, leading, kind="address"),
        "approved": a_speech(conference, SpeechState.APPROVED, leading, kind="report"),
        "cue": a_cue(script),
        "dropped": a_cue(script, key="item-0", is_dropped=True),
    }
    an_item(conference, name="Bế mạc hội nghị")
    an_award(conference, recipient="Chi hội ấp 3")
    a_cue(script, title="Bế mạc")
    for name, thing in things.items():
        scene.more_keys[name] = {"slug": conference.slug, "pk": thing.pk}


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    version = {"version": 0, "viec": deed}
    agency = scene.people["leading"].agency_id
    item = {"name": "Giải lao", "kind": "break", "minutes": 15, "version": 0}
    preparation = {"kind": "hall", "name": "Thuê hội trường", "due": "18/10/2024"}
    award = {"recipient": "Chị Lan", "achievement": "Nuôi dạy con tốt", "form": "Giấy khen"}
    speech = {"title": "Khai mạc", "speaker": "Chủ tịch", "agency": agency, "version": 0}
    cue = {"title": "Mời", "text": "Kính mời.", "minutes": 0, "version": 0}
    down = {"huong": "xuong"}
    return {
        "programme:release": version,
        "programme:add_item": item,
        "programme:item": item,
        "programme:move_item": down,
        "programme:add_preparation": preparation,
        "programme:preparation": {**preparation, **version, "state": "doing", "reason": "Không"},
        "programme:add_award": award,
        "programme:award": {
            **{**award, **version, "reason": "Trùng"},
            **{"decision_number": "9/QĐ-UBND", "decision_on": "1/10/2024"},
        },
        "programme:move_award": down,
        "programme:take_speeches": {"bai": "conclusion-chu-tich-uy-ban-nhan-dan-tinh"},
        "programme:add_speech": {**speech, "kind": "report"},
        "programme:assign_speech": speech,
        "programme:speech": {**version, "body": "Kính thưa.", **VERDICTS.get(deed, {})},
        "programme:release_script": version,
        "programme:add_cue": cue,
        "programme:cue": cue,
        "programme:move_cue": down,
    }


VERDICTS = {
    "tham-dinh": {"verdict": "appraised"},
    "duyet": {"verdict": "approved"},
    "mo-lai": {"note": "Đổi lời."},
}
