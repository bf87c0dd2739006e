"""Lines of the notice, written by hand or mended."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import changes, record
from doithoai.conclusions.actions.notices import notice_in_hand
from doithoai.conclusions.models import Notice, NoticeItem, NoticePart
from doithoai.conclusions.rules.days import require_within_reach
from doithoai.directory.models import Agency, User
from doithoai.questions.models import Question
from doithoai.workflow import Refused


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of the notice says, who does it and by when; `question` is what it answers."""

    part: NoticePart
    text: str
    agency: Agency | None = None
    due: date | None = None
    question: Question | None = None


@transaction.atomic
def add_item(notice: Notice, line: Line, *, version: int, by: User) -> NoticeItem:
    """One more line at the end of its part."""
    notice = notice_in_hand(notice, version, by=by)
    _check(notice, line)
    item = NoticeItem.objects.create(
        notice=notice, position=_end_of(notice, line.part), **_values(line)
    )
    _touch(notice)
    record("conclusions.add_item", item, by=by, after={"text": line.text})
    return item


@transaction.atomic
def amend_item(item: NoticeItem, line: Line, *, version: int, by: User) -> NoticeItem:
    """Other words, agency, day or part; who amends a proposal confirms it."""
    notice = notice_in_hand(item.notice, version, by=by)
    item = NoticeItem.objects.select_for_update().get(pk=item.pk, notice=notice)
    _check(notice, line)
    values = _values(line)
    before, after = changes(item, values)
    if "part" in after:
        item.position = _end_of(notice, line.part)
    for name, value in values.items():
        setattr(item, name, value)
    item.is_confirmed = True
    item.save()
    _touch(notice)
    record("conclusions.amend_item", item, by=by, before=before, after=after)
    return item


@transaction.atomic
def confirm_item(item: NoticeItem, *, version: int, by: User) -> NoticeItem:
    """An official has compared a proposed promise with its sentence and finds it right."""
    notice = notice_in_hand(item.notice, version, by=by)
    item = NoticeItem.objects.select_for_update().get(pk=item.pk, notice=notice)
    if item.agency_id is None or item.due is None:
        raise Refused("Mục giao việc phải có cơ quan và hạn. Sửa mục, điền đủ rồi lưu.")
    item.is_confirmed = True
    item.save()
    _touch(notice)
    record("conclusions.confirm_item", item, by=by, after={"text": item.text})
    return item


@transaction.atomic
def move_item(item: NoticeItem, *, up: bool, version: int, by: User) -> NoticeItem:
    """One place up or down within its part; at the end nothing happens."""
    notice = notice_in_hand(item.notice, version, by=by)
    line = list(notice.items.select_for_update().filter(part=item.part).order_by("position", "pk"))
    place = next(i for i, one in enumerate(line) if one.pk == item.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(line):
        line[place], line[other] = line[other], line[place]
    for position, one in enumerate(line, start=1):
        one.position = position
    NoticeItem.objects.bulk_update(line, ["position"])
    _touch(notice)
    moved = next(one for one in line if one.pk == item.pk)
    record("conclusions.move_item", moved, by=by, after={"position": moved.position})
    return moved


@transaction.atomic
def remove_item(item: NoticeItem, *, version: int, by: User) -> None:
    """Take a line out of the draft; the trail keeps its words."""
    notice = notice_in_hand(item.notice, version, by=by)
    item = NoticeItem.objects.select_for_update().get(pk=item.pk, notice=notice)
    record("conclusions.remove_item", item, by=by, before={"text": item.text})
    item.delete()
    _touch(notice)


def _check(notice: Notice, line: Line) -> None:
    if not line.text.strip():
        raise Refused("Viết nội dung của mục.")
    if line.part == NoticePart.ASSIGNED and (line.agency is None or line.due is None):
        raise Refused("Mục giao việc phải có cơ quan và hạn.")
    held_on = notice.conference.held_on
    if line.due and held_on and line.due < held_on:
        raise Refused("Hạn phải từ ngày tổ chức hội nghị trở đi. Xem lại ngày của hạn.")
    if line.due:
        require_within_reach(line.due, today=clock.today())


def _values(line: Line) -> dict[str, Any]:
    return {
        "part": line.part,
        "text": line.text.strip(),
        "agency": line.agency,
        "due": line.due,
        "question": line.question,
    }


def _end_of(notice: Notice, part: NoticePart) -> int:
    last = notice.items.filter(part=part).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def _touch(notice: Notice) -> None:
    notice.version += 1
    notice.save()
