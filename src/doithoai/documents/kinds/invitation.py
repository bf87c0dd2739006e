"""Giấy mời: one sheet inviting one guest (NĐ 30/2020, mẫu 1.7)."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event, capitalised, ended, when, where
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.paper import Block, Labelled, Paper, Paragraph, QrCode


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """One guest; `reply_address` is the guest's own page, `badge` the code read at the door."""

    out: Outgoing
    event: Event
    guest: str
    badge: str = ""
    reply_address: str = ""
    notes: tuple[str, ...] = ()


def invitation(facts: InvitationFacts) -> Paper:
    """The invitation with the guest's own code."""
    body: list[Block] = [
        Labelled(f"{facts.out.issuer_name} trân trọng kính mời", facts.guest, is_strong=True),
        Labelled("Tới dự", ended(facts.event.name)),
        Labelled("Thời gian", ended(capitalised(when(facts.event)))),
        Labelled("Địa điểm", ended(capitalised(where(facts.event)))),
    ]
    if facts.event.chair:
        body.insert(2, Labelled("Chủ trì", ended(facts.event.chair)))
    body += [Paragraph(ended(note)) for note in facts.notes]
    body.append(Paragraph("Sự có mặt của đại biểu góp phần vào thành công của Hội nghị./."))
    body.append(closing(facts.out))
    if facts.reply_address:
        body.append(QrCode(facts.reply_address, _caption(facts.badge)))
    return Paper(
        letterhead=letterhead(facts.out),
        title="GIẤY MỜI",
        subject=f"Dự {facts.event.name}",
        body=tuple(body),
    )


def _caption(badge: str) -> str:
    words = "Quét mã để báo dự, cử người dự thay hoặc báo vắng"
    return f"{words}. Mã đại biểu: {badge}" if badge else words
