"""Words for what the trail keeps of the conclusions room."""

from doithoai.conclusions.models import NoticePart, Verdict
from doithoai.conclusions.states import ExtensionState, ReportState

DEEDS = {
    "conclusions.add_item": "Thêm mục thông báo kết luận",
    "conclusions.amend_item": "Sửa mục thông báo kết luận",
    "conclusions.ask_extension": "Xin gia hạn cam kết",
    "conclusions.begin_notice": "Lập dự thảo thông báo kết luận",
    "conclusions.cancel": "Hủy cam kết",
    "conclusions.carry_over": "Chuyển cam kết sang hội nghị sau",
    "conclusions.confirm_item": "Xác nhận mục giao việc",
    "conclusions.decide_extension": "Quyết định gia hạn cam kết",
    "conclusions.judge_report": "Xem báo cáo tiến độ cam kết",
    "conclusions.mark_complex": "Đặt thời hạn công bố kết luận",
    "conclusions.move_item": "Đổi chỗ mục thông báo kết luận",
    "conclusions.promise": "Ghi cam kết",
    "conclusions.publish_notice": "Công bố thông báo kết luận",
    "conclusions.refill_notice": "Lấy thêm mục vào dự thảo kết luận",
    "conclusions.remove_item": "Bỏ mục thông báo kết luận",
    "conclusions.reopen": "Mở lại cam kết",
    "conclusions.report_progress": "Báo cáo tiến độ cam kết",
    "conclusions.return_notice": "Trả lại dự thảo kết luận",
    "conclusions.say_if_solved": "Người hỏi cho biết đã giải quyết chưa",
    "conclusions.sign_notice": "Ký thông báo kết luận",
    "conclusions.submit_notice": "Trình ký thông báo kết luận",
}
NAMES = {
    "claims_done": "báo đã làm xong",
    "commitments": "số cam kết",
    "is_complex": "cần 15 ngày",
    "items": "số mục",
    "kept_on": "ngày làm xong",
    "new_due": "hạn xin lùi đến",
    "position": "thứ tự",
    "question": "câu hỏi",
    "signed_on": "ngày ký",
    "signer_name": "người ký",
    "verdict": "ý kiến",
}
LABELS = {
    "part": dict(NoticePart.choices),
    "verdict": dict([*ReportState.choices, *ExtensionState.choices, *Verdict.choices]),
}
