"""What the page of one question shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import forms
from django.db.models import Prefetch

from doithoai.answers.models import Referral
from doithoai.answers.permissions import may_refer
from doithoai.audit.queries import trail_of
from doithoai.directory.models import User
from doithoai.matching.matters import propose_parts
from doithoai.questions.models import Attachment, Part, Question, Submission
from doithoai.questions.permissions import (
    may_choose,
    may_pass_on,
    may_see_denouncer,
    may_see_files_of,
    may_see_sender,
)
from doithoai.questions.queries import neighbours, next_received, submissions_of
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.states import OPEN_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.questions.deeds import DEEDS, open_deeds
from doithoai.web.requests import OfficialRequest
from doithoai.web.templatetags.formats import moment

DEED_WORDS = {
    "questions.open": ("Nhận phiếu, lập câu hỏi", "past"),
    "questions.select": ("Chọn câu hỏi", "past"),
    "questions.set_aside": ("Để ngoài", "past"),
    "questions.restore": ("Đưa về mới nhận", "returned"),
    "questions.split": ("Tách thành nhiều câu", "past"),
    "questions.merge": ("Gộp vào câu khác", "past"),
    "questions.receive_merged": ("Nhận câu gộp vào", "past"),
    "questions.unmerge": ("Tách khỏi câu đã gộp", "returned"),
    "questions.give_back": ("Trả lại phần của câu tách ra", "returned"),
    "questions.pass_on": ("Chuyển đơn theo luật", "past"),
    "questions.take_back": ("Rút lại việc chuyển đơn", "returned"),
    "questions.set_lead": ("Ghi cơ quan dự kiến trả lời", "past"),
    "questions.keep_apart": ("Ghi là việc khác với một câu", "past"),
    "questions.compare_again": ("Bỏ ghi là việc khác nhau", "returned"),
    "questions.choose_for_hall": ("Đưa ra hội trường", "past"),
    "questions.drop_from_hall": ("Thôi đưa ra hội trường, trả lời bằng văn bản", "returned"),
    "questions.answer_in_writing": ("Để trả lời bằng văn bản", "past"),
    "questions.undo": ("Hoàn tác bước vừa làm", "returned"),
    "questions.withdraw_question": ("Người gửi rút", "past"),
    "questions.mark_referred": ("Chuyển cơ quan trả lời", "past"),
    "questions.mark_answered": ("Công bố câu trả lời", "past"),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """One submission as shown: masked, unless its sender was asked for.

    `text` is what of it belongs to the question; `whole`, where there is more, all of it in
    pieces, each with whether it belongs. Of one with a denunciation there is no `whole`.
    """

    submission: Submission
    text: str
    whole: list[tuple[str, bool]]
    is_shown: bool
    is_sealed: bool
    files: list[Attachment]
    parts: list[Part]

    @property
    def cuttable(self) -> list[tuple[Part, int]]:
        """Its parts, each with how many matters it seems to hold."""
        return [(part, matters_in(part)) for part in self.parts]


def matters_in(part: Part) -> int:
    """How many matters a part seems to hold as it stands, cut or not."""
    return len(propose_parts(nfc(part.text))) or 1


def question_context(
    request: OfficialRequest,
    question: Question,
    *,
    form: forms.Form | None = None,
    shown: Submission | None = None,
) -> dict[str, Any]:
    """Everything of the page: slips, decisions this person may take, steps so far."""
    conference, user = question.conference, request.user
    slips = slips_of(user, question, shown)
    said = {part.text.strip() for part in question.parts.all()}
    return {
        "question": question,
        "wording": mask(nfc(question.wording)),
        "reason": mask(nfc(question.reason)),
        "slips": slips,
        "is_reworded": question.wording.strip() not in said,
        "may_see_sender": may_see_sender(user, conference),
        "may_pass_on": may_pass_on(user, conference) and question.state in OPEN_STATES,
        "may_see_denouncer": may_see_denouncer(user, conference),
        "forms": _forms(question, user, form),
        "form": form,
        "may_refer": may_refer(user, conference) and question.state == QuestionState.SELECTED,
        "referral": Referral.objects.filter(question=question).select_related("agency").first(),
        "steps": list(steps_of(question)),
        "neighbours": neighbours(question, user),
        "following": next_received(question) if may_choose(user, conference) else None,
    }


def slips_of(user: User, question: Question, shown: Submission | None = None) -> list[Slip]:
    """Every slip of the question as this person may read it, oldest first.

    The number of queries does not grow with the slips.
    """
    files_without_bytes = Attachment.objects.defer("content").order_by("position")
    found = submissions_of(question).prefetch_related(
        "corrections", Prefetch("attachments", files_without_bytes)
    )
    open_ones = set(without_secrets(found).values_list("pk", flat=True))
    parts: dict[int, list[Part]] = {}
    for part in question.parts.order_by("start"):
        parts.setdefault(part.submission_id, []).append(part)
    sees_files = cache(lambda is_secret: may_see_files_of(user, question, is_secret=is_secret))
    slips = []
    for sent in found:
        is_shown = shown is not None and shown.pk == sent.pk
        is_secret = sent.pk not in open_ones
        own = parts.get(sent.pk, [])
        is_sealed = is_secret and not is_shown
        files = list(sent.attachments.all()) if sees_files(is_secret) else []
        read = str if is_shown else _masked
        text = "\n".join(read(part.text.strip()) for part in own)
        whole = [] if is_sealed else [(read(said), mine) for said, mine in _pieces(sent.said, own)]
        slips.append(Slip(sent, text, whole, is_shown, is_sealed, files, own))
    return slips


def _masked(text: str) -> str:
    return mask(nfc(text))


def _pieces(said: str, own: list[Part]) -> list[tuple[str, bool]]:
    """All that was said, cut where a question's parts begin and end; none if it is all theirs."""
    pieces, done = list[tuple[str, bool]](), 0
    for part in own:
        pieces += [(said[done : part.start], False), (said[part.start : part.end], True)]
        done = part.end
    found = [piece for piece in [*pieces, (said[done:], False)] if piece[0].strip()]
    return found if any(not mine for _, mine in found) else []


def _forms(question: Question, user: User, sent: forms.Form | None) -> dict[str, forms.Form]:
    if not may_choose(user, question.conference):
        return {}
    open_now = {name: DEEDS[name].form(question) for name in DEEDS if name in open_deeds(question)}
    mine = {name: sent for name, deed in DEEDS.items() if isinstance(sent, deed.form)}
    return {name.replace("-", "_"): form for name, form in (open_now | mine).items()}


def steps_of(question: Question) -> Iterator[dict[str, str]]:
    """What was done with the question and by whom, newest first, as lines of a timeline."""
    for entry in trail_of(question):
        words, state = DEED_WORDS.get(entry.verb, (entry.verb, "past"))
        reason = mask(nfc((entry.after or {}).get("reason", "")))
        yield {
            "date": f"{moment(entry.at)}.",
            "text": words,
            "detail": " · ".join(filter(None, [entry.actor_name, reason])),
            "state": state,
        }
