"""Phiếu hướng dẫn: tells who sent a complaint or denunciation where the law wants it sent."""

from dataclasses import dataclass
from datetime import date

from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.paper import Addressees, Labelled, Paper, Paragraph
from doithoai.questions.rules.laws import LETTERS, in_force
from doithoai.vietnamese.dates import official_date

NAMES = {"complaint": "khiếu nại", "denunciation": "tố cáo"}


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """One letter on its way by law; `kind` is complaint or denunciation.

    Of a denunciation sender, place and matter stay blank: the paper names nobody.
    """

    out: Outgoing
    event: Event
    kind: str
    received_on: date
    body: str
    ground: str
    sender: str = ""
    place: str = ""
    matter: str = ""

    @property
    def name(self) -> str:
        """`khiếu nại` or `tố cáo`."""
        return NAMES[self.kind]

    @property
    def law(self) -> str:
        """What it is passed on by, in force on the day it came."""
        return in_force(LETTERS[self.kind], self.received_on)


def guidance_slip(facts: LetterFacts) -> Paper:
    """What came, why it is not handled here, where it is to be sent."""
    issuer = facts.out.issuer_name
    return Paper(
        letterhead=letterhead(facts.out),
        title="PHIẾU HƯỚNG DẪN",
        subject=f"Gửi đơn {facts.name} đến cơ quan có thẩm quyền",
        body=(
            Addressees((f"Ông (bà) {facts.sender}" if facts.sender else "Người gửi đơn",)),
            *received(facts),
            Paragraph(
                f"Căn cứ {facts.law}, nội dung nêu trên không thuộc phạm vi "
                f"{facts.event.name}, không thuộc thẩm quyền giải quyết của {issuer}."
            ),
            Paragraph(
                f"{issuer} hướng dẫn ông (bà) gửi đơn đến {facts.body} để được xem xét, giải quyết "
                "theo quy định của pháp luật./."
            ),
            closing(facts.out),
        ),
    )


def received(facts: LetterFacts) -> tuple[Paragraph | Labelled, ...]:
    """When it came, from whom and about what, as far as the law lets that be written."""
    place = f", {facts.place}" if facts.place else ""
    who = f" của ông (bà) {facts.sender}{place}" if facts.sender else ""
    opening = Paragraph(
        f"{official_date(facts.received_on).capitalize()}, {facts.out.issuer_name} nhận được đơn "
        f"{facts.name}{who} gửi đến {facts.event.name}."
    )
    matter = (Labelled("Nội dung", facts.matter),) if facts.matter else ()
    return (opening, *matter, Labelled("Dấu hiệu", facts.ground))
