"""Everything of the page of one speech, and the one deed that waits for its reader."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from doithoai.audit.queries import trail_of
from doithoai.directory.models import User
from doithoai.documents.models import PaperKind
from doithoai.programme import actions
from doithoai.programme.models import Speech, SpeechVersion
from doithoai.programme.permissions import (
    may_appraise_speech,
    may_approve_speech,
    may_draft_speech,
    may_plan_speeches,
)
from doithoai.programme.queries import speech_facts
from doithoai.programme.rules.skeletons import skeleton
from doithoai.programme.rules.speaking import WORDS_A_MINUTE, spoken_minutes
from doithoai.programme.states import SPEECH_WITH_AGENCY, SpeechState
from doithoai.web.programme.pages import Deed, Tried, paper_url
from doithoai.web.programme.speech_forms import (
    ApproveForm,
    DraftForm,
    ReopenForm,
    SubmitForm,
    VerdictForm,
)
from doithoai.web.requests import OfficialRequest
from doithoai.web.templatetags.formats import moment

DEEDS = {
    "luu": Deed(DraftForm, actions.save_speech, "Đã lưu dự thảo. Nộp khi soạn xong."),
    "nop": Deed(SubmitForm, actions.submit_speech, "Đã nộp bài. Chờ thẩm định."),
    "tham-dinh": Deed(VerdictForm, actions.appraise_speech, "Đã ghi ý kiến thẩm định."),
    "duyet": Deed(ApproveForm, actions.approve_speech, "Đã ghi ý kiến của người chủ trì."),
    "mo-lai": Deed(ReopenForm, actions.reopen_speech, "Đã trả lại bài. Cơ quan soạn sửa, nộp lại."),
}
STEP_WORDS = {
    "programme.submit_speech": "Nộp bản {version}",
    "programme.appraise_speech": "Thẩm định xong, trình Chủ tịch duyệt",
    "programme.approve_speech": "Duyệt bài phát biểu",
    "programme.reopen_speech": "Trả lại bài đã duyệt",
}
COMPARE = "so"


def speech_context(request: OfficialRequest, speech: Speech, sent: Tried | None) -> dict[str, Any]:
    """Text with its versions, minutes to say it, hands, steps, the form of the one deed."""
    user = request.user
    deed = sent.name if sent else deed_for(user, speech)
    versions = list(speech.versions.all())
    body = _readable(user, speech, versions)
    form = sent.form if sent else _blank(deed, speech)
    drafting = deed in {"luu", "nop"}
    return {
        "speech": speech,
        "deed": deed,
        "form": form,
        "body": body,
        "minutes": spoken_minutes(body),
        "pace": WORDS_A_MINUTE,
        "proposes_skeleton": drafting and not sent and not speech.body,
        "is_with_agency": speech.state in SPEECH_WITH_AGENCY,
        "hands": list(_hands(speech)),
        "steps": list(_steps(speech)),
        "paper": paper_url(user, speech.conference, PaperKind.SPEECH, str(speech.pk))
        if body
        else "",
        "may_plan": may_plan_speeches(user, speech.conference),
        **_versions(versions, request.GET.get("ban", ""), comparing=deed in {"tham-dinh", "duyet"}),
    }


def deed_for(user: User, speech: Speech) -> str:
    """The deed that waits for this person on this speech, or ""."""
    if speech.state in SPEECH_WITH_AGENCY and may_draft_speech(user, speech):
        return "luu"
    if speech.state == SpeechState.SUBMITTED and may_appraise_speech(user, speech):
        return "tham-dinh"
    if speech.state == SpeechState.APPRAISED and may_approve_speech(user, speech):
        return "duyet"
    if speech.state == SpeechState.APPROVED and may_approve_speech(user, speech):
        return "mo-lai"
    return ""


def _blank(deed: str, speech: Speech) -> Any:
    if not deed:
        return None
    body = speech.body
    if deed == "luu" and not body:
        body = skeleton(speech.kind, speech_facts(speech.conference))
    return DEEDS[deed].form(initial={"version": speech.version, "body": body})


def _readable(user: User, speech: Speech, versions: list[SpeechVersion]) -> str:
    """The text; what its agency is still writing only that agency reads."""
    if speech.state not in SPEECH_WITH_AGENCY or user.agency_id == speech.agency_id:
        return speech.body
    return versions[-1].body if versions else ""


def _versions(versions: list[SpeechVersion], asked: str, *, comparing: bool) -> dict[str, Any]:
    """The version asked for by `?ban=`; of two or more a judge first sees what changed."""
    if len(versions) < 2:
        return {"options": [], "chosen": None, "earlier": None, "latest": None}
    earlier, latest = versions[-2:]
    chosen = next((one for one in versions if str(one.number) == asked), None)
    compares = asked == COMPARE or (not asked and comparing)
    options = [(f"Bản {one.number}", f"?ban={one.number}", one is chosen) for one in versions]
    options.append((f"So {earlier.number} với {latest.number}", f"?ban={COMPARE}", compares))
    return {
        "options": options,
        "chosen": chosen,
        "earlier": earlier if compares else None,
        "latest": latest,
    }


def _hands(speech: Speech) -> Iterator[tuple[str, User, datetime | None]]:
    if speech.drafted_by:
        yield "Người soạn", speech.drafted_by, speech.submitted_at
    if speech.appraised_by:
        yield "Người thẩm định", speech.appraised_by, None
    if speech.approved_by:
        yield "Người duyệt", speech.approved_by, speech.approved_at


def _steps(speech: Speech) -> Iterator[dict[str, str]]:
    for entry in trail_of(speech):
        after = entry.after or {}
        if entry.verb not in STEP_WORDS:
            continue
        returned = after.get("state") == SpeechState.RETURNED
        reopened = entry.verb == "programme.reopen_speech"
        words = "Trả lại để sửa" if returned and not reopened else STEP_WORDS[entry.verb]
        yield {
            "date": f"{moment(entry.at)}.",
            "text": words.format(version=after.get("version", "")),
            "detail": ". ".join(filter(None, [entry.actor_name, after.get("note", "")])),
            "state": "returned" if returned else "past",
        }
