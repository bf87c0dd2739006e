"""What was sent to the office, and how what is chosen now differs from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q

from doithoai.planning.models import Conference
from doithoai.questions.models import Compilation, Question
from doithoai.questions.queries.matters import questions_of
from doithoai.questions.states import HALL_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

COMPARED = {"wording": "câu chữ", "kind": "loại", "topic": "nội dung", "agency": "cơ quan"}


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise now than it was sent: codes, each with what changed where that is told."""

    added: tuple[str, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.dropped or self.changed)


@dataclass(frozen=True, slots=True)
class Sending:
    """How many chosen questions the office has not, and how many batches it has been sent."""

    unsent: int = 0
    batches: int = 0


def as_sent(question: Question) -> dict[str, Any]:
    """A question as it goes to the office: its words masked; needs `asked`."""
    return {
        "key": question.pk,
        "code": question.code,
        "wording": mask(nfc(question.wording)),
        "kind": question.get_kind_display(),
        "topic": str(question.topic or ""),
        "agency": question.lead.name if question.lead else "",
        "asked": vars(question)["asked"],
    }


def difference_to(batch: Compilation) -> Difference:
    """How the questions of a batch stand now beside what was sent, and what was chosen since."""
    conference = batch.conference
    then = {one["key"]: one for one in batch.sent}
    if not then:
        return Difference()
    chosen = questions_of(conference).filter(state__in=sorted(HALL_STATES)).select_related("lead")
    now = {one.pk: as_sent(one) for one in chosen}
    earlier = conference.compilations.filter(number__lte=batch.number)
    known = set(earlier.values_list("questions", flat=True))
    gone = Question.objects.filter(pk__in=then.keys() - now.keys()).order_by("number")
    return Difference(
        added=tuple(now[key]["code"] for key in now if key not in known),
        dropped=tuple((one.code, one.get_state_display()) for one in gone),
        changed=tuple(
            (then[key]["code"], what)
            for key in then
            if key in now and (what := _changed(then[key], now[key]))
        ),
    )


def sending_by(conferences: Iterable[Conference]) -> dict[int, Sending]:
    """What waits to be sent, by key of the conference. One query."""
    fresh = Q(questions__state=QuestionState.SELECTED, questions__compilations=None)
    counted = Conference.objects.filter(pk__in=[one.pk for one in conferences]).annotate(
        unsent=Count("questions", filter=fresh, distinct=True),
        batches=Max("compilations__number"),
    )
    return {
        key: Sending(unsent, batches or 0)
        for key, unsent, batches in counted.values_list("pk", "unsent", "batches")
    }


def _changed(then: dict[str, Any], now: dict[str, Any]) -> str:
    named = [name for field, name in COMPARED.items() if then[field] != now[field]]
    if then["asked"] != now["asked"]:
        named.append(f"số phiếu {then['asked']} → {now['asked']}")
    return ", ".join(named)
