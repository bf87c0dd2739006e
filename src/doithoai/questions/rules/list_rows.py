"""One row of a received list: what it says, what is wrong with it, what is left out and why."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from doithoai.questions.rules.columns import FIELDS, field_of
from doithoai.questions.rules.fingerprints import fingerprint, said_alike
from doithoai.vietnamese.phones import read_phone

CLAIM_LASTS = timedelta(minutes=2)
"""A worker that has said nothing for so long was killed."""
LONGEST_TEXT = 20_000
SHORTEST_TEXT = 6
FEW_WORDS = 3
HEADING_WORDS = 4
"""What is longer begins like a heading and is a petition: “Kiến nghị sửa đường liên ấp”."""
BEGINNING = 500
LONGEST = {"sender_name": 120, "sender_unit": 200, "email": 254}
CALLED = {"sender_name": "họ tên", "sender_unit": "nơi ở, nơi làm việc", "email": "thư điện tử"}
YES = frozenset({"x", "co", "dong y", "yes", "y", "1", "true", "da dong y", "v"})
LIKE_HEADING = "Giống tên cột, không phải câu hỏi. Chỉ nhận khi đánh dấu."
TOO_FEW_WORDS = "Chỉ có vài chữ, có thể không phải câu hỏi. Chỉ nhận khi đánh dấu."
NO_CONSENT = "Không giữ số điện thoại, thư điện tử: chưa ghi đồng ý."
NO_NAME = "Không nêu tên khi công khai: dòng này không có họ tên."
_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class ListRowFacts:
    """A row read: `values` to keep, `faults` that stop it, `notes` on what is left out.

    A doubtful one is hardly a question; a person has to want it.
    """

    number: int
    values: Mapping[str, Any]
    faults: tuple[str, ...]
    notes: tuple[str, ...]
    is_doubtful: bool = False

    @property
    def fingerprint(self) -> str:
        """By what the same text of the same sender is known; "" for a faulty row."""
        if self.faults:
            return ""
        said = (self.values[name] for name in ("text", "sender_name", "sender_unit"))
        return fingerprint(*said)


def read_row(
    number: int, cells: Sequence[str], fields: Mapping[str, int], *, today: date
) -> ListRowFacts | None:
    """What a row says; None for a row with nothing in the columns that are read."""
    said = {name: cells[place] for name, place in fields.items() if place < len(cells)}
    if not any(said.values()) or counts_columns(cells):
        return None
    text = said.get("text", "")
    values: dict[str, Any] = {"text": text if len(text) <= LONGEST_TEXT else text[:BEGINNING]}
    for name in ("sender_name", "sender_unit", "note"):
        values[name] = " ".join(said.get(name, "").split())
    faults = [*_text_faults(text), *_length_faults(values)]
    notes = [*_contact(values, said, faults), *_name(values, said)]
    values["day"] = _day(said.get("day", ""), today, faults)
    doubt = "" if faults else _doubt(text)
    notes = [*([doubt] if doubt else []), *notes]
    return ListRowFacts(number, values, tuple(faults), tuple(notes), bool(doubt))


def counts_columns(cells: Sequence[str]) -> bool:
    """Whether a row under a heading only counts its columns: (1) (2) (3)."""
    filled = [re.sub(r"\D", "", cell) for cell in cells if cell]
    short = all(len(cell) <= 4 for cell in cells)
    return short and len(filled) > 1 and filled == [str(n) for n in range(1, len(filled) + 1)]


def _text_faults(text: str) -> list[str]:
    if not text:
        return ["Chưa có nội dung câu hỏi. Điền nội dung hoặc xóa dòng."]
    if len(said_alike(text)) < SHORTEST_TEXT:
        return ["Nội dung quá ngắn. Viết rõ việc gì, ở đâu."]
    if len(text) > LONGEST_TEXT:
        return [
            f"Nội dung dài {len(text)} ký tự. Rút còn {LONGEST_TEXT} hoặc tách thành nhiều dòng."
        ]
    return []


def _doubt(text: str) -> str:
    """Why this may be no question at all, "" when it reads like one."""
    said = len(text.split())
    if text in FIELDS.values() or (said <= HEADING_WORDS and field_of(text)):
        return LIKE_HEADING
    return TOO_FEW_WORDS if said <= FEW_WORDS else ""


def _length_faults(values: Mapping[str, Any]) -> list[str]:
    return [
        f"Rút {CALLED[name]} còn {most} ký tự."
        for name, most in LONGEST.items()
        if len(values.get(name, "")) > most
    ]


def _contact(values: dict[str, Any], said: Mapping[str, str], faults: list[str]) -> list[str]:
    """Contact is kept only with consent; what is left out is said once."""
    phone, email = said.get("phone", ""), said.get("email", "").strip()
    values |= {"phone": "", "email": "", "consents_contact": False}
    if not (phone or email):
        return []
    if not _is_yes(said.get("consents_contact", "")):
        return [NO_CONSENT]
    try:
        values["phone"] = read_phone(_with_zero(phone))
    except ValueError as fault:
        faults.append(str(fault))
    if email and (not _EMAIL.fullmatch(email) or len(email) > LONGEST["email"]):
        faults.append("Viết địa chỉ thư theo mẫu ten@vidu.vn, hoặc xóa để trống.")
    values |= {"email": email, "consents_contact": True}
    return []


def _with_zero(phone: str) -> str:
    """Excel drops the first 0 of a number kept as a number."""
    return f"0{phone}" if re.fullmatch(r"[2-9]\d{8,9}", phone) else phone


def _name(values: dict[str, Any], said: Mapping[str, str]) -> list[str]:
    agreed = _is_yes(said.get("consents_name", ""))
    values["consents_name"] = agreed and bool(values["sender_name"])
    return [NO_NAME] if agreed and not values["sender_name"] else []


def _is_yes(cell: str) -> bool:
    return cell.strip() in {"✓", "✔", "☑", "+"} or said_alike(cell) in YES


def _day(cell: str, today: date, faults: list[str]) -> str:
    """The ISO day of a cell such as 24/5/2022 or 2022-05-24, "" for none."""
    found = _DAY.search(_ISO_DAY.sub(r"\3/\2/\1", cell))
    if not found:
        if cell:
            faults.append("Viết ngày gửi theo thứ tự ngày/tháng/năm, ví dụ 24/5/2022.")
        return ""
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        faults.append("Xem lại ngày gửi: không có ngày này trong lịch.")
        return ""
    if day > today:
        faults.append("Xem lại ngày gửi: ngày ghi sau hôm nay.")
    return day.isoformat()
