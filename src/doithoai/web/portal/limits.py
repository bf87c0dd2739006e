"""How often one network address may do something, so that a flood from one stops no other."""

from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address

from django.core.cache import cache
from django.http import HttpRequest

from doithoai.audit import clock
from doithoai.web.middleware import client_address
from doithoai.web.portal.disk import not_waiting_for_disk
from doithoai.workflow import Refused

WINDOW_SECONDS = 600
SENDS = 90
"""Form posts in ten minutes: thirty whole questions, for a hall or an office behind one address."""
FILES = 120
"""Photos and papers drawn anew in ten minutes: each takes the machine a second at worst."""
GUESSES = 30
"""Wrong receipt codes in ten minutes."""
PHONES = 600
"""Telephones given a mark of their own in ten minutes: a hall on one network."""
MINUTE = 60
ASKS = 40
"""Questions of one address in a minute; in two together still not all that a hall takes in one."""
UNMARKED = 30
"""Questions and supports of all machines without a mark, in one hall, in a minute."""
TOO_MANY_ASKS = (
    "Từ địa chỉ mạng này đang có quá nhiều câu gửi cùng lúc. Chờ một phút rồi gửi lại, "
    "hoặc giơ tay để hỏi trực tiếp."
)
TOO_MANY_UNMARKED = (
    "Nhiều điện thoại không nhận cookie đang gửi cùng lúc. Chờ một phút rồi gửi lại, "
    "hoặc giơ tay để hỏi trực tiếp."
)
TOO_MANY_SENDS = (
    "Từ địa chỉ mạng này vừa gửi quá nhiều lần. "
    "Chờ 10 phút rồi bấm gửi lại; chữ đã viết còn nguyên ở dưới."
)
TOO_MANY_FILES = (
    "Từ địa chỉ mạng này vừa gửi quá nhiều tệp. Chờ 10 phút rồi chọn lại tệp, "
    "hoặc bấm Tiếp tục mà không kèm tệp."
)
TOO_MANY_GUESSES = (
    "Từ địa chỉ mạng này vừa gõ sai mã nhiều lần. Chờ 10 phút rồi xem lại; "
    "nếu cần ngay, gọi cơ quan tiếp nhận."
)


def is_over(request: HttpRequest, deed: str, limit: int) -> bool:
    """Whether the address has used up its `limit` of the deed in this window of time."""
    return int(cache.get(_key(deed, home_of(request), WINDOW_SECONDS), 0)) >= limit


def count(request: HttpRequest, deed: str, times: int = 1) -> None:
    """Count a deed of the address; counts of a past window are never read again."""
    _add(_key(deed, home_of(request), WINDOW_SECONDS), WINDOW_SECONDS, times)


def home_of(request: HttpRequest) -> str:
    """Whose the address is: of IPv6 the network a home is given whole, 64 bits of it."""
    address = client_address(request)
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or f"{int(found) >> 64:x}")
    return address


@contextmanager
def within_minute(deed: str, whose: str, limit: int, words: str) -> Iterator[None]:
    """Let one deed of `whose` it is through, `limit` a minute; a deed refused is not counted.

    Raises Refused with the words when the minute is full.
    """
    key = _key(deed, whose, MINUTE)
    if int(cache.get(key, 0)) >= limit:
        raise Refused(words)
    yield
    _add(key, MINUTE)


def _add(key: str, seconds: int, times: int = 1) -> None:
    with not_waiting_for_disk():
        cache.set(key, int(cache.get(key, 0)) + times, seconds)


def _key(deed: str, whose: str, seconds: int) -> str:
    window = int(clock.now().timestamp()) // seconds
    return f"{deed}:{whose}:{window}"
