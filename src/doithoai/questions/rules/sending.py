"""The collecting window, what is asked of a sender, and what a sender is told."""

from collections.abc import Mapping
from datetime import date
from typing import Any

SET_ASIDE_REASONS = (
    "Ngoài các nội dung của kế hoạch đối thoại",
    "Cơ quan có thẩm quyền đã trả lời bằng văn bản, không có tình tiết mới",
    "Tòa án hoặc cơ quan khác đang giải quyết, hoặc đã có bản án, quyết định có hiệu lực",
    "Không rõ việc gì, ở đâu, và không có cách liên hệ để hỏi lại",
    "Có nội dung đời tư của người khác, bí mật nhà nước hoặc lời lẽ xúc phạm",
)
"""Grounds for leaving a question out; what they rest on follows the day (rules.laws).

A complaint or denunciation is none: it is passed on by its own law. What others ask as well is
merged with theirs, so that its sender gets the answer.
"""


def is_open(first: date | None, last: date | None, today: date) -> bool:
    """Whether questions are taken today; without dates they are not yet."""
    return first is not None and last is not None and first <= today <= last


def is_taken_late(last: date | None, held_on: date | None, held_month: str, today: date) -> bool:
    """Whether a question still comes in, marked late: after the last day, to the conference's.

    `held_month` ("2024-10") stands in for a day that is not certain yet.
    """
    if last is None or today <= last:
        return False
    if held_on:
        return today <= held_on
    return not held_month or f"{today:%Y-%m}" <= held_month


def comes_late(last: date | None, given: date) -> bool:
    """Whether what is given on a day comes after the last day of asking, where there is one."""
    return last is not None and given > last


def contact_faults(typed: Mapping[str, Any], sender: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong between contact, name and consents, by field.

    `typed` is what stands in the form, `sender` what could be read of it.
    """
    faults = {}
    contact = typed.get("phone") or typed.get("email")
    if contact and not sender.get("consents_contact"):
        faults["consents_contact"] = (
            "Đánh dấu đồng ý để được báo lại kết quả, hoặc xóa số điện thoại, thư điện tử."
        )
    if sender.get("consents_contact") and not contact:
        faults["phone"] = "Nhập số điện thoại hoặc thư điện tử để báo kết quả."
    if sender.get("consents_name") and not sender.get("sender_name"):
        faults["sender_name"] = "Nhập họ và tên, hoặc bỏ dấu đồng ý nêu tên."
    return faults
