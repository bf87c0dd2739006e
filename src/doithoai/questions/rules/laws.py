"""Which law holds on a day: each table names what came into force when, the oldest first."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

T = TypeVar("T")

RECEPTION_AMENDED = date(2026, 7, 1)
"""Luật số 136/2025/QH15 and NĐ 154, 155, 156/2026/NĐ-CP."""

NOTICES = (
    (date.min, "2022-1"),
    (date(2023, 7, 1), "2023-1"),
    (date(2026, 1, 1), "2026-3"),
)
"""The notice told to senders: under NĐ 13/2023/NĐ-CP, then under Luật 91/2025/QH15."""

GROUNDS_FOR_SETTING_ASIDE = (
    (date.min, "kế hoạch đối thoại; Luật Tiếp công dân năm 2013, Điều 9"),
    (RECEPTION_AMENDED, "kế hoạch đối thoại; Nghị định số 154/2026/NĐ-CP, Điều 4"),
)
"""What the grounds for leaving a question out rest on."""

_AMENDED = "được sửa đổi, bổ sung bởi Luật số 136/2025/QH15"
LETTERS = {
    "complaint": (
        (date.min, "Luật Khiếu nại năm 2011, Luật Tiếp công dân năm 2013"),
        (
            RECEPTION_AMENDED,
            f"Luật Khiếu nại năm 2011, Luật Tiếp công dân năm 2013, {_AMENDED}, "
            "Nghị định số 154/2026/NĐ-CP",
        ),
    ),
    "denunciation": (
        (date.min, "Luật Tố cáo năm 2018, Luật Tiếp công dân năm 2013"),
        (
            RECEPTION_AMENDED,
            f"Luật Tố cáo năm 2018, Luật Tiếp công dân năm 2013, {_AMENDED}, "
            "Nghị định số 154/2026/NĐ-CP",
        ),
    ),
}
"""What a letter is passed on by."""


def in_force(table: Sequence[tuple[date, T]], day: date) -> T:
    """What of a table holds on a day."""
    return next(law for since, law in reversed(table) if since <= day)
