"""Phiếu chuyển đơn: sends a complaint or denunciation to the body that must settle it."""

from doithoai.documents.kinds.guidance_slip import LetterFacts, received
from doithoai.documents.kinds.outgoing import closing, letterhead
from doithoai.documents.paper import Addressees, Paper, Paragraph

SEALED = (
    "Họ tên, địa chỉ của người tố cáo và bản gốc đơn gửi kèm trong phong bì niêm phong, giữ bí mật "
    "theo Luật Tố cáo."
)
ENCLOSED = "Bản gốc đơn gửi kèm."


def transfer_slip(facts: LetterFacts) -> Paper:
    """What came, to whom it is sent; of a denunciation neither sender nor words."""
    return Paper(
        letterhead=letterhead(facts.out),
        title="PHIẾU CHUYỂN",
        subject=f"Đơn {facts.name}",
        body=(
            Addressees((facts.body,)),
            *received(facts),
            Paragraph(
                f"Căn cứ {facts.law}, {facts.out.issuer_name} chuyển đơn đến {facts.body} "
                "để xem xét, giải quyết theo thẩm quyền và thông báo kết quả theo quy định của "
                "pháp luật."
            ),
            Paragraph(f"{SEALED if facts.kind == 'denunciation' else ENCLOSED}/."),
            closing(facts.out),
        ),
    )
