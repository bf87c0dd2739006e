"""Lines of the trail in words officials read."""

from dataclasses import dataclass

from doithoai.audit.models import Entry
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

DEEDS = {
    "answers.appraise": "Thẩm định câu trả lời",
    "answers.approve": "Duyệt câu trả lời",
    "answers.publish": "Công bố câu trả lời",
    "answers.refer": "Chuyển câu hỏi",
    "answers.save_draft": "Lưu dự thảo trả lời",
    "answers.submit": "Nộp câu trả lời",
    "delegates.lay_quotas": "Ghi bảng phân bổ đại biểu",
    "planning.change_window": "Đặt thời gian nhận câu hỏi",
    "planning.create_conference": "Mở hội nghị",
    "planning.fix_day": "Ghi ngày, địa điểm tổ chức",
    "planning.include_agencies": "Thêm cơ quan tham gia",
    "planning.issue": "Ghi số, ngày ban hành kế hoạch",
    "planning.lay_assignments": "Ghi nhiệm vụ của kế hoạch",
    "planning.report_progress": "Ghi tiến độ nhiệm vụ",
    "planning.set_milestone": "Đặt mốc thời gian",
    "programme.draft": "Ghi dự kiến chương trình",
    "questions.forget_senders": "Xóa thông tin người gửi",
    "questions.mark_answered": "Câu hỏi đã có trả lời",
    "questions.mark_referred": "Câu hỏi đã chuyển",
    "questions.open": "Lập câu hỏi",
    "questions.receive": "Nhận ý kiến",
    "questions.restore": "Đưa câu hỏi về mới nhận",
    "questions.select": "Chọn câu hỏi",
    "questions.set_aside": "Để câu hỏi ra ngoài",
    "questions.show_sender": "Xem người gửi",
}
NAMES = {
    "after": "sau",
    "agency": "cơ quan",
    "answer_days": "số ngày trả lời",
    "channel": "cách gửi",
    "due": "hạn",
    "held_month": "tháng",
    "held_on": "ngày tổ chức",
    "issued_on": "ngày ban hành",
    "items": "số mục",
    "kind": "loại",
    "length": "số ký tự",
    "lines": "số dòng",
    "note": "ghi chú",
    "number": "số",
    "question": "câu hỏi",
    "questions_from": "nhận từ",
    "questions_until": "nhận đến",
    "reason": "lý do",
    "state": "trạng thái",
    "submission": "phiếu",
    "tasks": "số nhiệm vụ",
    "tentative": "còn dự kiến",
    "title": "tên",
    "topic": "nội dung đối thoại",
    "venue": "địa điểm",
    "version": "bản",
    "wording": "câu chữ",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One line: when, who, what, to which thing, what changed."""

    entry: Entry
    words: str
    who: str
    changes: list[tuple[str, object, object]]


def deed_of(entry: Entry) -> Deed:
    """The line as shown; a verb without words of its own is shown as stored."""
    before, after = entry.before or {}, entry.after or {}
    names = dict.fromkeys([*before, *after])
    changes = [
        (NAMES.get(name, name), _shown(before.get(name)), _shown(after.get(name))) for name in names
    ]
    return Deed(entry, DEEDS.get(entry.verb, entry.verb), entry.actor_name or "Người gửi", changes)


def _shown(value: object) -> object:
    return mask(nfc(value)) if isinstance(value, str) else value
