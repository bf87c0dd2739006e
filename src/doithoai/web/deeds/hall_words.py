"""Words for what the trail keeps of the hall and of papers issued."""

from doithoai.hall.states import AudienceState, MinutesState

DEEDS = {
    "documents.download": "Tải văn bản có tên người",
    "documents.issue": "Phát hành văn bản",
    "hall.added": "Thêm lượt phát biểu",
    "hall.answered": "Ghi trả lời xong tại hội trường",
    "hall.answering": "Mời trả lời tại hội trường",
    "hall.ask_from_phone": "Gửi câu hỏi từ điện thoại",
    "hall.audience": "Mở, đóng nhận câu hỏi từ điện thoại",
    "hall.called": "Mời phát biểu",
    "hall.closed": "Bế mạc hội nghị",
    "hall.continued": "Tiếp tục hội nghị",
    "hall.draft_minutes": "Ghi biên bản từ diễn biến",
    "hall.intervened": "Ghi phát biểu xen",
    "hall.item_finished": "Kết thúc mục chương trình",
    "hall.item_started": "Bắt đầu mục chương trình",
    "hall.judge": "Xét câu hỏi từ điện thoại",
    "hall.key": "Đổi đường dẫn màn hình lớn",
    "hall.limits": "Đổi thời lượng phát biểu",
    "hall.moved": "Đổi thứ tự lượt phát biểu",
    "hall.named": "Ghi người phát biểu",
    "hall.open_session": "Mở phiên hội trường",
    "hall.paused": "Tạm nghỉ hội nghị",
    "hall.put_off": "Chuyển trả lời bằng văn bản",
    "hall.requeued": "Trả lượt về hàng chờ",
    "hall.resumed": "Tiếp tục lượt đang dở",
    "hall.return_minutes": "Trả lại biên bản",
    "hall.save_minutes": "Lưu biên bản",
    "hall.screen": "Đổi màn hình lớn",
    "hall.sign_minutes": "Ký biên bản",
    "hall.speaking": "Bắt đầu phát biểu",
    "hall.started": "Khai mạc hội nghị",
    "hall.submit_minutes": "Trình ký biên bản",
    "hall.undone": "Hoàn tác tại hội trường",
    "hall.withdrawn": "Rút lượt phát biểu",
}
NAMES = {
    "audience_state": "trạng thái",
    "minutes_state": "biên bản",
    "pdf_sha256": "mã băm tệp PDF",
    "subject": "về ai, việc gì (khóa)",
    "turns": "số lượt",
}
LABELS = {
    "audience_state": dict(AudienceState.choices),
    "minutes_state": dict(MinutesState.choices),
}
