"""How long a sorting step can be undone and a question is held, and what senders are told."""

from datetime import timedelta

UNDO_FOR = timedelta(minutes=10)
HOLD_FOR = timedelta(minutes=2)

CLOSE = "Ý kiến gốc vẫn được lưu nguyên. Tra cứu bằng mã {code}."
TOLD = {
    "set_aside": "Ý kiến mã {code} không đưa vào hội nghị đối thoại. Lý do: {reason}.",
    "merged": "Ý kiến mã {code} được gộp với câu hỏi cùng nội dung, số {into}, để trả lời chung.",
    "passed_on": (
        "Nội dung trong phiếu mã {code} không thuộc phạm vi hội nghị đối thoại. "
        "Cơ quan có thẩm quyền giải quyết: {body}. {next}"
    ),
    "restored": (
        "Ý kiến mã {code} được xem xét lại để đưa vào hội nghị đối thoại. "
        "Điều đã báo trước đây về ý kiến này không còn hiệu lực."
    ),
    "unmerged": (
        "Ý kiến mã {code} được tách khỏi câu hỏi đã gộp để xem xét riêng. "
        "Điều đã báo trước đây về việc gộp không còn hiệu lực."
    ),
}
"""What a sender is told by what was decided, by letter or on the telephone."""

TAKEN_BACK = frozenset({"restored", "unmerged"})
"""What is said only to take back something said before."""
