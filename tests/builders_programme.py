"""Plain functions that make things of the programme room for tests; keywords override."""

from datetime import date
from typing import Any

from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.programme.models import (
    AgendaItem,
    Award,
    ItemKind,
    Preparation,
    Script,
    ScriptCue,
    Speech,
    SpeechKind,
)
from doithoai.programme.states import AwardState, SpeechState
from tests.builders import a_conference, an_approver, an_official

TEXT = "Kính thưa quý vị đại biểu. Hôm nay, hội nghị đối thoại khai mạc."


def an_item(conference: Conference | None = None, **over: Any) -> AgendaItem:
    """The next item of the programme, ten minutes long."""
    conference = conference or a_conference()
    position = conference.agenda_items.count() + 1
    values = {"name": "Khai mạc hội nghị", "kind": ItemKind.OPENING, "position": position}
    return AgendaItem.objects.create(conference=conference, **(values | over))


def a_preparation(conference: Conference | None = None, **over: Any) -> Preparation:
    """Something to be made ready by 5/10/2024: two days late on the tests' day."""
    conference = conference or a_conference()
    values = {"name": "Phóng sự về phụ nữ", "kind": "documentary", "due": date(2024, 10, 5)}
    return Preparation.objects.create(conference=conference, **(values | over))


def an_award(
    conference: Conference | None = None, state: str = AwardState.PROPOSED, **over: Any
) -> Award:
    """A line of the list of honours in any state."""
    conference = conference or a_conference()
    values = {
        "position": conference.awards.count() + 1,
        "recipient": "Chị Nguyễn Thị Hoa",
        "unit": "Hợp tác xã Bình Minh",
        "achievement": "Sáng kiến tiết kiệm nước tưới",
        "form": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        "agency": conference.host,
        "proposed_by": over.pop("by", None) or an_official(conference.host),
        "state": state,
    }
    if state != AwardState.PROPOSED:
        values["decided_by"] = an_official(conference.office)
    if state == AwardState.STRUCK:
        values["reason"] = "Đã được khen năm 2023"
    return Award.objects.create(conference=conference, **(values | over))


def a_speech(
    conference: Conference | None = None,
    state: str = SpeechState.DRAFT,
    agency: Agency | None = None,
    **over: Any,
) -> Speech:
    """A speech of the host in any state, with the people that state needs."""
    conference = conference or a_conference()
    values: dict[str, Any] = {
        "kind": SpeechKind.OPENING,
        "title": "Bài phát biểu khai mạc",
        "speaker": "Chủ tịch Ủy ban nhân dân tỉnh",
        "agency": agency or conference.host,
        "state": state,
    }
    if state != SpeechState.DRAFT:
        values |= {"body": TEXT, "drafted_by": an_official(values["agency"])}
    if state in {SpeechState.APPRAISED, SpeechState.APPROVED}:
        values["appraised_by"] = an_official(conference.office)
    if state == SpeechState.APPROVED:
        values["approved_by"] = an_approver(conference.chair)
    return Speech.objects.create(conference=conference, **(values | over))


def a_script(conference: Conference | None = None, **over: Any) -> Script:
    """A script nobody has composed yet."""
    return Script.objects.create(conference=conference or a_conference(), **over)


def a_cue(script: Script | None = None, **over: Any) -> ScriptCue:
    """The next cue of a script."""
    script = script or a_script()
    values = {
        "position": script.cues.count() + 1,
        "title": "Khai mạc",
        "text": "Trân trọng kính mời phát biểu khai mạc.",
    }
    return ScriptCue.objects.create(script=script, **(values | over))
