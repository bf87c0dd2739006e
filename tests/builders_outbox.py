"""Makers of messages for tests; keywords override."""

import itertools
from typing import Any

from doithoai.outbox.actions import MessageChannel, post
from doithoai.outbox.models import Message

_serial = itertools.count(1)


def a_letter(**over: Any) -> Message:
    """A letter that waits."""
    values = {
        "key": f"thu-{next(_serial)}",
        "channel": MessageChannel.EMAIL,
        "to_email": "vanphong@example.vn",
        "subject": "Giấy mời dự hội nghị đối thoại",
        "body": "Trân trọng kính mời.",
        "by": None,
    }
    return post(**(values | over))


def a_note(user: Any, **over: Any) -> Message:
    """Something told to a person within the system."""
    values = {"channel": MessageChannel.IN_APP, "to_email": "", "to_user": user}
    return a_letter(**(values | over))
