"""Days for a request about personal data, and whether somebody is who left it."""

from collections.abc import Iterable
from datetime import date

from doithoai.vietnamese.letters import fold_in_place, nfc

ANSWERED = (
    "Kính gửi ông/bà,\n\nYêu cầu “{wish}” của phiếu mã {code}: {verdict}.\n\n{answer}\n\n"
    "Xem lại trên trang tra cứu bằng mã {code}."
)
EXTENDED = (
    "Kính gửi ông/bà,\n\nYêu cầu “{wish}” của phiếu mã {code} được gia hạn đến ngày {day}.\n\n"
    "Lý do: {reason}\n\nXem lại trên trang tra cứu bằng mã {code}."
)
CONSENTS = {
    "phone": "Xóa số điện thoại, không liên hệ qua số này",
    "email": "Xóa địa chỉ thư điện tử, không liên hệ qua địa chỉ này",
    "consents_name": "Không nêu tên khi công khai",
    "consents_files": "Không cho cơ quan trả lời xem ảnh, giấy tờ kèm theo",
}
"""What a sender may take back, each by itself, by field of the submission."""
LONGEST_EXTENSION = 15
_DAYS = {"access": 10, "correction": 10, "deletion": 20, "restrict": 15, "withdrawal": 15}
_DAYS_SHARED = {"restrict": 20, "withdrawal": 20}


def days_for(kind: str, *, is_shared: bool = False) -> int:
    """Days to do what is asked (NĐ 356/2025/NĐ-CP): 10 to give or correct, 20 to delete, 15 to
    stop, restrict or take a consent back, 20 when another agency holds the question too."""
    return _DAYS_SHARED.get(kind, _DAYS[kind]) if is_shared else _DAYS[kind]


def next_day(reply_due: date, last_day: date, *, is_told: bool) -> date:
    """The day that counts now: to acknowledge, then to do."""
    return last_day if is_told else min(reply_due, last_day)


def is_same_person(typed: str, left: Iterable[str]) -> bool:
    """Whether what is typed is one of what the sender left: a telephone by its digits,
    an address or a name whatever the case, marks and spaces."""
    said = {_plain(typed), _digits(typed)} - {""}
    return any(said & ({_plain(one), _digits(one)} - {""}) for one in left)


def _plain(text: str) -> str:
    return " ".join(fold_in_place(nfc(text)).lower().split())


def _digits(text: str) -> str:
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"0{digits[2:]}" if digits.startswith("84") else digits if len(digits) > 8 else ""
