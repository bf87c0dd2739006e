"""Keeping what the engine proposes for single questions, and their wording for search."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.matching.kinds import propose_kind
from doithoai.matching.lexicon import Lexicon
from doithoai.matching.matters import propose_parts
from doithoai.matching.words import NORM_VERSION
from doithoai.questions.models import Question, SearchText, Side, Suggestion
from doithoai.questions.queries.engine import Routing, house_lexicon, routing_of
from doithoai.questions.queries.routing import proposed_agencies
from doithoai.questions.rules.searching import indexed
from doithoai.vietnamese.letters import nfc


def keep_suggestions(questions: Sequence[Question]) -> None:
    """Propose kind, agencies and number of matters of each question, each with its reasons.

    Also keeps the wording for search, as of the version that was read: whoever changes the
    question meanwhile makes it wait again.
    """
    lexicon = house_lexicon()
    routings: dict[int, Routing] = {}
    suggestions, texts = [], []
    for question in sorted(questions, key=lambda one: one.pk):
        key = question.conference_id
        if key not in routings:
            routings[key] = routing_of(question.conference, lexicon)
        suggestions.append(_suggestion(question, routings[key], lexicon))
        texts.append(_search_text(question, lexicon))
    with transaction.atomic():
        _write(Suggestion, suggestions, ["question"], "kind kind_reasons agencies parts version")
        _write(SearchText, texts, ["question", "side"], "fold exact version of_version")


def _suggestion(question: Question, routing: Routing, lexicon: Lexicon) -> Suggestion:
    text = nfc(question.wording)
    kind = propose_kind(text)
    return Suggestion(
        question=question,
        kind=kind.kind,
        kind_reasons=[*kind.reasons, *(caution.reason for caution in kind.cautions)],
        agencies=proposed_agencies(text, routing, lexicon),
        parts=max(1, len(propose_parts(text))),
        version=NORM_VERSION,
        made_at=clock.now(),
    )


def _search_text(question: Question, lexicon: Lexicon) -> SearchText:
    kept = indexed(question.wording, lexicon)
    return SearchText(
        question=question,
        side=Side.QUESTION,
        fold=kept.fold,
        exact=kept.exact,
        version=NORM_VERSION,
        of_version=question.version,
    )


def _write(model: Any, rows: Iterable[Any], keys: list[str], fields: str) -> None:
    more = ["made_at"] if model is Suggestion else []
    model.objects.bulk_create(
        rows,
        batch_size=200,
        update_conflicts=True,
        unique_fields=keys,
        update_fields=[*fields.split(), *more],
    )
