"""What may be done with one seat, each deed with what it needs and says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from doithoai.delegates.actions import free, keep_spare, move, place, swap
from doithoai.delegates.models import Seat
from doithoai.directory.models import User


@dataclass(frozen=True, slots=True)
class SeatDeed:
    """A deed: fields it needs, its action, and what to say when it is done."""

    needs: tuple[str, ...]
    call: Callable[[Any, Any, dict[str, Any], User], Seat]
    done: str

    @property
    def of_person(self) -> bool:
        """Whether it is about somebody."""
        return "nguoi" in self.needs


DEEDS = {
    "xep": SeatDeed(
        ("nguoi", "den"),
        lambda conference, who, data, by: place(who, data["den"], by=by),
        "Đã xếp {who} vào ghế {seat}.",
    ),
    "chuyen": SeatDeed(
        ("nguoi", "ghe", "den"),
        lambda conference, who, data, by: move(who, data["ghe"], data["den"], by=by),
        "Đã chuyển {who} đến ghế {seat}.",
    ),
    "doi": SeatDeed(
        ("nguoi", "ghe", "den"),
        lambda conference, who, data, by: swap(who, data["ghe"], data["den"], by=by),
        "Đã đổi chỗ, {who} ngồi ghế {seat}.",
    ),
    "bo": SeatDeed(
        ("nguoi", "ghe"),
        lambda conference, who, data, by: free(who, data["ghe"], by=by),
        "Đã đưa {who} ra khỏi ghế {seat}. Tên vẫn còn ở danh sách chưa có chỗ.",
    ),
    "du-phong": SeatDeed(
        ("ghe",),
        lambda conference, who, data, by: keep_spare(conference, data["ghe"], is_spare=True, by=by),
        "Ghế {seat} để dự phòng.",
    ),
    "mo": SeatDeed(
        ("ghe",),
        lambda conference, who, data, by: keep_spare(
            conference, data["ghe"], is_spare=False, by=by
        ),
        "Ghế {seat} xếp được cho đại biểu.",
    ),
}
