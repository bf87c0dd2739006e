"""Messages as lists and Excel show them; bodies stay out: they hold reply links."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.http import QueryDict

from doithoai.outbox.models import Message, MessageChannel
from doithoai.outbox.queries import MessageFilter
from doithoai.outbox.states import MESSAGE_TRANSITIONS, MessageState
from doithoai.vietnamese.personal_data import mask

MESSAGE_HEAD = (
    *("Tiêu đề", "Nơi nhận", "Cách gửi", "Trạng thái", "Lập lúc", "Gửi lúc", "Đọc lúc"),
    *("Số lần gửi", "Vì sao chưa gửi được"),
)


def reader(message: Message, *, is_whole: bool = False) -> str:
    """Who gets it: an address, masked unless `is_whole`, or a person with the agency."""
    if message.forgotten_at:
        return "Đã xóa"
    if message.channel == MessageChannel.EMAIL:
        return message.to_email if is_whole else mask(message.to_email)
    agency = message.to_user.agency if message.to_user else None
    return f"{message.to_user}, {agency.short_name}" if agency else str(message.to_user)


def message_rows(messages: Iterable[Message]) -> Iterator[tuple[Any, ...]]:
    """The list for Excel, with whole addresses: that it was taken is kept."""
    for message in messages:
        yield (
            message.subject,
            reader(message, is_whole=True),
            message.get_channel_display(),
            message.get_state_display(),
            message.created_at,
            message.sent_at,
            message.read_at,
            message.attempts,
            message.error,
        )


def wanted_from(query: QueryDict) -> MessageFilter:
    """The filter an address names."""
    names = {"state": "trang-thai", "channel": "cach-gui", "words": "tim"}
    return MessageFilter(**{field: query.get(name, "").strip() for field, name in names.items()})


def without_page(query: QueryDict) -> str:
    """The address's filters alone."""
    kept = query.copy()
    kept.pop("trang", None)
    return kept.urlencode()


def state_chips(counts: Mapping[str, int], query: QueryDict) -> list[dict[str, Any]]:
    """One filter a state that has messages; the pressed one turns itself off."""
    present = query.get("trang-thai", "")
    chips = []
    for state in MessageState:
        if counts[state] or state == present:
            turned = query.copy()
            turned.pop("trang", None)
            turned["trang-thai"] = "" if state == present else state.value
            chips.append(
                {
                    "label": state.label,
                    "url": f"?{turned.urlencode()}",
                    "pressed": state == present,
                    "count": counts[state],
                }
            )
    return chips


def next_steps(message: Message) -> set[str]:
    """What a person may decide: `retry`, `cancel`."""
    steps: set[str] = set()
    if message.forgotten_at:
        return steps
    if message.state == MessageState.WAITING or MESSAGE_TRANSITIONS.allows(
        message.state, MessageState.WAITING
    ):
        steps.add("retry")
    if MESSAGE_TRANSITIONS.allows(message.state, MessageState.CANCELLED):
        steps.add("cancel")
    return steps
