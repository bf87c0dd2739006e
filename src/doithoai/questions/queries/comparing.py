"""Which questions are like one another, by the words kept of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from doithoai.matching.index import lookup
from doithoai.matching.terms import EVERY, terms
from doithoai.matching.words import NORM_VERSION, Words, normalise
from doithoai.planning.models import Conference
from doithoai.questions.models import (
    Likeness,
    Part,
    Posting,
    Question,
    Sameness,
    SearchText,
    Side,
    Term,
)
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.queries.matters import ASKED
from doithoai.questions.states import LISTED_STATES, OPEN_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

CHUNK = 900
"""How many keys one query names at most."""
FOUND = 300
"""How many parts one lookup ranks before those of other conferences are left out."""
LIKE_ENOUGH = 0.35
"""What share of a text's weight another must hold to be shown to whoever is writing it."""
FEWEST_TERMS = 4


@dataclass(frozen=True, slots=True)
class Like:
    """A question like another: how like in thousandths, whether it is the same text, and why."""

    question: Question
    score: int
    is_near_duplicate: bool = False
    reasons: tuple[dict[str, object], ...] = ()


def waiting_questions(conference: Conference | None = None) -> "QuerySet[Question]":
    """Listed questions whose words as they stand now have not been compared yet."""
    made = SearchText.objects.filter(
        question=OuterRef("pk"),
        side=Side.QUESTION,
        version=NORM_VERSION,
        of_version=OuterRef("version"),
    )
    waiting = Question.objects.filter(~Exists(made), state__in=sorted(LISTED_STATES))
    return (waiting.filter(conference=conference) if conference else waiting).order_by("pk")


def compared_words(question: Question) -> Words:
    """A question's wording as words to compare, its personal data masked."""
    return normalise(mask(nfc(question.wording)), house_lexicon())


def candidates(question: Question, words: Words, limit: int) -> list[Question]:
    """The listed questions of a conference whose parts share most with one, best first."""
    chosen = lookup(document_frequencies(terms(words)))
    found = dict(chosen.ranked(_postings(chosen.hashes), FOUND))
    here = Part.objects.filter(
        pk__in=found,
        question__conference=question.conference_id,
        question__state__in=sorted(LISTED_STATES),
    ).exclude(question=question.pk)
    best: dict[int, int] = {}
    for part, key in here.values_list("pk", "question_id"):
        best[key] = max(found[part], best.get(key, 0))
    ranked = sorted(best, key=lambda key: (-best[key], key))[:limit]
    questions = Question.objects.in_bulk(ranked)
    return [questions[key] for key in ranked if key in questions]


def document_frequencies(hashes: Sequence[int]) -> dict[int, int]:
    """In how many parts each term stands; those never met are left out."""
    wanted = [EVERY, *hashes]
    return {
        term: parts
        for chunk in chunks(wanted)
        for term, parts in Term.objects.filter(pk__in=chunk).values_list("pk", "parts")
    }


def chunks(keys: Sequence[int]) -> list[Sequence[int]]:
    """Keys in heaps that one query can name."""
    return [keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK)]


def like_questions(question: Question, limit: int = 10) -> list[Like]:
    """Questions of the same conference that are like one, then answered ones of earlier years.

    Those an official called different are left out; letters are in no list. Ties by number.
    """
    here = [like for like in _kept(question) if like.question.state in LISTED_STATES][:limit]
    known = {question.pk, *(like.question.pk for like in here)}
    earlier = Q(conference__place=question.conference.place_id, state=QuestionState.ANSWERED)
    others = Question.objects.filter(earlier).exclude(conference=question.conference_id)
    scored = _best_by_question(compared_words(question), others)
    return here + [like for like in scored if like.question.pk not in known][:limit]


def like_public(conference: Conference, text: str, limit: int = 5) -> list[Question]:
    """Chosen and answered questions of a conference that a text being written is like."""
    words = normalise(nfc(text), house_lexicon())
    if len(words.fold) < FEWEST_TERMS:
        return []
    shown = {QuestionState.SELECTED, QuestionState.REFERRED, QuestionState.ANSWERED}
    public = Question.objects.filter(conference=conference, state__in=sorted(shown))
    return [like.question for like in _best_by_question(words, public.annotate(asked=ASKED))][
        :limit
    ]


def groups_of(conference: Conference) -> dict[int, list[Question]]:
    """The proposed groups of two or more, by their smallest number, each in order of number."""
    found: dict[int, list[Question]] = {}
    grouped = conference.questions.filter(
        suggestion__group__isnull=False, state__in=sorted(OPEN_STATES)
    ).select_related("suggestion")
    for question in grouped.order_by("number"):
        found.setdefault(question.suggestion.group or 0, []).append(question)
    return found


def _kept(question: Question) -> list[Like]:
    """What is kept of a question's likeness within its conference, the likest first."""
    rows = (
        Likeness.objects.filter(Q(one=question) | Q(other=question))
        .exclude(decided=Sameness.DIFFERENT)
        .select_related("one", "other")
    )
    likes = [
        Like(
            row.other if row.one_id == question.pk else row.one,
            row.score,
            row.is_near_duplicate,
            tuple(row.reasons),
        )
        for row in rows
    ]
    return sorted(likes, key=lambda like: (-like.score, like.question.number))


def _best_by_question(words: Words, among: "QuerySet[Question]") -> list[Like]:
    """Questions by the best of their parts, as far as they share enough."""
    chosen = lookup(document_frequencies(terms(words)))
    whole = sum(chosen.weights.values()) or 1
    found = dict(chosen.ranked(_postings(chosen.hashes), FOUND))
    parts = Part.objects.filter(pk__in=found, question__in=among.values("pk"))
    best: dict[int, int] = {}
    for part, question in parts.order_by("pk").values_list("pk", "question_id"):
        best[question] = max(found[part] * 1000 // whole, best.get(question, 0))
    enough = {key: score for key, score in best.items() if score >= LIKE_ENOUGH * 1000}
    questions = among.filter(pk__in=enough).select_related("conference", "topic")
    likes = [Like(question, enough[question.pk]) for question in questions]
    return sorted(likes, key=lambda like: (-like.score, like.question.pk))


def _postings(hashes: Sequence[int]) -> Iterable[tuple[int, int]]:
    for chunk in chunks(hashes):
        yield from Posting.objects.filter(hash__in=chunk).values_list("hash", "part_id")
