"""Words for what the trail keeps of the programme room."""

from doithoai.programme.models import ItemKind, PreparationKind, SpeechKind
from doithoai.programme.states import AwardState, PreparationState, ProgrammeState, SpeechState

DEEDS = {
    "programme.add_cue": "Thêm lời dẫn",
    "programme.add_item": "Thêm mục chương trình",
    "programme.add_preparation": "Thêm việc chuẩn bị",
    "programme.add_speech": "Thêm bài phát biểu",
    "programme.agree_award": "Đồng ý khen thưởng",
    "programme.amend_award": "Sửa dòng khen thưởng",
    "programme.amend_item": "Sửa mục chương trình",
    "programme.amend_preparation": "Sửa việc chuẩn bị",
    "programme.appraise_speech": "Thẩm định bài phát biểu",
    "programme.approve_speech": "Duyệt bài phát biểu",
    "programme.assign_speech": "Giao bài phát biểu",
    "programme.compose_script": "Soạn kịch bản từ chương trình",
    "programme.draft": "Ghi dự kiến chương trình",
    "programme.drop_cue": "Bỏ lời dẫn",
    "programme.drop_preparation": "Không làm việc chuẩn bị nữa",
    "programme.edit_cue": "Sửa lời dẫn",
    "programme.move_cue": "Chuyển chỗ lời dẫn",
    "programme.note_decision": "Ghi quyết định khen thưởng",
    "programme.order": "Chuyển chỗ mục chương trình",
    "programme.order_awards": "Xếp thứ tự khen thưởng",
    "programme.propose_award": "Đề nghị khen thưởng",
    "programme.release": "Phát hành chương trình",
    "programme.release_script": "Phát hành kịch bản",
    "programme.remove_item": "Bỏ mục chương trình",
    "programme.reopen_award": "Đưa khen thưởng về đề nghị",
    "programme.report_preparation": "Báo tình hình chuẩn bị",
    "programme.restore_cue": "Lấy lại lời dẫn",
    "programme.restore_preparation": "Làm lại việc chuẩn bị",
    "programme.save_speech": "Lưu dự thảo bài phát biểu",
    "programme.strike_award": "Gạch tên khen thưởng",
    "programme.submit_speech": "Nộp bài phát biểu",
    "programme.take_up_preparation": "Nhận việc chuẩn bị kế hoạch đề ra",
    "programme.take_up_speech": "Nhận bài phát biểu kế hoạch đề ra",
}
NAMES = {
    "achievement": "thành tích",
    "agenda_item": "mục chương trình",
    "cue": "lời dẫn",
    "cues": "số lời dẫn",
    "decision_number": "số quyết định",
    "decision_on": "ngày quyết định",
    "is_group": "là tập thể",
    "minutes": "số phút",
    "minutes_proposed": "số phút còn là đề xuất",
    "order": "thứ tự mới",
    "part": "phần",
    "people": "người làm",
    "recipient": "cá nhân, tập thể",
    "speaker": "người phát biểu",
    "unit": "đơn vị",
}
STATES = (AwardState, PreparationState, ProgrammeState, SpeechState)
KINDS = (ItemKind, PreparationKind, SpeechKind)
