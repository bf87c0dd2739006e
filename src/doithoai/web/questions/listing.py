"""The list of questions: filtered, counted, searched, as rows of a page or of a sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, QuerySet, When
from django.http import QueryDict
from django.utils.http import urlencode

from doithoai.planning.models import Conference
from doithoai.questions.models import Question, Submission
from doithoai.questions.queries import QuestionCounts
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.queries.steps import chain_of
from doithoai.questions.rules import code_of, is_said, read_code
from doithoai.questions.states import LISTED_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.requests import key_from

HEAD = (
    "Mã",
    "Câu hỏi, kiến nghị",
    "Loại",
    "Nội dung trong kế hoạch",
    "Số phiếu",
    "Nhận lúc",
    "Hạn nhận",
    "Trạng thái",
    "Lý do để ngoài",
)
ALL_LATE: Mapping[str, bool] = {"all_late": True}
UNDECIDED_FIRST = Case(When(state=QuestionState.RECEIVED, then=0), default=1)
ORDERINGS: Mapping[str, tuple[Any, ...]] = {
    "so": ("number",),
    "moi": ("-first_at", "-number"),
    "nhieu": ("-asked", "number"),
}


_CODE = re.compile(r"[cC][\s-]?0*(\d{1,6})")
"""How officials write the code of a question: C-059, c59."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter by state as a link, with how many questions stand so."""

    label: str
    url: str
    pressed: bool
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A question in the list, its personal data masked."""

    question: Question

    @property
    def wording(self) -> str:
        """The official wording, or what was sent while nobody has chosen one."""
        return mask(nfc(self.question.wording))

    @property
    def way(self) -> str:
        """Whether it is asked at the conference or answered in writing, once that is decided."""
        if self.question.hall_position is not None:
            return "Nêu tại hội nghị"
        return "Trả lời bằng văn bản" if self.question.in_writing else ""

    @property
    def reason(self) -> str:
        """Why it was left out."""
        return mask(nfc(self.question.reason))


def narrowed(questions: "QuerySet[Question]", query: Mapping[str, str]) -> "QuerySet[Question]":
    """The questions a person asked to see, in the order asked for."""
    if query.get("trang-thai") in QuestionState.values:
        questions = questions.filter(state=query["trang-thai"])
    if (topic := key_from(query, "noi-dung")) is not None:
        questions = questions.filter(topic__position=topic)
    if query.get("cach-gui"):
        sent = Question.objects.filter(parts__submission__channel=query["cach-gui"])
        questions = questions.filter(pk__in=sent.values("pk"))
    if query.get("han") == "sau":
        questions = questions.filter(**ALL_LATE)
    if query.get("tim", "").strip():
        questions = questions.filter(pk__in=_matching(questions, query["tim"]))
    return questions.order_by(*ORDERINGS.get(query.get("xep", ""), (UNDECIDED_FIRST, "number")))


def chips(counts: QuestionCounts, query: Mapping[str, str]) -> list[Chip]:
    """All states with their counts; the chosen one, pressed, links back to all."""
    chosen = query.get("trang-thai", "")
    return [
        Chip(
            state.label,
            f"?{urlencode(rest(query, 'trang-thai') | _state(state, chosen))}",
            state == chosen,
            getattr(counts, state.value),
        )
        for state in QuestionState
        if state in LISTED_STATES
    ]


def rest(query: Mapping[str, str], *without: str) -> dict[str, str]:
    """The filters in force, without some and without the page."""
    names = {"trang-thai", "noi-dung", "cach-gui", "han", "tim", "xep"} - set(without)
    return {name: query[name] for name in sorted(names) if query.get(name)}


def is_filtered(query: Mapping[str, str]) -> bool:
    """Whether the list shows less than all."""
    return bool(rest(query, "xep"))


def marked(sent: QueryDict) -> list[int]:
    """Numbers of the questions marked in a form, in the form's order."""
    return [int(one) for one in sent.getlist("cau") if one.isdecimal() and len(one) < 7]


def seen(sent: QueryDict, questions: Iterable[Question]) -> dict[int, int]:
    """The versions of questions as the form showed them, by key; -1 where it tells none."""
    typed = {one.pk: sent.get(f"lan-{one.number}", "") for one in questions}
    return {
        key: int(version) if version.isdecimal() and len(version) < 9 else -1
        for key, version in typed.items()
    }


def way_back(query: Mapping[str, str]) -> str:
    """The query that leads back to the same filters on the same page."""
    page = {"trang": query["trang"]} if query.get("trang", "").isdecimal() else {}
    return urlencode(rest(query) | page)


def rows(questions: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The list for Excel: no contacts, personal data masked."""
    for question in questions:
        yield (
            question.code,
            mask(nfc(question.wording)),
            question.get_kind_display(),
            str(question.topic or ""),
            question.asked,
            question.first_at,
            "Gửi sau hạn" if question.all_late else "",
            question.get_state_display(),
            mask(nfc(question.reason)),
        )


def held(conference: Conference, typed: str) -> tuple[str, Question] | None:
    """The code of a merged question that was typed, and the question that holds it now."""
    number = _CODE.fullmatch(typed.strip())
    merged = conference.questions.filter(state=QuestionState.MERGED)
    found = merged.filter(number=int(number[1])).first() if number else None
    holder = chain_of(found)[-1] if found else None
    if found is None or holder is None or holder.state not in LISTED_STATES:
        return None
    return found.code, holder


def _state(state: QuestionState, chosen: str) -> dict[str, str]:
    return {} if state == chosen else {"trang-thai": state.value}


def _matching(questions: "QuerySet[Question]", typed: str) -> list[int]:
    code = read_code(typed)
    if code:
        sent = without_secrets(Submission.objects.filter(code=code))
        return list(questions.filter(parts__submission__in=sent).values_list("pk", flat=True))
    texts = Question.objects.filter(pk__in=questions.values("pk"))
    found = texts.order_by().values_list("pk", "number", "wording")
    return [pk for pk, number, wording in found if is_said(typed, f"{code_of(number)} {wording}")]
