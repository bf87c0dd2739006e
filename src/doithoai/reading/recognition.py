"""Whether a text is the plan of a dialogue at all."""

from __future__ import annotations

import re

from doithoai.reading.sections import Node, Purpose, find_sections
from doithoai.reading.source import NotAPlan
from doithoai.reading.zones import Zones

_SUBJECT = re.compile(r"doi thoai|gap go|gap mat|tiep xuc|lang nghe|dien dan|trao doi|noi chuyen")
_MESSAGE = (
    "Văn bản này không phải kế hoạch tổ chức đối thoại; chọn tệp có tên loại KẾ HOẠCH, nội dung "
    "đối thoại và các mục mục đích, thời gian, tổ chức thực hiện."
)
_EXPECTED = (
    Purpose.AIM,
    Purpose.TIME,
    Purpose.VENUE,
    Purpose.ATTENDANCE,
    Purpose.TASKS,
    Purpose.TOPICS,
    Purpose.FUNDING,
)
_SECTIONS = 2


def require_plan(zones: Zones, root: Node) -> None:
    """Raise NotAPlan unless type, subject and sections say that it is one."""
    subject = _SUBJECT.search(zones.title.folded) or any(
        _SUBJECT.search(node.heading.folded) for node in root.walk()
    )
    sections = sum(1 for purpose in _EXPECTED if find_sections(root, purpose))
    signs = sections + (1 if zones.title else 0)
    if not subject or signs <= _SECTIONS:
        raise NotAPlan(_MESSAGE)
