"""The list of answers: filtered, counted, as rows of a page or of a sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, QuerySet, When
from django.utils.http import urlencode

from doithoai.answers.models import Referral
from doithoai.answers.queries import overdue
from doithoai.answers.states import WITH_AGENCY, AnswerState
from doithoai.directory.queries import WorkCalendar
from doithoai.questions.rules import code_of, is_said
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.vietnamese.working_days import working_days_between

HEAD = (
    "Mã",
    "Câu hỏi, kiến nghị",
    "Cơ quan chủ trì trả lời",
    "Cơ quan phối hợp",
    "Hạn trả lời",
    "Trạng thái",
    "Ngày nộp",
    "Ngày công bố",
)
LONGEST_KEY = 15
FILTERS = ("trang-thai", "co-quan", "tre", "tim")


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter as a link, with how many answers it leaves."""

    label: str
    url: str
    pressed: bool
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """An answer in the list; the wording's personal data masked."""

    referral: Referral
    left: int = 0

    @property
    def wording(self) -> str:
        """The question as everyone may read it."""
        return mask(nfc(self.referral.question.wording))

    @property
    def partners(self) -> str:
        """The supporting agencies by short name."""
        return ", ".join(agency.short_name for agency in self.referral.supporting.all())

    @property
    def is_open(self) -> bool:
        """Whether the question still lies with its agency, so that its day counts."""
        return self.referral.answer.state in WITH_AGENCY


def narrowed(
    referrals: "QuerySet[Referral]", query: Mapping[str, str], today: date
) -> "QuerySet[Referral]":
    """The answers a person asked to see, the earliest day first, published ones last."""
    if query.get("trang-thai") in AnswerState.values:
        referrals = referrals.filter(answer__state=query["trang-thai"])
    if len(query.get("co-quan", "")) <= LONGEST_KEY and query.get("co-quan", "").isdecimal():
        referrals = referrals.filter(agency_id=query["co-quan"])
    if query.get("tre"):
        referrals = referrals.filter(overdue(today))
    if query.get("tim", "").strip():
        referrals = referrals.filter(pk__in=_matching(referrals, query["tim"]))
    published = Case(When(answer__state=AnswerState.PUBLISHED, then=1), default=0)
    return referrals.order_by(published, "due", "pk")


def page_rows(referrals: Iterable[Referral], today: date, calendar: WorkCalendar) -> list[Row]:
    """The answers of one page, each with the working days left to its day."""
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    return [Row(found, working_days_between(today, found.due, **days)) for found in referrals]


def chips(referrals: "QuerySet[Referral]", query: Mapping[str, str], today: date) -> list[Chip]:
    """Late ones, then all states with their counts; a pressed one links back to all."""
    by_state = dict(
        referrals.order_by().values_list("answer__state").annotate(count=Count("pk", distinct=True))
    )
    late = referrals.filter(overdue(today)).count()
    return [
        _chip("Trễ hạn", "tre", "1", late, query),
        *(_chip(s.label, "trang-thai", s.value, by_state.get(s, 0), query) for s in AnswerState),
    ]


def rest(query: Mapping[str, str], *without: str) -> dict[str, str]:
    """The filters in force, without some and without the page."""
    return {name: query[name] for name in FILTERS if name not in without and query.get(name)}


def rows(referrals: Iterable[Referral]) -> Iterator[tuple[Any, ...]]:
    """The list for Excel, personal data masked."""
    for referral in referrals:
        yield (
            referral.question.code,
            Row(referral).wording,
            referral.agency.name,
            "; ".join(agency.name for agency in referral.supporting.all()),
            referral.due,
            referral.answer.get_state_display(),
            referral.answer.submitted_at,
            referral.answer.published_at,
        )


def _chip(label: str, name: str, value: str, count: int, query: Mapping[str, str]) -> Chip:
    pressed = query.get(name) == value
    kept = rest(query, name) | ({} if pressed else {name: value})
    return Chip(label, f"?{urlencode(kept)}", pressed, count)


def _matching(referrals: "QuerySet[Referral]", typed: str) -> list[int]:
    texts = referrals.order_by().values_list("pk", "question__number", "question__wording")
    return [pk for pk, number, wording in texts if is_said(typed, f"{code_of(number)} {wording}")]
