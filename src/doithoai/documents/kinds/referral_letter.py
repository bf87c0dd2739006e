"""Công văn chuyển câu hỏi: to one agency, with its questions as annex."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from doithoai.documents.kinds.event import Event, ended
from doithoai.documents.kinds.outgoing import Outgoing, annexes, closing, letterhead
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.paper import (
    Addressees,
    Align,
    Column,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from doithoai.vietnamese.dates import official_date, short_date


@dataclass(frozen=True, slots=True)
class ReferredQuestion:
    """One question the agency is to answer."""

    code: str
    wording: str
    topic: str
    due: date
    supporting: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """The questions of one agency; `basis` cites the plan, e.g. `Kế hoạch số 272/KH-UBND …`."""

    out: Outgoing
    event: Event
    agency: str
    questions: tuple[ReferredQuestion, ...]
    basis: str = ""
    chair: str = "Chủ tịch Ủy ban nhân dân tỉnh"


COLUMNS = (
    Column("TT", 1.1, Align.CENTRE),
    Column("Mã", 1.3, Align.CENTRE),
    Column("Câu hỏi, kiến nghị", 9.5),
    Column("Phối hợp", 3.8),
    Column("Hạn trả lời", 2, Align.CENTRE),
    Column("Ghi chú", 2.6),
)


def referral_letter(facts: ReferralFacts) -> Paper:
    """The letter on one page, the questions on its annex."""
    asked = padded(len(facts.questions))
    last = max(question.due for question in facts.questions)
    basis = f"Thực hiện {ended(facts.basis, ',')} " if facts.basis else ""
    head, *_ = annexes(["DANH MỤC CÂU HỎI, KIẾN NGHỊ"], "Công văn", facts.out, is_landscape=True)
    request = (
        f"{basis}{facts.out.issuer_name} chuyển {facts.agency} {asked} câu hỏi, kiến nghị gửi đến "
        f"{facts.event.name} (danh mục kèm theo)."
    )
    return Paper(
        letterhead=letterhead(
            facts.out, about=f"V/v trả lời câu hỏi, kiến nghị gửi đến {facts.event.name}"
        ),
        title="",
        subject="",
        body=(
            Addressees((facts.agency,)),
            Paragraph(request),
            Paragraph(
                f"Đề nghị {facts.agency} chủ trì, phối hợp với các cơ quan nêu trong danh mục "
                f"chuẩn bị nội dung trả lời từng câu, gửi {facts.out.issuer_name} thẩm định theo "
                f"hạn ghi ở danh mục, chậm nhất {official_date(last)}, để trình "
                f"{facts.chair} xem xét."
            ),
            Paragraph(
                "Nội dung trả lời nêu rõ căn cứ, việc đã làm và sẽ làm, cơ quan thực hiện và thời "
                "hạn; câu vượt thẩm quyền thì đề xuất cơ quan giải quyết./."
            ),
            closing(facts.out),
            head,
            Table(COLUMNS, tuple(_rows(facts)), is_compact=True),
        ),
    )


def _rows(facts: ReferralFacts) -> Iterator[Row]:
    """The questions under their topics, numbered through."""
    numbers = count(1)
    for topic in dict.fromkeys(question.topic for question in facts.questions):
        yield Row((topic,), RowStyle.GROUP)
        for question in facts.questions:
            if question.topic == topic:
                yield _row(next(numbers), question)


def _row(number: int, question: ReferredQuestion) -> Row:
    return Row(
        (
            str(number),
            question.code,
            question.wording,
            "; ".join(question.supporting),
            short_date(question.due),
            question.note,
        )
    )
