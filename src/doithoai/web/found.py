"""Search pages of officials and citizens alike: the form, what was found, with matches marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.http import urlencode

from doithoai.answers.models import Answer
from doithoai.answers.queries import answers_to
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.questions.models import Channel, Question, Side
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.queries.searching import Found, Hit, search
from doithoai.questions.rules.searching import LONGEST_QUERY, Piece, snippet
from doithoai.questions.states import LISTED_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

PAGE = 20
WORDS = "tim"


@dataclass(frozen=True, slots=True)
class Card:
    """A question found: its wording and, where it has one to read, its answer, matches marked."""

    question: Question
    wording: Sequence[Piece]
    answer: Answer | None
    answered: Sequence[Piece]


class SearchForm(forms.Form):
    """The words looked for, and where: year, conference, agency."""

    tim = forms.CharField(
        label="Từ cần tìm",
        required=False,
        max_length=LONGEST_QUERY,
        widget=forms.TextInput(attrs={"type": "search", "size": 44}),
    )

    def __init__(self, conferences: "QuerySet[Conference]", data: Any) -> None:
        super().__init__(data)
        self.conferences = list(conferences.order_by("-year", "short_title"))
        years = sorted({conference.year for conference in self.conferences}, reverse=True)
        slugs = [(one.slug, f"{one.short_title}") for one in self.conferences]
        self.fields["nam"] = choice("Năm", "Mọi năm", [(str(year), str(year)) for year in years])
        self.fields["hoi-nghi"] = choice("Hội nghị", "Mọi hội nghị", slugs)
        self.fields["co-quan"] = choice("Cơ quan trả lời", "Mọi cơ quan", self._agencies())

    def _agencies(self) -> list[tuple[str, str]]:
        asked = Agency.objects.filter(referrals__question__conference__in=self.conferences)
        return [(str(agency.pk), agency.name) for agency in asked.distinct().order_by("name")]

    @property
    def typed(self) -> str:
        """The words looked for; nothing when too many were typed."""
        self.is_valid()
        return str(self.cleaned_data.get(WORDS, "")).strip()

    @property
    def choices(self) -> list[forms.BoundField]:
        """The fields that narrow."""
        return [self[name] for name in self.fields if name != WORDS]

    @property
    def is_narrowing(self) -> bool:
        """Whether any of them is chosen."""
        return any(self.data.get(name) for name in self.fields if name != WORDS)

    @property
    def query(self) -> str:
        """What was asked, for the links to further pages."""
        return urlencode({name: self.data.get(name, "") for name in self.fields})

    def narrow(self, questions: "QuerySet[Question]") -> "QuerySet[Question]":
        """The questions of the chosen year, conference and agency; a wrong choice is none."""
        self.is_valid()
        chosen = self.cleaned_data
        wanted = Q(conference__in=self.conferences)
        for name, lookup in self.lookups().items():
            if chosen.get(name):
                wanted &= Q(**{lookup: chosen[name]})
        return questions.filter(wanted)

    def lookups(self) -> dict[str, str]:
        """Which field of a question each choice narrows."""
        return {
            "nam": "conference__year",
            "hoi-nghi": "conference__slug",
            "co-quan": "referral__agency",
        }


class OfficialSearchForm(SearchForm):
    """What officials may narrow a search by besides: state, channel, topic of the plan."""

    def __init__(self, conferences: "QuerySet[Conference]", data: Any) -> None:
        super().__init__(conferences, data)
        states = [(state.value, state.label) for state in QuestionState if state in LISTED_STATES]
        self.fields["trang-thai"] = choice("Trạng thái", "Mọi trạng thái", states)
        self.fields["cach-gui"] = choice("Cách gửi", "Mọi cách gửi", Channel.choices)
        chosen = next((c for c in self.conferences if c.slug == data.get("hoi-nghi")), None)
        topics = chosen.topics.all() if chosen else []
        numbers = [(str(topic.position), f"Nội dung {topic.position}") for topic in topics]
        if numbers:
            self.fields["noi-dung"] = choice("Nội dung", "Mọi nội dung", numbers)

    def lookups(self) -> dict[str, str]:
        """State and topic too."""
        return super().lookups() | {"trang-thai": "state", "noi-dung": "topic__position"}

    def narrow(self, questions: "QuerySet[Question]") -> "QuerySet[Question]":
        """Also of one channel."""
        found = super().narrow(questions)
        channel = self.cleaned_data.get("cach-gui")
        if channel:
            sent = Question.objects.filter(parts__submission__channel=channel)
            found = found.filter(pk__in=sent.values("pk"))
        return found


def choice(label: str, every: str, choices: Iterable[tuple[str, Any]]) -> forms.ChoiceField:
    """A choice that may be left open."""
    return forms.ChoiceField(label=label, required=False, choices=[("", every), *choices])


def searched(
    form: SearchForm, among: "QuerySet[Question]", *, number: str | None, receipts: bool = False
) -> dict[str, Any]:
    """What a search page shows: the form, what was found, one page of cards."""
    typed = form.typed
    found = search(typed, form.narrow(among), receipts=receipts) if typed else None
    page = Paginator(found.hits if found else (), PAGE).get_page(number)
    return {
        "form": form,
        "typed": typed,
        "found": found,
        "page": page,
        "cards": _cards(found, page) if found else [],
        "query": form.query,
    }


def _cards(found: Found, page: Page[Hit]) -> list[Card]:
    keys = [hit.question for hit in page]
    questions = Question.objects.select_related("conference__place", "topic").in_bulk(keys)
    answers, lexicon = answers_to(keys), house_lexicon()

    def marked(text: str) -> list[Piece]:
        return snippet(mask(nfc(text)), found.sought, lexicon)

    def card(hit: Hit) -> Card:
        question, answer = questions[hit.question], answers.get(hit.question)
        says = answer if answer and Side.ANSWER in hit.sides else None
        body = marked(says.body) if says else []
        return Card(question, marked(question.wording), answer, body)

    return [card(hit) for hit in page if hit.question in questions]
