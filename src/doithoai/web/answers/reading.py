"""What the page of one answer shows."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest

from doithoai.answers.models import Answer
from doithoai.audit import clock
from doithoai.audit.queries import trail_of
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.templatetags.formats import moment

DEED_WORDS = {
    "answers.submit": "{agency} nộp bản {version}",
    "answers.appraise": "Thẩm định xong, trình Chủ tịch duyệt",
    "answers.approve": "Chủ tịch duyệt",
    "answers.publish": "Công bố",
}


def answer_context(
    request: HttpRequest, answer: Answer, deed: str, form: forms.Form | None
) -> dict[str, Any]:
    """Everything of the page: question, text, versions, checks, steps, the one form."""
    question = answer.referral.question
    return {
        "answer": answer,
        "referral": answer.referral,
        "question": question,
        "wording": mask(nfc(question.wording)),
        "deed": deed,
        "form": form,
        "steps": list(_steps(answer)),
        "today": clock.today(),
    }


def _steps(answer: Answer) -> Iterator[dict[str, str]]:
    for entry in trail_of(answer):
        after = entry.after or {}
        if entry.verb not in DEED_WORDS:
            continue
        returned = after.get("state") == "returned"
        words = "Trả lại để sửa" if returned else DEED_WORDS[entry.verb]
        yield {
            "date": f"{moment(entry.at)}.",
            "text": words.format(
                agency=answer.referral.agency.short_name, version=after.get("version", "")
            ),
            "detail": " · ".join(filter(None, [entry.actor_name, after.get("note", "")])),
            "state": "returned" if returned else "past",
        }
