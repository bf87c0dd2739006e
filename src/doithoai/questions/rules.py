"""Receipt codes, the collecting window, and what a sender is told."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from doithoai.vietnamese.codes import LETTERS, bare, check_letter, random_letters
from doithoai.vietnamese.letters import fold_in_place, nfc
from doithoai.vietnamese.personal_data import mask

CODE_LENGTH = 8
NOTICE_VERSION = "2026-1"
SET_ASIDE_REASONS = (
    "Ngoài các nội dung của kế hoạch đối thoại",
    "Trùng với câu hỏi khác đã được chọn",
    "Là khiếu nại, tố cáo; gửi đơn đến Ban Tiếp công dân để được giải quyết theo luật",
    "Cơ quan có thẩm quyền đã trả lời bằng văn bản, không có tình tiết mới",
    "Tòa án hoặc cơ quan khác đang giải quyết, hoặc đã có bản án, quyết định có hiệu lực",
    "Không rõ việc gì, ở đâu, và không có cách liên hệ để hỏi lại",
    "Có nội dung đời tư của người khác, bí mật nhà nước hoặc lời lẽ xúc phạm",
)
"""Grounds for leaving a question out (NĐ 154/2026/NĐ-CP, Điều 4, and the plans' own scope)."""


def new_code(prefix: str, year: int) -> str:
    """A receipt code such as `TG24-7K3M-9QRT`: no letters that look alike, last one a check."""
    body = random_letters(CODE_LENGTH - 1)
    head = f"{prefix}{year % 100:02d}"
    return _dressed(head, body + check_letter(head + body))


def read_code(typed: str) -> str | None:
    """The code as stored, from what a person typed; None when it cannot be one."""
    letters = bare(typed)
    if len(letters) <= CODE_LENGTH or len(letters) > CODE_LENGTH + 5:
        return None
    head, body = letters[:-CODE_LENGTH], letters[-CODE_LENGTH:]

    if any(letter not in LETTERS for letter in body):
        return None
    return _dressed(head, body) if check_letter(head + body[:-1]) == body[-1] else None


def is_said(typed: str, text: str) -> bool:
    """Whether a text, as it is shown with personal data masked, has the typed words; marks aside.

    Nobody finds a question by a telephone number that they may not read.
    """
    wanted = fold_in_place(nfc(typed)).strip()
    plain = nfc(text)
    if wanted not in fold_in_place(plain):
        return False
    may_be_masked = "@" in plain or re.search(r"\d", wanted)
    return not may_be_masked or wanted in fold_in_place(mask(plain))


def is_open(first: date | None, last: date | None, today: date) -> bool:
    """Whether questions are taken today; without dates they are not yet."""
    return first is not None and last is not None and first <= today <= last


def code_of(number: int) -> str:
    """How officials call a question: C-018."""
    return f"C-{number:03d}"


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


def _dressed(head: str, body: str) -> str:
    return f"{head}-{body[:4]}-{body[4:]}"
