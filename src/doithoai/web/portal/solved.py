"""Việc này đã giải quyết chưa? Asked of those who asked, wherever they follow their matter."""

from dataclasses import dataclass
from datetime import date

from django import forms

from doithoai.conclusions.models import Satisfaction, Verdict
from doithoai.conclusions.queries import matters_of
from doithoai.directory.queries import work_calendar
from doithoai.questions.models import Submission
from doithoai.web.fields import NoteField
from doithoai.web.portal.promises import Shown, shown


class SolvedForm(forms.Form):
    """Việc này đã giải quyết chưa? Of one matter of a submission."""

    part = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label="Việc này đã giải quyết chưa?",
        widget=forms.RadioSelect,
        choices=Verdict.choices,
        error_messages={"required": "Chọn một trong ba ý."},
    )
    note = NoteField(
        label="Nói thêm",
        help_text="Không bắt buộc. Cơ quan đọc, không hiện công khai. "
        "Không cần ghi tên, số điện thoại.",
        required=False,
        max_length=500,
        rows=3,
        error_messages={"max_length": "Viết ngắn lại còn 500 chữ cái và dấu cách."},
    )


@dataclass(frozen=True, slots=True)
class AskedMatter:
    """One matter as its asker sees it: the promises, what was said, the form when it is time."""

    number: int
    promises: list[Shown]
    said: Satisfaction | None
    form: SolvedForm | None


def asked_matters(
    submission: Submission, *, today: date, sent: SolvedForm | None = None
) -> list[AskedMatter]:
    """Every matter of a submission that has a promise or may be judged; `sent` stands as typed."""
    calendar = work_calendar()
    found = []
    for matter in matters_of(submission, today=today):
        form = _form(matter.part.pk, matter.said, sent) if matter.is_asked else None
        promises = [shown(one, today, calendar) for one in matter.commitments]
        if promises or form:
            number = matter.part.question.number
            found.append(AskedMatter(number, promises, matter.said, form))
    return found


def _form(part: int, said: Satisfaction | None, sent: SolvedForm | None) -> SolvedForm:
    if sent is not None and sent.data.get("part") == str(part):
        return sent
    initial = {"part": part, **({"verdict": said.verdict, "note": said.note} if said else {})}
    return SolvedForm(initial=initial, auto_id=f"viec-{part}-%s")
