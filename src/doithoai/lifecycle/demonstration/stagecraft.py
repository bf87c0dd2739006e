"""What the samples prepare for the day: programme, works, honours, speeches, the script."""

from datetime import date
from typing import Any

from doithoai.directory.models import Right
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import on
from doithoai.planning.models import Conference
from doithoai.planning.permissions import another_agency
from doithoai.programme.actions import (
    agree_award,
    amend_item,
    appraise_speech,
    approve_speech,
    compose_script,
    lay_usual_items,
    note_decision,
    propose_award,
    release_programme,
    release_script,
    report_preparation,
    save_speech,
    submit_speech,
    take_up_preparations,
    take_up_speeches,
)
from doithoai.programme.models import Speech
from doithoai.programme.queries import (
    programme_of,
    proposed_preparations,
    proposed_speeches,
    script_of,
    speech_facts,
)
from doithoai.programme.rules.skeletons import TO_FILL, skeleton
from doithoai.programme.states import PreparationState, SpeechState


def plan_the_day(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Items with their minutes; given out when the data say when."""
    host = people.of(conference.host)
    with on(date.fromisoformat(data["programme_on"]), 9):
        if not conference.agenda_items.exists():
            lay_usual_items(conference, by=host)
        for item, minutes in zip(
            conference.agenda_items.order_by("position"), data["minutes"], strict=False
        ):
            amend_item(item, version=item.version, minutes=minutes, by=host)
    if "programme_released_on" in data:
        with on(date.fromisoformat(data["programme_released_on"]), 15):
            programme = programme_of(conference)
            release_programme(conference, version=programme.version, by=host)


def make_ready(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Works the plan's sentences speak of, taken up and reported on by their agencies."""
    with on(date.fromisoformat(data["preparations_on"]), 10):
        keys = [proposal.key for proposal in proposed_preparations(conference)]
        works = take_up_preparations(conference, keys=keys, by=people.office())
    ready = len(works) - data.get("preparations_open", 0)
    with on(date.fromisoformat(data["prepared_on"]), 16):
        for place, work in enumerate(works):
            doer = people.of(work.agency or conference.host)
            state = PreparationState.READY if place < ready else PreparationState.DOING
            report_preparation(
                work,
                state=state,
                people=doer.full_name,
                note=data["prepared"].get(work.kind, ""),
                version=work.version,
                by=doer,
            )


def honour(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Groups and persons to be honoured, proposed by the host and agreed by the office."""
    with on(date.fromisoformat(data["awards_on"]), 9):
        awards = [
            propose_award(
                conference, agency=conference.host, by=people.of(conference.host), **award
            )
            for award in data["awards"]
        ]
    with on(date.fromisoformat(data["awarded_on"]), 10):
        day = date.fromisoformat(data["awarded_on"])
        for award in awards:
            award = agree_award(award, version=award.version, by=people.office())
            note_decision(
                award,
                decision_number=data["award_decision"],
                decision_on=day,
                version=award.version,
                by=people.office(),
            )


def write_speeches(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Each speech by the agency the plan names, as far as its outcome says."""
    with on(date.fromisoformat(data["speeches_on"]), 9):
        keys = [proposal.key for proposal in proposed_speeches(conference)]
        speeches = take_up_speeches(conference, keys=keys, by=people.office())
    for speech in speeches:
        outcome = data["speeches"].get(speech.kind, SpeechState.APPROVED)
        if outcome != "none":
            _write(speech, outcome, data, people)


def write_script(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The presenter's words, composed and given out."""
    host = people.of(conference.host)
    with on(date.fromisoformat(data["script_on"]), 14):
        compose_script(conference, by=host)
        script = script_of(conference)
        script.refresh_from_db()
        release_script(conference, version=script.version, by=host)


def _write(speech: Speech, outcome: str, data: dict[str, Any], people: People) -> None:
    day, drafter = date.fromisoformat(data["speeches_on"]), people.of(speech.agency)
    body = _body(speech, data)
    with on(day.replace(day=day.day + 1), 10):
        if outcome == SpeechState.DRAFT:
            save_speech(speech, body=body, version=speech.version, by=drafter)
            return
        speech = submit_speech(speech, body=body, version=speech.version, by=drafter)
    if outcome == SpeechState.SUBMITTED:
        return
    conference = speech.conference
    judging = another_agency(conference, speech.agency_id)
    appraiser = people.of(conference.host if judging == conference.host_id else conference.office)
    with on(day.replace(day=day.day + 2), 10):
        verdict = SpeechState.APPRAISED
        speech = appraise_speech(speech, verdict=verdict, version=speech.version, by=appraiser)
    with on(day.replace(day=day.day + 2), 16):
        chair = people.of(conference.chair, Right.APPROVER)
        approve_speech(speech, verdict=SpeechState.APPROVED, version=speech.version, by=chair)


def _body(speech: Speech, data: dict[str, Any]) -> str:
    """The data's own words; else the skeleton of its kind with the places left open filled."""
    if speech.title in data.get("bodies", {}):
        return str(data["bodies"][speech.title])
    text = skeleton(speech.kind, speech_facts(speech.conference))
    for words in data["words"].get(speech.kind, []):
        text = text.replace(TO_FILL, words, 1)
    return text.replace(TO_FILL, data["words"]["other"])
