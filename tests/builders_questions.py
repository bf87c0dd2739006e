"""Things of the questions room that only its own tests need."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.actions import begin_reading, read_rows, send_list
from doithoai.questions.models import CollectionPoint, ReceivedList
from doithoai.vietnamese.codes import random_letters
from tests.builders import a_conference, an_official

LIST_HEAD = ("STT", "Ý kiến, kiến nghị", "Họ tên", "Đơn vị", "SĐT", "Đồng ý liên hệ", "Ngày")


def a_collection_point(conference: Conference | None = None, **over: Any) -> CollectionPoint:
    """A commune's own link, opened by someone of the host."""
    conference = conference or a_conference()
    values = {"name": "Hội Phụ nữ xã Phú Tân", "code": random_letters(8)}
    values["opened_by"] = over.pop("opened_by", None) or an_official(conference.host)
    return CollectionPoint.objects.create(conference=conference, **(values | over))


def a_list_file(rows: Sequence[Sequence[Any]] = (), head: Sequence[str] = LIST_HEAD) -> bytes:
    """An Excel list with the usual heading, or another, and these rows."""
    book = openpyxl.Workbook()
    page: Any = book.active
    for row in (head, *rows):
        page.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def a_list(conference: Conference, *rows: Sequence[Any], by: User, **over: Any) -> ReceivedList:
    """A list sent in, its columns confirmed and its rows read."""
    values = {"file_name": "xa-phu-tan.xlsx", "content": a_list_file(rows), **over}
    received = send_list(conference, by=by, **values)
    columns = received.columns
    begin_reading(
        received, head=columns["head"], fields=columns["fields"], version=received.version, by=by
    )
    read_rows(received.pk)
    received.refresh_from_db()
    return received
