"""Sending the chosen questions to the office: what went is kept as it went."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do
from doithoai.questions.models import Compilation, SentFile
from doithoai.questions.queries import uncompiled_questions
from doithoai.questions.queries.sending import as_sent
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused, require

NOTHING_NEW = "Không có câu đã chọn nào chưa gửi. Chọn thêm câu rồi gửi đợt mới."

Written = Callable[[Compilation], Mapping[str, bytes]]
"""Files of a batch by their endings."""


@transaction.atomic
def hand_over(
    conference: Conference,
    *,
    note: str,
    by: User,
    due: date | None = None,
    write: Written | None = None,
) -> Compilation:
    """Send the chosen questions not yet sent to the office, as one numbered batch.

    Plans: "lựa chọn những câu hỏi …, gửi về Văn phòng UBND tỉnh để tổng hợp", by `due`. The words
    of each question and the files that `write` makes are kept as they went. Raises Refused.
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_do(by, conference, Work.QUESTIONS))
    fresh = list(uncompiled_questions(conference).select_related("lead"))
    if not fresh:
        raise Refused(NOTHING_NEW)
    batch = Compilation.objects.create(
        conference=conference,
        number=conference.compilations.count() + 1,
        sent=[as_sent(question) for question in fresh],
        unsorted=conference.questions.filter(state=QuestionState.RECEIVED).count(),
        due=due,
        note=note,
        sent_by=by,
        sent_at=clock.now(),
    )
    batch.questions.set(fresh)
    after: dict[str, Any] = {"questions": len(fresh)}
    for ending, content in (write(batch) if write else {}).items():
        digest = sha256(content).hexdigest()
        SentFile.objects.create(compilation=batch, ending=ending, content=content, sha256=digest)
        after[f"{ending}_sha256"] = digest
    record("questions.hand_over", batch, by=by, after=after)
    return batch
