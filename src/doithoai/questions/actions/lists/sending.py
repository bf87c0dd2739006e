"""A file comes in: what it is, whether it came before, what its columns seem to be."""

import hashlib
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.questions.models import Channel, CollectionPoint, ReceivedList
from doithoai.questions.permissions import may_enter
from doithoai.questions.rules import LOOKS_AT, Columns, counts_columns, field_of, find_columns
from doithoai.questions.states import ListState
from doithoai.reading import Unreadable
from doithoai.reading.lists import open_list
from doithoai.vietnamese.dates import moment_words
from doithoai.workflow import Refused, require

MOST_BYTES = 20_000_000
MOST_ROWS = 5_000
SAMPLES = 3
TOO_BIG = "Tệp nặng hơn 20 MB. Bỏ ảnh trong tệp hoặc tách thành nhiều tệp rồi tải lên lại."
EMPTY = "Tệp không có dòng nào. Chọn lại tệp danh sách."
NOT_ISSUED = "Kế hoạch chưa ban hành hoặc hội nghị đã dừng nên chưa nhận danh sách ý kiến."
NO_TEXT_COLUMN = (
    "Không thấy cột nội dung câu hỏi, kiến nghị trong tệp này. Chọn cột có nội dung, hoặc bỏ "
    "danh sách này rồi tải đúng tệp lên."
)
NOT_NAMED = (
    "Không cột nào mang tên nội dung câu hỏi. Đã đề xuất cột có nhiều chữ nhất: xem lại trước khi "
    "đọc các dòng."
)
SENT = "Tệp này đã tải lên lúc {at} (“{name}”). Mở danh sách ấy để xem."


def send_list(
    conference: Conference,
    *,
    file_name: str,
    content: bytes,
    channel: str = Channel.UNION,
    collection_point: CollectionPoint | None = None,
    by: User,
) -> ReceivedList:
    """Keep a file of questions, with a guess at its columns for a person to confirm.

    Raises Refused when it cannot be read, or the same file was sent before. A heavy file is read
    before anything is locked: nobody who sends a question waits for it.
    """
    require(may_enter(by, conference))
    digest = hashlib.sha256(content).hexdigest()
    _refuse_again(conference, digest)
    values = {
        "collection_point": collection_point,
        "file_name": file_name[-200:],
        "content": content,
        "sha256": digest,
        "columns": _guess(content, file_name),
        "channel": channel,
        "sent_by": by,
    }
    return _keep(conference, values)


@transaction.atomic
def _keep(conference: Conference, values: dict[str, Any]) -> ReceivedList:
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    by, digest = values["sent_by"], values["sha256"]
    require(may_enter(by, conference))
    if conference.state != ConferenceState.ISSUED:
        raise Refused(NOT_ISSUED)
    _refuse_again(conference, digest)
    received = ReceivedList.objects.create(conference=conference, **values)
    after = {"sha256": digest, "bytes": len(values["content"])}
    record("questions.send_list", received, by=by, after=after)
    return received


def _refuse_again(conference: Conference, digest: str) -> None:
    gone = [ListState.DROPPED, ListState.UNREADABLE]
    sent = conference.received_lists.filter(sha256=digest).exclude(state__in=gone).first()
    if sent:
        raise Refused(SENT.format(at=moment_words(sent.sent_at), name=sent.file_name))


def _said_of(columns: Columns) -> list[str]:
    """What a person has to know of a guess at the text that no heading speaks for."""
    place = columns.fields.get("text")
    if place is None:
        return [NO_TEXT_COLUMN]
    label = columns.labels[place] if columns.head else ""
    return [] if field_of(label) == "text" else [NOT_NAMED]


def _guess(content: bytes, file_name: str) -> dict[str, Any]:
    """Heading, labels, fields, first rows and notes, as `ReceivedList.columns` keeps them."""
    if len(content) > MOST_BYTES:
        raise Refused(TOO_BIG)
    try:
        sheet = open_list(content, file_name, most_rows=LOOKS_AT + SAMPLES)
    except Unreadable as fault:
        raise Refused(str(fault)) from fault
    if not sheet.rows:
        raise Refused(EMPTY)
    columns = find_columns(sheet.rows)
    below = [row for row in sheet.rows[columns.head :] if any(row) and not counts_columns(row)]
    return {
        "head": columns.head,
        "labels": list(columns.labels),
        "fields": dict(columns.fields),
        "samples": [list(row) for row in below[:SAMPLES]],
        "notes": [*sheet.notes, *_said_of(columns)],
    }
