"""One deed on many questions: looked at first, then all or none of it."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from doithoai.directory.models import User
from doithoai.questions.actions.decisions import (
    move_aside,
    move_back,
    move_to_chosen,
    require_leadable,
    restore,
    select,
    set_aside,
    set_lead,
)
from doithoai.questions.actions.merging import merge, require_mergeable
from doithoai.questions.actions.steps import STALE, hold_conference
from doithoai.questions.models import Question
from doithoai.questions.permissions import may_choose
from doithoai.questions.queries.letters import is_suspected
from doithoai.questions.rules import one_batch
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused, require

MOST = 200
TOO_MANY = f"Mỗi lần làm nhiều nhất {MOST} câu. Bỏ dấu bớt, làm xong rồi làm tiếp các câu còn lại."
NONE_MARKED = "Chưa đánh dấu câu nào. Đánh dấu các câu rồi làm."
LOOKS_LETTER = (
    "Có dấu hiệu khiếu nại, tố cáo. Mở riêng câu này: là đơn thì chuyển đơn theo luật, không phải "
    "thì nhận như câu hỏi."
)
OTHER_CONFERENCE = "Các câu không cùng một hội nghị. Tải lại trang rồi đánh dấu lại."


@dataclass(frozen=True, slots=True)
class Preview:
    """Which questions a deed would be done on, and which are left out with the reason."""

    done: tuple[Question, ...]
    left_out: tuple[tuple[Question, str], ...]


def in_bulk(
    verb: str, questions: Iterable[Question], *, versions: Mapping[int, int], by: User, **more: Any
) -> UUID:
    """Do one deed on all the questions or on none, as one batch; the batch, to be undone by.

    `verb` is a key of VERBS, `more` what that deed needs (reason, agency, into …), `versions` by
    key of each question as it was seen. What looks like a letter is decided by itself, never in
    bulk. Raises Refused with the first reason.
    """
    marked = _marked(questions)
    with transaction.atomic(), one_batch() as batch:
        hold_conference(marked[0].conference_id, by=by)
        _require_no_letter(marked, more.get("into"))
        if verb == "merge":
            merge(marked, versions=versions, by=by, **more)
            return batch
        for question in marked:
            VERBS[verb](question, versions[question.pk], by, more)
    return batch


def preview(
    verb: str, questions: Iterable[Question], *, versions: Mapping[int, int], by: User, **more: Any
) -> Preview:
    """What `in_bulk` would do with each question on its own; it only reads, and locks nothing."""
    marked = _marked(questions)
    require(may_choose(by, marked[0].conference))
    into = more.get("into")
    keys = [one.pk for one in (*marked, *([into] if into else []))]
    now = Question.objects.annotate(is_suspected=is_suspected()).in_bulk(keys)
    done: list[Question] = []
    left_out: list[tuple[Question, str]] = []
    for question in marked:
        try:
            _look(verb, question, now, versions, more)
        except Refused as refusal:
            left_out.append((question, str(refusal)))
        else:
            done.append(question)
    return Preview(tuple(done), tuple(left_out))


def _look(
    verb: str,
    question: Question,
    now: Mapping[int, Question],
    versions: Mapping[int, int],
    more: Mapping[str, Any],
) -> None:
    """Raises Refused as the deed would, on a copy that is thrown away."""
    into = more.get("into")
    both = (question, into) if into else (question,)
    if any(one.pk in now and vars(now[one.pk])["is_suspected"] for one in both):
        raise Refused(LOOKS_LETTER)
    for one in both:
        if one.pk not in now or versions.get(one.pk, -1) != now[one.pk].version:
            raise Refused(STALE)
    LOOKS[verb](copy(now[question.pk]), {**more, "into": into and now[into.pk]})


def _marked(questions: Iterable[Question]) -> list[Question]:
    marked = sorted(questions, key=lambda question: question.pk)
    if not marked:
        raise Refused(NONE_MARKED)
    if len(marked) > MOST:
        raise Refused(TOO_MANY)
    if len({question.conference_id for question in marked}) != 1:
        raise Refused(OTHER_CONFERENCE)
    return marked


def _require_no_letter(marked: list[Question], into: Question | None) -> None:
    keys = [one.pk for one in (*marked, *filter(None, [into]))]
    if Question.objects.filter(is_suspected(), pk__in=keys).exists():
        raise Refused(LOOKS_LETTER)


def _select(question: Question, version: int, by: User, more: Mapping[str, Any]) -> None:
    wording = mask(nfc(question.wording))
    kept = {"wording": wording, "kind": question.kind, "topic": question.topic}
    select(question, version=version, by=by, **(kept | dict(more)))


def _set_aside(question: Question, version: int, by: User, more: Mapping[str, Any]) -> None:
    set_aside(question, version=version, by=by, reason=more["reason"])


def _restore(question: Question, version: int, by: User, more: Mapping[str, Any]) -> None:
    restore(question, version=version, by=by)


def _set_lead(question: Question, version: int, by: User, more: Mapping[str, Any]) -> None:
    set_lead(question, version=version, by=by, agency=more["agency"])


VERBS: dict[str, Callable[[Question, int, User, Mapping[str, Any]], None]] = {
    "select": _select,
    "set_aside": _set_aside,
    "restore": _restore,
    "set_lead": _set_lead,
}
"""Deeds on each question by itself; "merge" is one deed on all of them."""

LOOKS: dict[str, Callable[[Question, Mapping[str, Any]], None]] = {
    "select": lambda one, more: move_to_chosen(one, more.get("kind", one.kind)),
    "set_aside": lambda one, more: move_aside(one, more["reason"]),
    "restore": lambda one, more: move_back(one),
    "set_lead": lambda one, more: require_leadable(one),
    "merge": lambda one, more: require_mergeable([one], more["into"], more.get("wording")),
}
"""What each deed asks of a question before it is done."""
