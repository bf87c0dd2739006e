"""The wanted rows of a list become submissions and questions in one transaction, or none does."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django_tasks import task

from doithoai.audit import clock
from doithoai.audit.actions import record, record_all
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.lists.claiming import claim
from doithoai.questions.actions.lists.sending import NOT_ISSUED
from doithoai.questions.models import (
    ListRow,
    Part,
    Question,
    ReceivedList,
    RowVerdict,
    Submission,
)
from doithoai.questions.permissions import may_enter
from doithoai.questions.queries import stored_fingerprints
from doithoai.questions.rules import comes_late, new_code
from doithoai.questions.states import LIST_TRANSITIONS, ListState
from doithoai.workflow import Forbidden, Refused, require

BATCH = 500
SENDER = ("sender_name", "sender_unit", "phone", "email", "consents_contact", "consents_name")
KEPT = ("day", "note", "notes")
MEANWHILE = (
    "Trong lúc chờ, {count} dòng mới đã được nhận bằng cách khác và nay là dòng trùng. "
    "Xem lại rồi nhận lại."
)


@task()
def take_in_background(key: int) -> None:
    """The worker's way in."""
    take_rows(key)


def take_rows(key: int) -> None:
    """Take a list that waits for it; killed in the middle, nothing of it is left behind."""
    received = claim(key, ListState.TAKING)
    if received is None:
        return
    try:
        _take(received)
    except (Refused, Forbidden) as refused:
        _give_back(received, str(refused))


@transaction.atomic
def _take(claimed: ReceivedList) -> None:
    conference = Conference.objects.select_for_update().get(pk=claimed.conference_id)
    received = ReceivedList.objects.select_for_update().get(pk=claimed.pk)
    if received.state != ListState.TAKING or received.claimed_at != claimed.claimed_at:
        return
    if conference.state != ConferenceState.ISSUED:
        raise Refused(NOT_ISSUED)
    require(received.taken_by is not None and may_enter(received.taken_by, conference))
    rows = list(received.rows.filter(is_wanted=True).order_by("number"))
    known = stored_fingerprints(conference)
    come_since = [r for r in rows if r.verdict == RowVerdict.NEW and r.fingerprint in known]
    if come_since:
        _say_come_since(received, come_since, known)
        return
    _write(received, conference, rows, set(known))


def _write(
    received: ReceivedList, conference: Conference, rows: Sequence[ListRow], known: set[str]
) -> None:
    codes = _free_codes(conference, len(rows))
    submissions = Submission.objects.bulk_create(
        (
            _submission(received, conference, row, code, known)
            for row, code in zip(rows, codes, strict=True)
        ),
        batch_size=BATCH,
    )
    first = (conference.questions.aggregate(last=Max("number"))["last"] or 0) + 1
    questions = Question.objects.bulk_create(
        (
            Question(conference=conference, number=number, wording=submission.text)
            for number, submission in enumerate(submissions, start=first)
        ),
        batch_size=BATCH,
    )
    pairs = list(zip(submissions, questions, strict=True))
    Part.objects.bulk_create(
        (Part(submission=s, question=q, text=s.text, end=len(s.text)) for s, q in pairs),
        batch_size=BATCH,
    )
    _link(received, rows, submissions)
    _trail(received, pairs)
    _finish(received, len(rows))
    compare_later()


def _submission(
    received: ReceivedList, conference: Conference, row: ListRow, code: str, known: set[str]
) -> Submission:
    """One row as a submission; taken all the same, it has no fingerprint of its own."""
    values = row.values
    is_first = row.fingerprint not in known
    known.add(row.fingerprint)
    given_on = _given_on(values.get("day", ""), received)
    return Submission(
        conference=conference,
        code=code,
        text=values["text"],
        channel=received.channel,
        collection_point_id=received.collection_point_id,
        given_on=given_on,
        is_late=comes_late(conference.questions_until, given_on),
        received_at=clock.now(),
        fingerprint=row.fingerprint if is_first else "",
        **{name: values[name] for name in SENDER},
    )


def _given_on(day: str, received: ReceivedList) -> date:
    """The day on the slip, or without one the day the list came."""
    return date.fromisoformat(day) if day else timezone.localdate(received.sent_at)


def _free_codes(conference: Conference, count: int) -> list[str]:
    prefix, year = conference.place.receipt_prefix, conference.year
    codes: set[str] = set()
    while len(codes) < count:
        fresh = {new_code(prefix, year) for _ in range(min(BATCH, count - len(codes)))}
        taken = Submission.objects.filter(code__in=fresh).values_list("code", flat=True)
        codes |= fresh - set(taken)
    return list(codes)


def _link(received: ReceivedList, rows: Sequence[ListRow], made: Sequence[Submission]) -> None:
    """Each row to its submission; what the submission holds need not stand twice."""
    for row, submission in zip(rows, made, strict=True):
        row.submission = submission
        row.values = {name: row.values[name] for name in KEPT if row.values.get(name)}
    ListRow.objects.bulk_update(rows, ["submission", "values"], batch_size=BATCH)
    left = received.rows.filter(submission=None)
    for row in left:
        row.values = {"text": row.values.get("text", "")}
    ListRow.objects.bulk_update(left, ["values"], batch_size=BATCH)


def _trail(received: ReceivedList, pairs: Sequence[tuple[Submission, Question]]) -> None:
    by = received.taken_by

    def deeds() -> Iterator[tuple[str, Any, dict[str, Any]]]:
        for submission, question in pairs:
            after = {"question": question, "channel": submission.channel, "list": received.pk}
            yield "questions.receive", submission, after
            yield "questions.open", question, {"submission": submission}

    told = list(deeds())
    for verb in ("questions.receive", "questions.open"):
        record_all(verb, [(thing, after) for said, thing, after in told if said == verb], by=by)
    after = {"submissions": len(pairs), "first": pairs[0][1], "last": pairs[-1][1]}
    record("questions.take_list", received, by=by, after=after)


def _finish(received: ReceivedList, count: int) -> None:
    LIST_TRANSITIONS.move(received, to=ListState.TAKEN)
    received.done = received.total = count
    received.taken_at, received.claimed_at = clock.now(), None
    received.content, received.fault = b"", ""
    received.columns = {**received.columns, "samples": []}
    received.version += 1
    received.save()


def _say_come_since(received: ReceivedList, rows: Sequence[ListRow], known: dict[str, int]) -> None:
    for row in rows:
        row.verdict, row.is_wanted = RowVerdict.DUPLICATE, False
        row.like_submission_id = known[row.fingerprint]
    ListRow.objects.bulk_update(rows, ["verdict", "is_wanted", "like_submission"], BATCH)
    _back_to_read(received, MEANWHILE.format(count=len(rows)))


@transaction.atomic
def _give_back(claimed: ReceivedList, fault: str) -> None:
    received = ReceivedList.objects.select_for_update().get(pk=claimed.pk)
    if received.state == ListState.TAKING and received.claimed_at == claimed.claimed_at:
        _back_to_read(received, fault)


def _back_to_read(received: ReceivedList, fault: str) -> None:
    LIST_TRANSITIONS.move(received, to=ListState.READ)
    received.fault, received.claimed_at = fault, None
    received.version += 1
    received.save()
