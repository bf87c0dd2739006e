"""Arithmetic and advice about money, without a database: every amount is whole đồng."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.numbers import format_money

MOST_OF_A_LINE = 10**12
"""No line of a conference costs more than a thousand billion đồng."""

TOLD_SHARE = 10
"""A line spent over or under its approved amount by more than this percentage is explained."""

MOST_BYTES = 5 * 1024 * 1024
"""How heavy the scanned paper of one voucher may be."""

BREAK, OTHER = "break", "other"
MEALS = {"city": "meal_city", "town": "meal_town", "commune": "meal_commune"}
CUES = {
    BREAK: r"giai khat|nuoc uong giua gio",
    **dict.fromkeys(MEALS.values(), r"tien an|ho tro an|suat an"),
    "travel": r"phu cap luu tru|cong tac phi",
    "travel_sea": r"phu cap luu tru|cong tac phi",
}
AFTERNOON = time(13, 0)


def line_amount(quantity: int, times: int, rate: int) -> int:
    """Thành tiền: quantity × times × rate."""
    return quantity * times * rate


@dataclass(frozen=True, slots=True)
class Norm:
    """The most that may be paid for one item in some years, and the paper that says so."""

    key: int
    item: str
    content: str
    unit: str
    ceiling: int
    basis: str
    basis_on: date
    is_local: bool
    is_verified: bool
    valid_from: date
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def basis_words(self) -> str:
        """`Thông tư 40/2017/TT-BTC, ngày 28/4/2017`."""
        return f"{self.basis}, ngày {short_date(self.basis_on)}"


def norms_in_force(norms: Iterable[Norm], day: date) -> list[Norm]:
    """One norm an item on `day`: the province's own before the country's, the later first.

    Items that have no name of their own (`other`) all stay.
    """
    living = sorted(
        (norm for norm in norms if norm.holds_on(day)),
        key=lambda norm: (not norm.is_local, -norm.valid_from.toordinal(), norm.key),
    )
    first: dict[object, Norm] = {}
    for norm in living:
        first.setdefault(norm.key if norm.item == OTHER else norm.item, norm)
    return sorted(first.values(), key=lambda norm: (norm.item == OTHER, norm.content))


def norm_of(content: str, chosen: int | None, norms: Iterable[Norm]) -> Norm | None:
    """What a line is held against: the norm it names, else the highest its words speak of.

    `norms` are those in force; a norm that is no longer among them binds no more.
    """
    norms = list(norms)
    named = next((norm for norm in norms if norm.key == chosen), None)
    if named:
        return named
    words = fold(content)
    spoken = [n for n in norms if n.item in CUES and re.search(CUES[n.item], words)]
    return max(spoken, key=lambda norm: norm.ceiling, default=None)


def ceiling_warning(rate: int, norm: Norm | None) -> str:
    """Why a rate is too high, naming the paper; "" when it is not."""
    if norm is None or rate <= norm.ceiling:
        return ""
    doubt = "" if norm.is_verified else " Mức này chưa đối chiếu với văn bản gốc."
    return (
        f"Đơn giá {format_money(rate)} cao hơn mức chi tối đa {format_money(norm.ceiling)} "
        f"theo {norm.basis_words}.{doubt}"
    )


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people money is planned for.

    `unpaid` are delegates known to have no salary from the budget, `unknown` those of whom
    nobody has said.
    """

    expected: int
    listed: int
    unpaid: int
    unknown: int


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A line a person may take into the estimate, with the reason it is proposed."""

    key: str
    group: str
    content: str
    unit: str
    quantity: int
    times: int
    rate: int
    basis: str
    basis_on: date | None
    norm: int | None
    reason: str

    @property
    def amount(self) -> int:
        """What it comes to."""
        return line_amount(self.quantity, self.times, self.rate)


ACTUAL = "Khoản 2 Điều 11 Thông tư 40/2017/TT-BTC: chi theo thực tế, hợp đồng, hóa đơn"
ACTUAL_ON = date(2017, 4, 28)
BY_CONTRACT = (
    ("hall", "holding", "Thuê hội trường, âm thanh, máy chiếu", "buổi"),
    ("decoration", "holding", "Trang trí, ma-két, hoa", "hội nghị"),
    ("papers", "preparation", "In tài liệu, giấy mời, thẻ đại biểu", "bộ"),
)


def propose_lines(
    people: Headcount, norms: Iterable[Norm], *, meal: str, sessions: int
) -> list[ProposedLine]:
    """Lines that follow from the number of delegates and the norms of the day.

    `meal` is the meal item of the place (a value of MEALS), `sessions` how many half days.
    """
    by_item = {norm.item: norm for norm in norms}
    attending = people.expected or people.listed
    told = "theo kế hoạch" if people.expected else "trong danh sách"
    found: list[ProposedLine] = []
    if attending and BREAK in by_item:
        reason = f"{attending} đại biểu {told}, {sessions} buổi; lấy mức chi tối đa."
        found.append(_by_norm(by_item[BREAK], attending, sessions, reason))
    if people.unpaid and meal in by_item:
        reason = f"{people.unpaid} đại biểu không hưởng lương ngân sách trong danh sách, 1 ngày."
        if people.unknown:
            reason += f" Còn {people.unknown} đại biểu chưa ghi có hưởng lương hay không."
        found.append(_by_norm(by_item[meal], people.unpaid, 1, reason))
    return [*found, *(_by_contract(entry, attending, sessions) for entry in BY_CONTRACT)]


def _by_norm(norm: Norm, quantity: int, times: int, reason: str) -> ProposedLine:
    return ProposedLine(
        key=norm.item,
        group="holding",
        content=norm.content,
        unit="đại biểu",
        quantity=quantity,
        times=times,
        rate=norm.ceiling,
        basis=norm.basis,
        basis_on=norm.basis_on,
        norm=norm.key,
        reason=reason,
    )


def _by_contract(entry: tuple[str, str, str, str], attending: int, sessions: int) -> ProposedLine:
    key, group, content, unit = entry
    quantity = {"hall": sessions, "papers": attending or 1}.get(key, 1)
    reason = "Khoản chi hội nghị nào cũng có; đơn giá ghi theo báo giá, hợp đồng."
    return ProposedLine(key, group, content, unit, quantity, 1, 0, ACTUAL, ACTUAL_ON, None, reason)


def half_days(start: time | None, end: time | None) -> int:
    """How many half days a conference lasts: two when it goes on well into the afternoon."""
    return 2 if start and end and start < time(12) and end > AFTERNOON else 1


def propose_source(funding: str, has_finance: bool) -> tuple[str, str]:
    """(source, reason) read from the plan's words on money and its roles."""
    words = fold(funding)
    quoted = f"Kế hoạch ghi: “{funding.strip()}”"
    if "cong doan" in words:
        return "union", quoted
    if "ngan sach" in words:
        return "budget", quoted
    if re.search(r"xa hoi hoa|tai tro|van dong", words):
        return "other", quoted
    if has_finance:
        return "budget", "Kế hoạch giao cơ quan tài chính thẩm định dự toán"
    return "other", "Kế hoạch không ghi nguồn kinh phí"


def differs_much(approved: int, spent: int) -> bool:
    """Whether what was spent lies further from the approved amount than TOLD_SHARE percent."""
    return abs(spent - approved) * 100 > approved * TOLD_SHARE


SIGNATURES = (
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
)


def paper_kind(content: bytes) -> tuple[str, str] | None:
    """(media type, ending) of a scanned paper, told by its first bytes; None for anything else."""
    return next(
        ((kind, ending) for first, kind, ending in SIGNATURES if content.startswith(first)), None
    )
