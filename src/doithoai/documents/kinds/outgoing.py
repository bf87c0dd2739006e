"""How a paper leaves the house: letterhead, number, day, signer, recipients."""

from dataclasses import dataclass
from datetime import date

from doithoai.documents.paper import AnnexBreak, Closing, Letterhead, Signature
from doithoai.vietnamese.dates import official_date
from doithoai.vietnamese.roman import to_roman

GAP = "\u00a0" * 6
"""Room for a number or a day that is written in by hand."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Who issues and signs a paper; a blank `symbol` means that it bears no number.

    `issuer` and `parent` are the lines of the letterhead, in capitals; `capacity` the lines over
    the signature. What is not yet known stays blank and is left open on the paper.
    """

    issuer: tuple[str, ...]
    issuer_name: str
    place: str
    year: int
    parent: tuple[str, ...] = ()
    symbol: str = ""
    number: str = ""
    day: date | None = None
    capacity: tuple[str, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()

    @property
    def full_number(self) -> str:
        """`272/KH-UBND`, with room to write when the number is not known.

        A number of another make (`94-KH/TU`) is whole by itself.
        """
        if "/" in self.number:
            return self.number
        number = f"{int(self.number):02d}" if self.number.isdecimal() else self.number
        return f"{number or GAP}/{self.symbol}"

    @property
    def day_words(self) -> str:
        """`ngày 12 tháng 7 năm 2024`, or with room to write."""
        if self.day:
            return official_date(self.day)
        return f"ngày{GAP}tháng{GAP}năm {self.year}"


def letterhead(out: Outgoing, *, about: str = "", is_dated: bool = True) -> Letterhead:
    """The two columns at the top."""
    return Letterhead(
        issuer=out.issuer,
        parent=out.parent,
        number=f"Số: {out.full_number}" if out.symbol else "",
        place_and_day=f"{out.place}, {out.day_words}" if is_dated else "",
        about=about,
    )


def closing(out: Outgoing) -> Closing:
    """`Nơi nhận` and the one who signs."""
    return Closing((Signature(out.capacity, out.signer),), out.recipients)


def attached(kind: str, out: Outgoing) -> str:
    """`(Kèm theo Kế hoạch số 272/KH-UBND ngày 12 tháng 7 năm 2024 của …)`."""
    number = f" số {out.full_number}" if out.symbol else ""
    return f"(Kèm theo {kind}{number} {out.day_words} của {out.issuer_name})"


def annexes(
    titles: list[str], kind: str, out: Outgoing, *, is_landscape: bool = False
) -> list[AnnexBreak]:
    """The heads of the annexes: `Phụ lục` when there is one, numbered I, II … when more."""
    one = len(titles) == 1
    return [
        AnnexBreak(
            "Phụ lục" if one else f"Phụ lục {to_roman(place)}",
            title,
            attached(kind, out),
            is_landscape,
        )
        for place, title in enumerate(titles, start=1)
    ]
