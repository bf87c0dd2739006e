"""What the law gives days for: requests about personal data, letters still to be passed on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from doithoai.planning.models import Conference
from doithoai.questions.models import DataRequest, PassOn, QuestionKind, SecrecyKeeper
from doithoai.questions.permissions import secret_parts
from doithoai.questions.rules.data_requests import next_day


@dataclass(slots=True)
class LegalWork:
    """Days of what waits in one conference; `letters` by agency. Secret ones are of keepers."""

    requests: list[date] = field(default_factory=list)
    secret_requests: list[date] = field(default_factory=list)
    letters: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    secret_letters: list[date] = field(default_factory=list)
    keepers: set[int] = field(default_factory=set)


def legal_work_by(conferences: Iterable[Conference]) -> dict[int, LegalWork]:
    """What waits in each conference, by its key; as many queries for one as for many."""
    keys = [one.pk for one in conferences]
    found = {key: LegalWork() for key in keys}
    _add_requests(found, keys)
    _add_letters(found, keys)
    keepers = SecrecyKeeper.objects.filter(conference__in=keys).order_by()
    for key, user in keepers.values_list("conference_id", "user_id"):
        found[key].keepers.add(user)
    return found


def _add_requests(found: dict[int, LegalWork], keys: list[int]) -> None:
    waiting = DataRequest.objects.filter(
        submission__conference__in=keys, answered_at=None
    ).select_related("submission")
    secret = set(
        secret_parts().filter(submission__conference__in=keys).values_list("submission", flat=True)
    )
    for one in waiting.order_by():
        work = found[one.submission.conference_id]
        days = work.secret_requests if one.submission_id in secret else work.requests
        days.append(next_day(one.reply_due, one.last_day, is_told=one.acknowledged_at is not None))


def _add_letters(found: dict[int, LegalWork], keys: list[int]) -> None:
    letters = PassOn.objects.filter(
        question__conference__in=keys, sent_on=None, taken_back_at=None
    ).order_by()
    rows = letters.values_list(
        "question__conference", "question__kind", "decided_by__agency", "due"
    )
    for key, kind, agency, due in rows:
        if kind == QuestionKind.DENUNCIATION:
            found[key].secret_letters.append(due)
        else:
            found[key].letters[agency or 0].append(due)
