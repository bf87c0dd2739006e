"""What of a conference, a question and an answer everyone may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from doithoai.answers.models import Answer
from doithoai.planning.models import Conference
from doithoai.questions.queries import takes_late_questions, takes_questions
from doithoai.vietnamese.numbers import to_words
from doithoai.web.portal.naming import full_name, hidden

OPEN, PREPARED, HELD = "open", "prepared", "held"
GROUPS = {OPEN: "Đang nhận câu hỏi", PREPARED: "Đang chuẩn bị", HELD: "Đã tổ chức"}


@dataclass(frozen=True, slots=True)
class Group:
    """Conferences that stand alike."""

    key: str
    name: str
    conferences: list[Conference]

    @property
    def is_open(self) -> bool:
        """Whether they take questions today."""
        return self.key == OPEN


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """A published answer with its question, personal data masked."""

    answer: Answer
    wording: str
    agency: str

    @property
    def number(self) -> int:
        """The number of its question."""
        return self.answer.referral.question.number


def public_answer(answer: Answer) -> PublicAnswer:
    """The answer as everyone reads it."""
    question, agency = answer.referral.question, answer.referral.agency
    return PublicAnswer(
        answer, hidden(question.wording), full_name(agency, question.conference.place)
    )


def heading(conference: Conference) -> str:
    """Who talks with whom, and where: the name citizens know it by."""
    name = f"{conference.chair_title} đối thoại với {conference.audience}"
    place = conference.place.name
    return name if place in name else f"{name} {place}"


def topics_title(count: int) -> str:
    """Năm nội dung đối thoại."""
    return f"{to_words(count).capitalize()} nội dung đối thoại"


def standing(conference: Conference, today: date) -> str:
    """Whether it takes questions today, has been held, or is still prepared."""
    if takes_questions(conference, today):
        return OPEN
    return HELD if is_held(conference, today) else PREPARED


def is_held(conference: Conference, today: date) -> bool:
    """Whether its day, or the month planned for it, is past."""
    if conference.held_on:
        return conference.held_on < today
    return bool(conference.held_month) and conference.held_month < f"{today:%Y-%m}"


def grouped(conferences: Iterable[Conference], today: date) -> list[Group]:
    """All conferences, those that take questions first; empty groups are left out."""
    listed = list(conferences)
    groups = [
        Group(key, name, [c for c in listed if standing(c, today) == key])
        for key, name in GROUPS.items()
    ]
    return [group for group in groups if group.conferences]


def asking_address(groups: Iterable[Group]) -> str:
    """Where to ask: the form of the one that takes questions, the list of several, "" of none."""
    taking = [conference for group in groups if group.is_open for conference in group.conferences]
    if len(taking) == 1:
        return reverse("public:ask", args=[taking[0].slug])
    return f"#{OPEN}" if taking else ""


def window_words(conference: Conference, today: date) -> str:
    """Why the form is closed today, in one sentence with its dates; empty while it is taken."""
    first, last = conference.questions_from, conference.questions_until
    if takes_questions(conference, today) or takes_late_questions(conference, today):
        return ""
    if first is None or last is None:
        return "Chưa có ngày nhận câu hỏi. Ngày nhận sẽ báo trên trang này."
    if today < first:
        return f"Bắt đầu nhận câu hỏi từ ngày {first.day}/{first.month}/{first.year}."
    return f"Đã thôi nhận câu hỏi từ sau ngày {last.day}/{last.month}/{last.year}."


def late_words(conference: Conference, today: date) -> str:
    """What a question sent today is told for coming late; empty while it is in time."""
    last = conference.questions_until
    if last is None or not takes_late_questions(conference, today):
        return ""
    return (
        f"Đã qua hạn nhận câu hỏi, ngày {last.day}/{last.month}/{last.year}. Câu gửi bây giờ vẫn "
        "được nhận, ghi là gửi sau hạn và trả lời bằng văn bản, không nêu tại hội nghị."
    )
