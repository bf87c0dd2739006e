"""How often one network address may do something, so that a flood from one stops no other."""

from contextlib import suppress

from django.core.cache import cache
from django.http import HttpRequest

from doithoai.audit import clock
from doithoai.web.middleware import client_address

WINDOW_SECONDS = 600
SENDS = 90
"""Form posts in ten minutes: thirty whole questions, for a hall or an office behind one address."""
GUESSES = 30
"""Wrong receipt codes in ten minutes."""
PHONES = 600
"""Telephones that ask or support for the first time in ten minutes: a hall on one network."""
TOO_MANY_PHONES = (
    "Từ địa chỉ mạng này có quá nhiều điện thoại mới gửi cùng lúc. Chờ 10 phút rồi bấm lại, "
    "hoặc giơ tay để hỏi trực tiếp."
)
TOO_MANY_SENDS = (
    "Từ địa chỉ mạng này vừa gửi quá nhiều lần. "
    "Chờ 10 phút rồi bấm gửi lại; chữ đã viết còn nguyên ở dưới."
)
TOO_MANY_GUESSES = (
    "Từ địa chỉ mạng này vừa gõ sai mã nhiều lần. Chờ 10 phút rồi xem lại; "
    "nếu cần ngay, gọi cơ quan tiếp nhận."
)


def is_over(request: HttpRequest, deed: str, limit: int) -> bool:
    """Whether the address has used up its `limit` of the deed in this window of time."""
    return int(cache.get(_key(request, deed), 0)) >= limit


def count(request: HttpRequest, deed: str) -> None:
    """Count one deed of the address; counts of a past window are never read again."""
    key = _key(request, deed)
    if not cache.add(key, 1, WINDOW_SECONDS):
        with suppress(ValueError):  # the count ran out or was cleared away just now
            cache.incr(key)


def _key(request: HttpRequest, deed: str) -> str:
    window = int(clock.now().timestamp()) // WINDOW_SECONDS
    return f"{deed}:{client_address(request)}:{window}"
