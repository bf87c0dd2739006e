"""Words for what the trail keeps of the questions room."""

DEEDS = {
    "questions.choose_for_hall": "Đưa câu hỏi ra hội trường",
    "questions.drop_from_hall": "Thôi đưa câu hỏi ra hội trường",
    "questions.forget_sender": "Xóa thông tin một người gửi",
    "questions.forget_senders": "Xóa thông tin người gửi",
    "questions.give_back": "Trả lại phần của câu tách ra",
    "questions.hand_over": "Gửi bảng tổng hợp câu hỏi",
    "questions.keep_routing_model": "Học cách đề xuất cơ quan",
    "questions.mark_answered": "Câu hỏi đã có trả lời",
    "questions.mark_referred": "Câu hỏi đã chuyển",
    "questions.add_lexicon_entry": "Thêm mục từ điển",
    "questions.merge": "Gộp vào câu khác",
    "questions.switch_lexicon_entry": "Bật, tắt mục từ điển",
    "questions.name_keepers": "Giao người giữ bí mật người tố cáo",
    "questions.open": "Lập câu hỏi",
    "questions.order_hall": "Sắp xếp câu hỏi tại hội trường",
    "questions.pass_on": "Chuyển đơn theo luật",
    "questions.receive": "Nhận ý kiến",
    "questions.receive_merged": "Nhận câu gộp vào",
    "questions.restore": "Đưa câu hỏi về mới nhận",
    "questions.select": "Chọn câu hỏi",
    "questions.send_on": "Ghi ngày đơn đã chuyển đi",
    "questions.set_aside": "Để câu hỏi ra ngoài",
    "questions.set_lead": "Ghi cơ quan dự kiến trả lời",
    "questions.show_sender": "Xem người gửi",
    "questions.split": "Tách phiếu thành nhiều câu",
    "questions.take_back": "Rút lại việc chuyển đơn",
    "questions.take_in_hall": "Nhận câu hỏi tại hội trường",
    "questions.undo": "Hoàn tác bước phân loại",
    "questions.unmerge": "Tách khỏi câu đã gộp",
    "questions.withdraw_question": "Câu hỏi không còn ai gửi",
}
NAMES = {
    "day": "ngày",
    "is_reworded": "có sửa câu chữ",
    "keepers": "người giữ bí mật",
    "questions": "câu hỏi",
    "verb": "việc hoàn tác",
}
STEPS = {verb.removeprefix("questions."): words for verb, words in DEEDS.items()}
"""Words for a step that is undone."""
