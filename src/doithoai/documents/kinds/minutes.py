"""Biên bản: the minutes, signed by secretary and chair (NĐ 30/2020, mẫu 1.9)."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.paper import Block, Closing, Labelled, Paper, Paragraph, Signature

LABELS = (
    "Thời gian bắt đầu",
    "Địa điểm",
    "Thành phần tham dự",
    "Chủ trì",
    "Thư ký",
    "Nội dung (theo diễn biến hội nghị)",
)


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """The text as the secretary wrote it, and the two who sign."""

    out: Outgoing
    event: Event
    text: str
    secretary: str = ""
    chair: str = ""


def minutes(facts: MinutesFacts) -> Paper:
    """The minutes; a model form without place and day in its letterhead."""
    return Paper(
        letterhead=letterhead(facts.out, is_dated=False),
        title="BIÊN BẢN",
        subject=facts.event.name,
        body=(
            *(_line(line) for line in _own_lines(facts.text)),
            Closing(
                (Signature(("THƯ KÝ",), facts.secretary), Signature(("CHỦ TỌA",), facts.chair))
            ),
        ),
    )


def _own_lines(text: str) -> list[str]:
    """The lines after the title, which the paper has in its own place."""
    head, _, rest = text.strip().partition("\n\n")
    said = rest if head.upper().startswith("BIÊN BẢN") else text
    return [line.strip() for line in said.splitlines() if line.strip()]


def _line(line: str) -> Block:
    label, sign, words = line.partition(":")
    if sign and label in LABELS and words.strip():
        return Labelled(label, words.strip())
    return Paragraph(line, is_bold=bool(sign) and label in LABELS)
