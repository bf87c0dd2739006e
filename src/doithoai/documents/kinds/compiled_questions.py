"""Bảng tổng hợp ý kiến: sums by field and agency, then every question and petition."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.paper import (
    Align,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
)


@dataclass(frozen=True, slots=True)
class CompiledQuestion:
    """One matter: in whose hands, how far."""

    code: str
    wording: str
    kind: str
    asked: int
    agency: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class CompiledFacts:
    """Questions under their topics; `slips` is how many submissions they came in.

    `apart` counts slips that stand in no line of their own, by what became of them; `several` those
    that ask several matters and are counted with each, `placed` those that stand in some line.
    `unsorted` questions nobody has decided yet. `batch` tells of the sending the paper goes with.
    """

    out: Outgoing
    event: Event
    slips: int
    topics: tuple[tuple[str, tuple[CompiledQuestion, ...]], ...]
    apart: tuple[tuple[str, int], ...] = ()
    several: int = 0
    placed: int | None = None
    unsorted: int = 0
    batch: str = ""

    @property
    def questions(self) -> tuple[CompiledQuestion, ...]:
        """All of them, topic by topic."""
        return tuple(question for _, questions in self.topics for question in questions)


COLUMNS = (
    Column("TT", 1.1, Align.CENTRE),
    Column("Mã", 1.3, Align.CENTRE),
    Column("Nội dung", 8),
    Column("Loại", 1.8),
    Column("Số phiếu", 1.3, Align.CENTRE),
    Column("Cơ quan trả lời", 3.6),
    Column("Kết quả", 2.4),
)


NO_AGENCY = "Chưa chọn cơ quan"
TOTAL = "Tổng cộng"


def compiled_questions(facts: CompiledFacts) -> Paper:
    """Sums by topic and by agency, then one table, topic by topic."""
    by_topic = sums_of((topic, one) for topic, questions in facts.topics for one in questions)
    return Paper(
        letterhead=letterhead(facts.out),
        title="BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ",
        subject=f"Gửi đến {facts.event.name}",
        body=(
            Paragraph(_said(facts)),
            Heading("I. SỐ LƯỢNG THEO NỘI DUNG"),
            _sums("Nội dung", by_topic),
            Heading("II. SỐ LƯỢNG THEO CƠ QUAN TRẢ LỜI"),
            _sums("Cơ quan", sums_by_agency(facts)),
            Heading("III. CÁC CÂU HỎI, KIẾN NGHỊ"),
            Table(COLUMNS, tuple(_lines(facts)), is_compact=True),
            closing(facts.out),
        ),
        is_landscape=True,
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """How many matters of each kind stand under a name, and on how many slips."""

    name: str
    kinds: dict[str, int]
    matters: int
    slips: int


def sums_of(questions: Iterable[tuple[str, CompiledQuestion]]) -> list[Sum]:
    """One sum a name, in the order met; the last adds them up. Nothing gives nothing."""
    met: dict[str, list[CompiledQuestion]] = {}
    for name, question in questions:
        met.setdefault(name, []).append(question)
    if not met:
        return []
    everything = [question for group in met.values() for question in group]
    return [_sum(name, group) for name, group in [*met.items(), (TOTAL, everything)]]


def sums_by_agency(facts: CompiledFacts) -> list[Sum]:
    """A sum an agency, those with most matters first, what nobody was chosen for last."""
    sums = sums_of((one.agency or NO_AGENCY, one) for one in facts.questions)
    return sorted(
        sums, key=lambda line: (line.name == TOTAL, line.name == NO_AGENCY, -line.matters)
    )


def _sum(name: str, group: list[CompiledQuestion]) -> Sum:
    kinds = Counter(question.kind for question in group)
    return Sum(name, dict(kinds), len(group), sum(question.asked for question in group))


def _sums(head: str, sums: list[Sum]) -> Table:
    """A line a name; only kinds that somebody sent have a column."""
    kinds = list(sums[-1].kinds) if sums else []
    columns = (
        Column("TT", 1.1, Align.CENTRE),
        Column(head, 9),
        *(Column(kind, 1.8, Align.CENTRE) for kind in kinds),
        Column("Tổng số câu", 1.8, Align.CENTRE),
        Column("Số phiếu", 1.8, Align.CENTRE),
    )
    rows = []
    for number, line in enumerate(sums, start=1):
        is_total = line.name == TOTAL
        counts = [padded(line.kinds[kind]) if kind in line.kinds else "0" for kind in kinds]
        first = "" if is_total else str(number)
        cells = (first, line.name, *counts, padded(line.matters), padded(line.slips))
        rows.append(Row(cells, RowStyle.TOTAL if is_total else RowStyle.PLAIN))
    return Table(columns, tuple(rows), is_compact=True)


def _said(facts: CompiledFacts) -> str:
    said = (
        f"Đến nay đã nhận {padded(facts.slips)} phiếu ý kiến, tổng hợp thành "
        f"{padded(len(facts.questions))} {_kinds(facts)}."
    )
    apart = "; ".join(f"{padded(count)} phiếu {what}" for what, count in facts.apart if count)
    parts = (
        said,
        f"Trong đó có {apart}." if apart else "",
        column_words(facts),
        f"Còn {padded(facts.unsorted)} câu chưa phân loại." if facts.unsorted else "",
        facts.batch,
    )
    return " ".join(filter(None, parts))


def _kinds(facts: CompiledFacts) -> str:
    """The kinds that have a column: `câu hỏi, kiến nghị`."""
    kinds = dict.fromkeys(question.kind.lower() for question in facts.questions)
    return ", ".join(kinds) or "câu hỏi"


def column_words(facts: CompiledFacts) -> str:
    """Why the column of slips does not add up to the slips received; "" when it does."""
    if facts.placed is None:
        return ""
    column = sum(question.asked for question in facts.questions)
    gone, again = facts.slips - facts.placed, column - facts.placed
    why = [
        f"trừ {padded(gone)} phiếu không còn ở câu nào (rút lại, chuyển theo luật)" if gone else "",
        f"thêm {padded(again)} lượt vì {padded(facts.several)} phiếu có nhiều việc, tính ở mỗi câu"
        if again
        else "",
    ]
    told = "; ".join(filter(None, why))
    return (
        f"Cột Số phiếu cộng lại là {padded(column)}: {padded(facts.slips)} phiếu, {told}."
        if told
        else ""
    )


def _lines(facts: CompiledFacts) -> Iterable[Row]:
    number = 0
    for topic, questions in facts.topics:
        yield Row((topic,), RowStyle.GROUP)
        for question in questions:
            number += 1
            yield _row(number, question)


def _row(number: int, question: CompiledQuestion) -> Row:
    return Row(
        (
            str(number),
            question.code,
            question.wording,
            question.kind,
            padded(question.asked),
            question.agency,
            question.state,
        )
    )
