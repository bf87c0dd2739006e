"""How long a sorting step can be undone and a question is held, and what senders are told."""

from datetime import timedelta

UNDO_FOR = timedelta(minutes=10)
HOLD_FOR = timedelta(minutes=2)

_CLOSE = "\n\nÝ kiến gốc vẫn được lưu nguyên. Tra cứu bằng mã {code}."
TOLD = {
    "set_aside": (
        "Kính gửi ông/bà,\n\nÝ kiến mã {code} không đưa vào hội nghị đối thoại. Lý do: {reason}."
        + _CLOSE
    ),
    "merged": (
        "Kính gửi ông/bà,\n\nÝ kiến mã {code} được gộp với câu hỏi cùng nội dung, số {into}, "
        "để trả lời chung." + _CLOSE
    ),
    "passed_on": (
        "Kính gửi ông/bà,\n\nNội dung trong phiếu mã {code} không thuộc phạm vi hội nghị đối "
        "thoại. Cơ quan có thẩm quyền giải quyết: {body}. {next}" + _CLOSE
    ),
}
"""Letters to senders by what was decided."""
