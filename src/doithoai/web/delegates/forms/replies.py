"""What an invited person answers."""

from typing import Any

from django import forms

from doithoai.delegates.models import Invitation
from doithoai.delegates.people import LONGEST, Person
from doithoai.delegates.states import InvitationState
from doithoai.web.fields import NoteField, WordsField

ANSWERS = (
    (InvitationState.ACCEPTED, "Tôi sẽ dự"),
    (InvitationState.DECLINED, "Tôi không dự được"),
    (InvitationState.SUBSTITUTED, "Tôi cử người dự thay"),
)


class ReplyForm(forms.Form):
    """Sẽ dự, không dự được kèm lý do, hoặc cử người dự thay."""

    answer = forms.ChoiceField(
        label="Trả lời",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một trong ba câu trả lời."},
    )
    reason = NoteField(label="Lý do không dự được", required=False, rows=2, max_length=500)
    full_name = WordsField(
        label="Họ và tên người dự thay", required=False, max_length=LONGEST["full_name"]
    )
    post = WordsField(label="Chức vụ người dự thay", required=False, max_length=LONGEST["post"])

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        initial = {"answer": invitation.state, "reason": invitation.reply_reason}
        kwargs |= {"initial": initial}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Each answer with what it needs."""
        cleaned: dict[str, Any] = super().clean() or {}
        answer = cleaned.get("answer")
        if answer == InvitationState.DECLINED and not cleaned.get("reason"):
            self.add_error("reason", "Nêu lý do không dự được.")
        if answer == InvitationState.SUBSTITUTED and not cleaned.get("full_name"):
            self.add_error("full_name", "Ghi họ và tên người dự thay.")
        return cleaned

    @property
    def reply(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        person = Person(full_name=data["full_name"], post=data["post"])
        return {"answer": data["answer"], "reason": data["reason"], "substitute": person}
