"""Writing speeches: taken up from the plan, drafted, appraised, approved by three people."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import changes, record
from doithoai.directory.models import Agency, User
from doithoai.planning.actions import include_agencies
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.programme.models import AgendaItem, Speech, SpeechKind, SpeechVersion
from doithoai.programme.permissions import (
    may_appraise_speech,
    may_approve_speech,
    may_draft_speech,
    may_plan_speeches,
)
from doithoai.programme.queries import proposed_speeches
from doithoai.programme.rules.dues import speech_due
from doithoai.programme.states import SPEECH_TRANSITIONS, SPEECH_WITH_AGENCY, SpeechState
from doithoai.workflow import Refused, require

STALE = "Có người vừa lưu bài này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
ANOTHER_PERSON = "Người soạn, người thẩm định và người duyệt phải là ba người khác nhau."
NONE_CHOSEN = "Chọn ít nhất một bài trong các đề xuất."
HANDED_IN = (
    "Bài đã nộp nên không đổi tên bài, người phát biểu, cơ quan soạn được. Chờ trả lại rồi đổi."
)
WHY = "Nêu rõ lý do trả lại để cơ quan sửa."


@transaction.atomic
def take_up_speeches(conference: Conference, *, keys: Collection[str], by: User) -> list[Speech]:
    """Confirm speeches the plan asks for, by key; nobody named to draft one: the host does."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_plan_speeches(by, conference))
    chosen = [one for one in proposed_speeches(conference) if one.key in keys]
    if not chosen:
        raise Refused(NONE_CHOSEN)
    due = speech_due(conference.held_on)
    taken = [
        Speech.objects.create(
            conference=conference,
            kind=SpeechKind(one.kind),
            title=one.title[:300],
            speaker=one.speaker[:300],
            agency_id=one.unit.agency or conference.host_id,
            due=due,
            assignment_id=one.task,
            agenda_item_id=one.item,
        )
        for one in chosen
    ]
    for one in taken:
        record("programme.take_up_speech", one, by=by, after={"agency": one.agency, "due": due})
    return taken


@transaction.atomic
def add_speech(
    conference: Conference,
    *,
    kind: str,
    title: str,
    speaker: str,
    agency: Agency,
    by: User,
    **values: Any,
) -> Speech:
    """Add a speech the plan's words did not ask for."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_plan_speeches(by, conference))
    _include(conference, agency, by=by)
    speech = Speech.objects.create(
        conference=conference,
        kind=SpeechKind(kind),
        title=title,
        speaker=speaker,
        agency=agency,
        **values,
    )
    record("programme.add_speech", speech, by=by, after={"agency": agency, "speaker": speaker})
    return speech


@transaction.atomic
def assign_speech(
    speech: Speech,
    *,
    title: str,
    speaker: str,
    agency: Agency,
    due: date | None,
    agenda_item: AgendaItem | None,
    version: int,
    by: User,
) -> Speech:
    """Say anew who gives it, who drafts it and by when.

    What was handed in keeps its title, speaker and drafter: they are judged with the words.
    """
    speech = _locked(speech)
    require(may_plan_speeches(by, speech.conference))
    _same_version(speech, version)
    said = (speech.title, speech.speaker, speech.agency_id)
    if speech.state not in SPEECH_WITH_AGENCY and (title, speaker, agency.pk) != said:
        raise Refused(HANDED_IN)
    if agency.pk != speech.agency_id:
        _include(speech.conference, agency, by=by)
    values = {
        "title": title,
        "speaker": speaker,
        "agency": agency,
        "due": due,
        "agenda_item": agenda_item,
    }
    before, after = changes(speech, values)
    for name, value in values.items():
        setattr(speech, name, value)
    return _saved(speech, "programme.assign_speech", by=by, before=before, after=after)


@transaction.atomic
def save_speech(speech: Speech, *, body: str, version: int, by: User) -> Speech:
    """Keep what the agency has written so far."""
    speech = _locked(speech)
    require(may_draft_speech(by, speech))
    if speech.state not in SPEECH_WITH_AGENCY:
        raise Refused(
            f"Bài đang “{speech.get_state_display()}”, không sửa được. Chờ kết quả thẩm định."
        )
    _same_version(speech, version)
    speech.body, speech.drafted_by = body, by
    speech.appraised_by = None
    return _saved(speech, "programme.save_speech", by=by, after={"length": len(body)})


@transaction.atomic
def submit_speech(speech: Speech, *, body: str, version: int, by: User) -> Speech:
    """The agency hands its speech to appraisal; the text is kept as a version."""
    speech = _locked(speech)
    require(may_draft_speech(by, speech))
    _same_version(speech, version)
    before = {"state": speech.state}
    SPEECH_TRANSITIONS.move(speech, to=SpeechState.SUBMITTED)
    if not body.strip():
        raise Refused("Chưa có nội dung. Soạn bài rồi nộp.")
    speech.body, speech.drafted_by, speech.submitted_at = body, by, clock.now()
    speech.appraised_by, speech.note = None, ""
    number = speech.versions.count() + 1
    SpeechVersion.objects.create(speech=speech, number=number, body=body, by=by, at=clock.now())
    after = {"state": speech.state, "version": number}
    return _saved(speech, "programme.submit_speech", by=by, before=before, after=after)


@transaction.atomic
def appraise_speech(
    speech: Speech, *, verdict: str, version: int, by: User, note: str = ""
) -> Speech:
    """Another agency passes the speech to the chair or sends it back with a reason."""
    speech = _locked(speech)
    require(may_appraise_speech(by, speech), ANOTHER_PERSON)
    _same_version(speech, version)
    wanted = _verdict(speech, SpeechState.SUBMITTED, SpeechState.APPRAISED, verdict, note)
    speech.appraised_by = by
    return _judged(speech, "programme.appraise_speech", wanted, note, by=by)


@transaction.atomic
def approve_speech(
    speech: Speech, *, verdict: str, version: int, by: User, note: str = ""
) -> Speech:
    """The chair approves the speech or sends it back with a reason."""
    speech = _locked(speech)
    require(may_approve_speech(by, speech), ANOTHER_PERSON)
    _same_version(speech, version)
    wanted = _verdict(speech, SpeechState.APPRAISED, SpeechState.APPROVED, verdict, note)
    if wanted == SpeechState.APPROVED:
        speech.approved_by, speech.approved_at = by, clock.now()
    return _judged(speech, "programme.approve_speech", wanted, note, by=by)


@transaction.atomic
def reopen_speech(speech: Speech, *, note: str, version: int, by: User) -> Speech:
    """The chair takes the approval back: the agency mends the speech and hands it in anew."""
    speech = _locked(speech)
    require(may_approve_speech(by, speech), ANOTHER_PERSON)
    _same_version(speech, version)
    _verdict(speech, SpeechState.APPROVED, SpeechState.APPROVED, SpeechState.RETURNED, note)
    speech.approved_by, speech.approved_at = None, None
    return _judged(speech, "programme.reopen_speech", SpeechState.RETURNED, note, by=by)


def _locked(speech: Speech) -> Speech:
    return (
        Speech.objects.select_for_update(of=("self",))
        .select_related("conference", "agency")
        .get(pk=speech.pk)
    )


def _same_version(speech: Speech, version: int) -> None:
    if speech.version != version:
        raise Refused(STALE)


def _verdict(
    speech: Speech, at: SpeechState, passing: SpeechState, verdict: str, note: str
) -> SpeechState:
    """The state a verdict leads to, given on a speech that waits for just this judge."""
    if verdict not in {passing, SpeechState.RETURNED}:
        raise Refused("Chọn một trong các ý kiến đưa ra.")
    if verdict == SpeechState.RETURNED and not note.strip():
        raise Refused(WHY)
    if speech.state != at:
        raise Refused(f"Bài đang “{speech.get_state_display()}”, chưa đến bước này. Tải lại trang.")
    return SpeechState(verdict)


def _judged(speech: Speech, verb: str, wanted: SpeechState, note: str, *, by: User) -> Speech:
    before = {"state": speech.state}
    SPEECH_TRANSITIONS.move(speech, to=wanted)
    speech.note = note if wanted == SpeechState.RETURNED else ""
    return _saved(speech, verb, by=by, before=before, after={"state": wanted, "note": note})


def _include(conference: Conference, agency: Agency, *, by: User) -> None:
    """Host and office may bring in an agency; who only plans speeches chooses among the present."""
    if may_prepare(by, conference):
        include_agencies(conference, [agency], by=by)


def _saved(speech: Speech, verb: str, *, by: User, **trail: Any) -> Speech:
    speech.version += 1
    speech.save()
    record(verb, speech, by=by, **trail)
    return speech
