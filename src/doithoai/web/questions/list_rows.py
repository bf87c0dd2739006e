"""The rows of a received list as a page or a sheet shows them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from doithoai.questions.actions.lists import MOST_ROWS
from doithoai.questions.models import ListRow, Part, Question, ReceivedList, RowVerdict
from doithoai.questions.rules import FIELDS, LOOKS_AT, field_of
from doithoai.questions.states import QuestionState
from doithoai.reading.lists import open_list
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.questions.list_forms import column_letter
from doithoai.web.questions.listing import Chip

SHAPES = {
    RowVerdict.NEW: "new",
    RowVerdict.DUPLICATE: "merged",
    RowVerdict.FAULTY: "late",
}
TAKEN_HEAD = ("Dòng", "Mã biên nhận", "Câu hỏi, kiến nghị", "Kết quả")
TO_MEND = "Cần sửa"
SEALED = "Nội dung chỉ người phân loại đơn được xem."
LONGEST_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row: what it says, masked, what would become of it, and what has."""

    row: ListRow
    question: Question | None
    is_letter: bool

    @property
    def text(self) -> str:
        """The question, its personal data masked; of a letter passed on nothing."""
        if self.is_letter:
            return SEALED
        said = self.row.submission.text if self.row.submission else self.row.values.get("text", "")
        return mask(nfc(said))

    @property
    def shape(self) -> str:
        """The shape of the verdict."""
        return SHAPES[RowVerdict(self.row.verdict)]

    @property
    def notes(self) -> list[str]:
        """What is left out of the row, and why."""
        return list(self.row.values.get("notes", []))


def shown(rows: Iterable[ListRow]) -> list[RowShown]:
    """The rows with the question each is like; a letter passed on has no page and no words."""
    found = list(rows)
    made = [row.submission_id for row in found if row.submission_id]
    letters = set(
        Part.objects.filter(submission__in=made, question__state=QuestionState.PASSED_ON)
        .order_by()
        .values_list("submission", flat=True)
    )
    like = {row.like_submission_id for row in found if row.like_submission_id}
    asked = Question.objects.exclude(state=QuestionState.PASSED_ON)
    pairs = asked.filter(parts__submission__in=like).values_list("parts__submission", "pk")
    by_submission = dict(pairs)
    questions = asked.in_bulk(by_submission.values())
    return [
        RowShown(
            row,
            questions.get(by_submission.get(row.like_submission_id or 0, 0)),
            row.submission_id in letters,
        )
        for row in found
    ]


def verdict_chips(counts: Mapping[str, int], chosen: str) -> list[Chip]:
    """Each verdict with its count; the chosen one links back to all."""
    return [
        Chip(
            verdict.label,
            "?" if verdict == chosen else f"?la={verdict.value}",
            verdict == chosen,
            counts[verdict],
        )
        for verdict in RowVerdict
    ]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the first rows: its column, what it says, masked, and whether it is a name."""

    letter: str
    text: str
    is_name: bool


def samples(received: ReceivedList) -> list[list[Cell]]:
    """The first rows, for confirming the columns."""
    columns = received.columns
    name = columns["fields"].get("sender_name")
    return [
        [
            Cell(column_letter(place), mask(nfc(cell))[:LONGEST_SAMPLE], place == name)
            for place, cell in enumerate(row)
        ]
        for row in columns["samples"]
    ]


def heads(received: ReceivedList) -> list[tuple[str, str]]:
    """Letter and label of each column."""
    columns: dict[str, Any] = received.columns
    width = max([len(columns["labels"]), *map(len, columns["samples"])], default=0)
    labels: Sequence[str] = columns["labels"] + [""] * width
    return [(column_letter(place), labels[place]) for place in range(width)]


def taken_rows(rows: Iterable[ListRow]) -> Iterator[tuple[Any, ...]]:
    """Row, receipt, question masked, result: what goes back to who sent the list."""
    for row in shown(rows):
        made = row.row.submission
        code = made.code if made and not row.is_letter else ""
        result = "Đã nhận" if made else f"Không nhận: {row.row.get_verdict_display().lower()}"
        yield row.row.number, code, row.text, result


def faulty_sheet(
    received: ReceivedList, rows: Iterable[ListRow]
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Head and rows to be mended: every column as typed, what to mend in the last.

    Each column stands under a name that is recognised when the mended file comes back.
    """
    found = open_list(
        bytes(received.content), received.file_name, most_rows=MOST_ROWS + LOOKS_AT + 1
    )
    names = _recognised(received.columns, len(found.rows[0]) if found.rows else 0)
    kept = [place for place, name in enumerate(names) if name != TO_MEND]
    head = [*(names[place] for place in kept), TO_MEND]
    return head, [
        (*_typed(found.rows[row.number - 1], kept), f"Dòng {row.number}: {row.fault}")
        for row in rows
    ]


def _typed(cells: Sequence[str], places: Iterable[int]) -> Iterator[str]:
    """The cells at these places; a row may end before the others do."""
    return (cells[place] if place < len(cells) else "" for place in places)


def _recognised(columns: Mapping[str, Any], width: int) -> list[str]:
    """The name of each column; one known only from an official's choice bears what it is."""
    labels = (list(columns["labels"]) + [""] * width)[:width]
    for name, place in columns["fields"].items():
        if place < width and field_of(labels[place]) != name:
            given = f" ({labels[place]})" if labels[place] else ""
            labels[place] = FIELDS[name] + given
    return [label or f"Cột {column_letter(place)}" for place, label in enumerate(labels)]
