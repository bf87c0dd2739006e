"""Steps before the day: programme, preparations, honours, speeches, the presenter's script."""

from datetime import date, timedelta

from doithoai.directory.models import Agency, Right
from doithoai.planning.models import Conference
from doithoai.planning.permissions import another_agency
from doithoai.programme.actions import (
    agree_award,
    amend_item,
    appraise_speech,
    approve_speech,
    compose_script,
    edit_cue,
    lay_usual_items,
    note_decision,
    propose_award,
    release_programme,
    release_script,
    report_preparation,
    save_speech,
    strike_award,
    submit_speech,
    take_up_preparations,
    take_up_speeches,
)
from doithoai.programme.models import Speech
from doithoai.programme.queries import (
    cues_of,
    programme_of,
    proposed_preparations,
    proposed_speeches,
    script_of,
    speech_facts,
    timetable,
)
from doithoai.programme.rules.skeletons import TO_FILL, skeleton
from doithoai.programme.states import PreparationState, SpeechState
from tests.journeys.road import on, person

STRUCK = "Đã được khen thưởng cùng thành tích."


def writes_the_programme(conference: Conference, minutes: list[int], *, day: date) -> None:
    """Items with their minutes, inside the hours the office told; given out."""
    host = person(conference.host)
    with on(day):
        if not conference.agenda_items.exists():
            lay_usual_items(conference, by=host)
        items = conference.agenda_items.order_by("position")
        for item, length in zip(items, minutes, strict=True):
            amend_item(item, version=item.version, minutes=length, by=host)
        release_programme(conference, version=programme_of(conference).version, by=host)
    table = timetable(conference)
    assert len(table.items) == len(minutes)
    assert sum(item.minutes for item in table.items) == sum(minutes) <= 210


def prepares_the_hall(
    conference: Conference, expected: dict[str, str], *, taken: date, ready: date
) -> None:
    """Works the plan's sentences ask for; `expected` says which agency does which kind."""
    with on(taken):
        keys = [one.key for one in proposed_preparations(conference)]
        works = take_up_preparations(conference, keys=keys, by=person(conference.office))
    given = {work.kind: (work.agency or conference.host).name for work in works}
    assert given == expected
    for work in works:
        by = person(work.agency or conference.host)
        with on(ready):
            work = report_preparation(
                work,
                state=PreparationState.READY,
                people=by.full_name,
                note="Đã xong.",
                version=work.version,
                by=by,
            )
        assert work.state == PreparationState.READY
    assert proposed_preparations(conference) == []


def lists_the_awards(conference: Conference, *, day: date) -> None:
    """The host proposes a group, a person and one too many; the office judges."""
    host, office = person(conference.host), person(conference.office)
    lines = (("Công đoàn Trường Mầm non", True), ("Lý Thị Xuân", False), ("Tổ xe", True))
    with on(day):
        group, one, many = (
            propose_award(
                conference,
                recipient=name,
                is_group=is_group,
                achievement="Sáng kiến vượt khó, chiến thắng đại dịch",
                form="Bằng khen",
                agency=conference.host,
                by=host,
            )
            for name, is_group in lines
        )
    with on(day + timedelta(days=7)):
        strike_award(many, reason=STRUCK, version=many.version, by=office)
        for award in (group, one):
            award = agree_award(award, version=award.version, by=office)
            award = note_decision(
                award,
                decision_number="1245/QĐ-UBND",
                decision_on=day,
                version=award.version,
                by=office,
            )
            assert award.decision_number == "1245/QĐ-UBND"


def writes_the_speeches(conference: Conference, expected: dict[str, str], *, day: date) -> None:
    """Each by the agency the plan names; another appraises, the chair approves, one goes back.

    `expected` says who drafts each title.
    """
    with on(day):
        keys = [one.key for one in proposed_speeches(conference)]
        speeches = take_up_speeches(conference, keys=keys, by=person(conference.office))
    assert {speech.title: speech.agency.name for speech in speeches} == expected
    for number, speech in enumerate(speeches):
        done = _spoken(speech, day + timedelta(days=1), is_returned=number == 0)
        assert done.state == SpeechState.APPROVED
    assert proposed_speeches(conference) == []


def _spoken(speech: Speech, day: date, *, is_returned: bool) -> Speech:
    conference, drafter = speech.conference, person(speech.agency)
    judge = person(Agency.objects.get(pk=another_agency(conference, speech.agency_id)))
    body = skeleton(speech.kind, speech_facts(conference)).replace(TO_FILL, "đã ghi")
    with on(day):
        speech = save_speech(speech, body="Kính thưa", version=speech.version, by=drafter)
        speech = submit_speech(speech, body=body, version=speech.version, by=drafter)
        if is_returned:
            returned = {"verdict": SpeechState.RETURNED, "note": "Bổ sung số liệu."}
            speech = appraise_speech(speech, **returned, version=speech.version, by=judge)
            speech = submit_speech(speech, body=body, version=speech.version, by=drafter)
        verdict = SpeechState.APPRAISED
        speech = appraise_speech(speech, verdict=verdict, version=speech.version, by=judge)
    with on(day, 16):
        chair = person(conference.chair, Right.APPROVER)
        verdict = SpeechState.APPROVED
        return approve_speech(speech, verdict=verdict, version=speech.version, by=chair)


def writes_the_script(conference: Conference, writer: Agency, *, day: date) -> None:
    """Composed from programme, guests and questions; one cue in own words; given out."""
    by = person(writer)
    with on(day):
        compose_script(conference, by=by)
        cue = cues_of(script_of(conference)).first()
        text = "Kính thưa quý vị đại biểu, chương trình xin được bắt đầu."
        edit_cue(cue, title=cue.title, speaker="", text=text, minutes=1, version=cue.version, by=by)
        compose_script(conference, by=by)
        release = release_script(conference, version=script_of(conference).version, by=by)
    cues = list(cues_of(script_of(conference)))
    assert text in [cue.text for cue in cues]
    assert {cue.question_id for cue in cues if cue.question_id} == set(
        conference.questions.filter(hall_position__isnull=False).values_list("pk", flat=True)
    )
    assert len(release.cues) == len(cues)
