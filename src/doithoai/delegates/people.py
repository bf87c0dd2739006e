"""People as an agency sends them in a sheet: columns found, rows read, faults in words (pure)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from doithoai.vietnamese.letters import fold, nfc
from doithoai.vietnamese.phones import DIGITS, read_phone

COLUMNS: dict[str, str] = {
    "family": r"ho (va )?(ten )?(dem|lot|chu lot)|ho",
    "full_name": r"(ho (va )?ten|ten dai bieu|ho, ten).*",
    "given": r"ten",
    "post": r"chuc (vu|danh).*",
    "organisation": r"(don vi|co quan|noi cong tac|noi o|dia chi|to chuc).*",
    "phone": r"(so )?(dien thoai|dt|di dong)( .*)?|sdt",
    "email": r"(thu dien tu|e-?mail|mail|hop thu).*",
    "wants_to_speak": r"(dang ky )?phat bieu.*",
    "paid_by_budget": r"(ngan sach|che do|chi tra).*",
}
"""How offices call a column, folded; the first that fits wins."""
LONGEST = {"full_name": 120, "post": 200, "organisation": 200, "phone": 20, "email": 254}
MOST_ROWS = 500
HEAD_WITHIN = 20
NO_HEAD = (
    "Không thấy cột “Họ và tên” hoặc “Chức vụ” trong {rows} dòng đầu. "
    "Ghi tên cột ở một dòng, hoặc tải mẫu về rồi chép danh sách vào."
)
_NO = frozenset({"khong", "k", "no", "0", "false", "-"})


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of one person who is to attend."""

    full_name: str = ""
    post: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    wants_to_speak: bool = False
    paid_by_budget: bool | None = None

    def values(self) -> dict[str, Any]:
        """By field."""
        return asdict(self)

    def placed_in(self, organisation: str) -> "Person":
        """The same person, of this organisation when none was said."""
        return self if self.organisation else replace(self, organisation=organisation)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row of the sheet: its number there, the person, what must be mended."""

    number: int
    person: Person
    faults: tuple[str, ...] = field(default=())


class NotAList(ValueError):
    """The sheet is no list of people; says what to do."""


def read_people(rows: Iterable[Sequence[Any]]) -> list[PersonRow]:
    """The people of a sheet, whatever the names and order of its columns. Raises NotAList."""
    table = [[_text(cell) for cell in row] for row in rows]
    head, columns = _head(table)
    found = [
        _person(number, {name: row[at] for name, at in columns.items() if at < len(row)})
        for number, row in enumerate(table[head + 1 :], start=head + 2)
        if any(row[at] for at in columns.values() if at < len(row))
    ]
    if not found:
        raise NotAList("Bảng chưa có dòng nào. Ghi mỗi đại biểu một dòng rồi tải lên lại.")
    if len(found) > MOST_ROWS:
        raise NotAList(f"Bảng có {len(found)} dòng; mỗi lần nhập nhiều nhất {MOST_ROWS} dòng.")
    return found


def _head(table: list[list[str]]) -> tuple[int, dict[str, int]]:
    """The row that names the columns, and where each column stands."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(table[:HEAD_WITHIN]):
        columns = _columns(row)
        if len(columns) > len(best[1]):
            best = (number, columns)
    columns = best[1]
    if not {"full_name", "post", "given"} & set(columns):
        raise NotAList(NO_HEAD.format(rows=HEAD_WITHIN))
    return best


def _columns(row: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        said = " ".join(fold(cell).replace("*", " ").split())
        name = next((n for n, cue in COLUMNS.items() if re.fullmatch(cue, said)), None)
        if name:
            columns.setdefault(name, at)
    return columns


def _person(number: int, cells: Mapping[str, str]) -> PersonRow:
    texts = {name: cells.get(name, "") for name in LONGEST}
    split = " ".join(filter(None, [cells.get("family", ""), cells.get("given", "")]))
    texts["full_name"] = texts["full_name"] or split
    faults = list(_faults(texts))
    try:
        texts["phone"] = read_phone(_whole(texts["phone"]))
    except ValueError as fault:
        faults.append(str(fault))
    person = Person(
        **texts,
        wants_to_speak=bool(_said(cells.get("wants_to_speak", ""))),
        paid_by_budget=_said(cells.get("paid_by_budget", "")),
    )
    return PersonRow(number, person, tuple(faults))


def _faults(texts: Mapping[str, str]) -> Iterator[str]:
    if not texts["full_name"] and not texts["post"]:
        yield "Ghi họ và tên, hoặc chức vụ nếu chưa biết tên."
    if re.search(r"\d", texts["full_name"]):
        yield "Họ và tên có chữ số. Xem lại có nhầm cột không."
    if texts["email"] and not _is_address(texts["email"]):
        yield "Viết thư điện tử theo mẫu ten@vidu.vn, hoặc để trống."
    for name, longest in LONGEST.items():
        if len(texts[name]) > longest:
            yield f"Chữ quá dài ở một ô: {len(texts[name])} ký tự, nhiều nhất {longest}."


def _is_address(text: str) -> bool:
    """Whether a letter can be sent there: the same check the letters themselves make."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _said(text: str) -> bool | None:
    """What a yes-or-no cell says: x, có, 1; không, 0; nothing."""
    if not text:
        return None
    return fold(text) not in _NO


def _whole(phone: str) -> str:
    """A number that Excel took for an amount gets its first zero back."""
    return f"0{phone}" if phone.isdecimal() and len(phone) == DIGITS - 1 else phone


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(nfc(str(cell)).split())
