"""Papers about money: what each adds up and says, from facts alone."""

from dataclasses import replace

from doithoai.documents.kinds.escalation_report import escalation_report
from doithoai.documents.kinds.estimate import EstimateFacts, estimate
from doithoai.documents.paper import Addressees, Labelled, Paragraph, Table
from tests.documents.facts import ESCALATION, EVENT, INNER, LINE


def test_an_estimate_is_added_up_and_said_in_words():
    facts = EstimateFacts(INNER, EVENT, "Ngân sách", (("Chi hội nghị", (LINE, LINE)),))

    asked, agreed = estimate(facts), estimate(replace(facts, is_appraised=True))

    assert totals(asked) == ("6.000.000", "Sáu triệu đồng chẵn./.")
    assert totals(agreed) == ("6.000.000", "Bốn triệu đồng chẵn./.")


def totals(paper):
    """The sum of the table and its words."""
    table = next(block for block in paper.body if isinstance(block, Table))
    words = next(b.text for b in paper.body if isinstance(b, Labelled) and b.label == "Bằng chữ")
    return table.rows[-1].cells[6], words


def test_a_report_beyond_authority_says_to_whom_why_and_how_much_was_asked_and_agreed():
    paper = escalation_report(ESCALATION)

    labels = {block.label: block.text for block in paper.body if isinstance(block, Labelled)}
    table = next(block for block in paper.body if isinstance(block, Table))
    texts = [block.text for block in paper.body if isinstance(block, Paragraph)]
    assert paper.body[0] == Addressees(("Hội đồng nhân dân tỉnh",))
    assert labels["Số tiền đề nghị"] == "12.000.000 đồng (Mười hai triệu đồng chẵn)."
    assert labels["Số tiền thẩm định"] == "8.000.000 đồng (Tám triệu đồng chẵn)."
    assert table.rows[-1].cells == ("", "TỔNG CỘNG", "12.000.000", "8.000.000", "")
    assert table.rows[3].cells[-1] == "Theo giá cũ"
    assert texts[-3:-1] == [
        "Kinh phí chưa có trong dự toán đầu năm.",
        "Đề nghị bổ sung 8.000.000 đồng.",
    ]
