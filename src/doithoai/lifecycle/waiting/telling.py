"""What waits for those who tell of a conference: news to put out, coverage to record."""

from collections.abc import Iterator
from datetime import date, timedelta

from doithoai.directory.models import AgencyKind
from doithoai.lifecycle.waiting.heaps import Desk, Waiting
from doithoai.planning.rules import CONCLUDE_DAYS
from doithoai.planning.states import ConferenceState


def telling(desk: Desk) -> Iterator[Waiting]:
    """Only for agencies the plan gave the telling to; a newspaper or station also covers."""
    if desk.conference.state != ConferenceState.ISSUED or not desk.standing.own.tells_the_press:
        return
    drafts = desk.standing.own.telling.unpublished
    if drafts:
        yield Waiting("news", drafts, "Đăng tin đã soạn", "Tin chưa hiện trên cổng công khai")
    agency = desk.user.agency
    if agency is not None and agency.kind == AgencyKind.PRESS:
        yield from _coverage(desk)


def _coverage(desk: Desk) -> Iterator[Waiting]:
    """One piece while questions come in, one from the day on; told once, it waits no more."""
    of, then = desk.conference, "đăng, phát xong thì ghi lại"
    if of.questions_from and of.questions_until:
        title, why = "Đưa tin nhận câu hỏi", f"Đang nhận câu hỏi; {then}"
        if _untold(desk, of.questions_from, of.questions_until):
            yield Waiting("coverage", 1, title, why, of.questions_until)
    if of.held_on and not of.tentative:
        title, why = "Đưa tin hội nghị", f"Có tài liệu báo chí; {then}"
        if _untold(desk, of.held_on, of.held_on + timedelta(days=CONCLUDE_DAYS)):
            yield Waiting("coverage", 1, title, why)


def _untold(desk: Desk, since: date, until: date) -> bool:
    """Whether today lies in a stretch of days of which the agency has told nothing yet."""
    told = any(since <= day <= until for day in desk.standing.own.telling.told_on)
    return since <= desk.today <= until and not told
