"""Days for a request about personal data, and whether somebody is who left it."""

from collections.abc import Iterable

from doithoai.vietnamese.letters import fold_in_place, nfc

ANSWERED = (
    "Kính gửi ông/bà,\n\nYêu cầu “{wish}” của phiếu mã {code}: {verdict}.\n\n{answer}\n\n"
    "Xem lại trên trang tra cứu bằng mã {code}."
)
_DAYS = {"access": 10, "correction": 10, "deletion": 20}


def days_for(kind: str) -> int:
    """Days to do what is asked (NĐ 356/2025/NĐ-CP): 10 to give or correct, 20 to delete."""
    return _DAYS[kind]


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
