"""Which column of a received list is what, whatever it is called and wherever it stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from doithoai.questions.rules.fingerprints import said_alike

LOOKS_AT = 40
LONGEST_LABEL = 80
SENTENCE = 5
"""Words on average from which a column without a name may be what people ask."""
FIELDS = {
    "text": "Nội dung câu hỏi, kiến nghị",
    "sender_name": "Họ và tên người gửi",
    "sender_unit": "Nơi ở, nơi làm việc",
    "phone": "Số điện thoại",
    "email": "Thư điện tử",
    "consents_contact": "Đồng ý để báo kết quả",
    "consents_name": "Đồng ý nêu tên khi công khai",
    "day": "Ngày gửi",
    "note": "Ghi chú",
}
"""What a column may be; any other is not read."""

# Longer names first where one holds another; all without marks, as `said_alike` gives them.
_NAMES: Mapping[str, str] = {
    "consents_contact": r"dong y (?:\w+ ){0,5}(?:lien he|lien lac|ket qua|tra loi|dien thoai)"
    r"|dong y de (?:bao|lien)|cho phep lien he",
    "consents_name": r"dong y (?:\w+ ){0,4}(?:neu|cong khai|hien|ghi) (?:\w+ ){0,2}ten"
    r"|(?:neu|hien|cong khai|ghi) (?:ho )?ten(?: khi cong khai)?$|cho phep neu ten",
    "phone": r"(?:so )?(?:dien thoai(?: \w+){0,3}|dt|sdt|phone|mobile|tel|di dong|lien he|lien lac)"
    r"|sdt|so dt|so lien (?:he|lac)|dtdd",
    "email": r"(?:dia chi )?(?:e ?mail|thu dien tu|hop thu|gmail|mail)",
    "text": r"(?:noi dung|tom tat|chi tiet)(?: \w+){0,8}|cau hoi.*|y kien.*|kien nghi.*|de xuat.*"
    r"|phan anh.*|van de.*|question|content|cac (?:cau hoi|y kien|kien nghi).*"
    r"|nguyen vong.*|thac mac.*",
    "sender_name": r"ho (?:va )?ten.*|ten|ten (?:nguoi|hoi vien|cong dan|doan vien).*"
    r"|nguoi (?:gui|hoi|kien nghi|de xuat|phan anh|co y kien|neu|neu y kien|dat cau hoi).*"
    r"|hoi vien|cong dan|name|full name|nguoi dan|tac gia",
    "sender_unit": r"(?:ten )?(?:don vi|co quan|dia chi|noi o|noi lam viec|noi cong tac|to chuc"
    r"|cong ty|doanh nghiep|xa phuong|xa|phuong|thon|ap|khu pho|to dan pho|chi hoi|co so hoi"
    r"|cong doan|dia ban|dia phuong|que quan|noi thuong tru|thuong tru)(?: \w+){0,6}"
    r"|address|unit",
    "day": r"ngay(?: \w+){0,4}|thoi gian(?: \w+){0,3}|date",
    "note": r"ghi chu.*|note|luu y",
}
_COMPILED = {name: re.compile(f"(?:{pattern})") for name, pattern in _NAMES.items()}
_OTHERS = re.compile(r"tra loi|giai trinh|giai quyet|tiep thu|co quan tham muu")
"""What agencies say of a question is not the question."""
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is which field, counted from 0, below `head` rows of titles and headings."""

    head: int
    labels: tuple[str, ...]
    fields: Mapping[str, int]


def field_of(label: str) -> str:
    """What a heading names, "" when nothing of a list; only whole headings count."""
    folded = said_alike(_BRACKETS.sub(" ", label)) or said_alike(label)
    if not folded or len(label) > LONGEST_LABEL:
        return ""
    for name, pattern in _COMPILED.items():
        if pattern.fullmatch(folded) or (name.startswith("consents") and pattern.match(folded)):
            return "" if name == "text" and _OTHERS.search(folded) else name
    return ""


def find_columns(rows: Sequence[Sequence[str]]) -> Columns:
    """The heading below titles and merged cells, and what its columns are.

    Without one, a column of sentences is taken for the text, for a person to confirm; without
    such a column `fields` has no text.
    """
    best = Columns(0, (), {})
    for place in range(min(len(rows), LOOKS_AT)):
        for head in (_one_row(rows, place), _two_rows(rows, place)):
            if "text" in head.fields and len(head.fields) > len(best.fields):
                best = head
    return best if best.fields else _without_text_heading(rows)


def _one_row(rows: Sequence[Sequence[str]], place: int) -> Columns:
    return _named(place + 1, rows[place])


def _two_rows(rows: Sequence[Sequence[str]], place: int) -> Columns:
    """A heading of two rows: the lower one says what is below a merged cell."""
    if place + 1 == len(rows):
        return Columns(0, (), {})
    upper, lower = rows[place], rows[place + 1]
    below = [name for name in map(field_of, lower) if name]
    filled = [cell for cell in lower if cell]
    if not below or len(below) < len(filled):
        return Columns(0, (), {})
    return _named(place + 2, [low or up for up, low in zip(upper, lower, strict=True)])


def _named(head: int, labels: Sequence[str]) -> Columns:
    fields: dict[str, int] = {}
    for place, label in enumerate(labels):
        name = field_of(label)
        if name and name not in fields:
            fields[name] = place
    return Columns(head, tuple(" ".join(label.split()) for label in labels), fields)


def _without_text_heading(rows: Sequence[Sequence[str]]) -> Columns:
    """The row that names other things than the text, and the column of sentences below it."""
    width = max(map(len, rows), default=0)
    head = _head_of(rows)
    named = _named(head, rows[head - 1]) if head else Columns(0, ("",) * width, {})
    below = rows[head : head + LOOKS_AT]
    free = [place for place in range(width) if place not in named.fields.values()]
    words = {place: _words_of(row[place] for row in below if row[place]) for place in free}
    wordiest = max(free, key=lambda place: words[place], default=0)
    if words.get(wordiest, 0) < SENTENCE:
        return named
    return Columns(head, named.labels, {**named.fields, "text": wordiest})


def _head_of(rows: Sequence[Sequence[str]]) -> int:
    """The number of the first row of several short labels above rows of another kind, else 0."""
    for number, row in enumerate(rows[:LOOKS_AT], start=1):
        filled = [cell for cell in row if cell]
        if len(filled) < 2:
            continue
        below = rows[number : number + LOOKS_AT]
        return number if all(map(_is_label, filled)) and _differs(row, below) else 0
    return 0


def _is_label(cell: str) -> bool:
    return len(cell) <= LONGEST_LABEL and not re.search(r"\d|[?!.;]\s*$", cell)


def _differs(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a label is a known one, or stands over numbers or over sentences."""
    if any(field_of(cell) for cell in row):
        return True
    for place, label in enumerate(row):
        cells = [other[place] for other in below if other[place]]
        numbers = sum(1 for cell in cells if cell[0].isdigit())
        long = _words_of(cells) >= max(SENTENCE, 2 * len(label.split()))
        if label and cells and (long or numbers * 2 > len(cells)):
            return True
    return False


def _words_of(cells: Iterable[str]) -> float:
    """How many words a cell has on average; 0 for no cells."""
    counts = [len(cell.split()) for cell in cells]
    return sum(counts) / len(counts) if counts else 0
