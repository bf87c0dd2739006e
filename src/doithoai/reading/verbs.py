"""Verbs of official tasks: where a list of agencies ends and the work begins."""

from __future__ import annotations

import re

from doithoai.reading.passages import Passage
from doithoai.vietnamese.letters import canonical_tone, fold, has_diacritics

_VERBS = """
tham mưu|tổ chức|chuẩn bị|xây dựng|tổng hợp|lập|gửi|thực hiện|triển khai|đưa tin|đưa|tuyên truyền
|rà soát|nghiên cứu|trả lời|giải đáp|giải quyết|bố trí|hướng dẫn|theo dõi|đôn đốc|kiểm tra|bảo đảm
|đảm bảo|trình|báo cáo|đề xuất|lựa chọn|chọn|mời|phát hành|phát động|dự thảo|soạn thảo|hoàn thiện
|hoàn thành|cung cấp|tiếp nhận|tiếp thu|thu thập|thu nhận|đăng tải|đăng|viết|phân công|phân loại
|phân nhóm|phục vụ|thông báo|thông tin|thống kê|thẩm định|thanh toán|thanh quyết toán|quyết toán
|xác định|xác minh|kết nối|vận hành|lắp đặt|thiết kế|trang trí|đón tiếp|đón|điều hành|điều phối|cử
|huy động|vận động|triệu tập|phổ biến|quán triệt|mở chuyên mục|mở|làm|giữ gìn|giữ|trực|hỗ trợ
|tạo điều kiện|lắp
|giới thiệu|lấy ý kiến|ghi hình|ghi nhận|ghi|phỏng vấn|quay phim|truyền hình trực tiếp|phát sóng
|công bố|công khai|cân đối|phân bổ|thành lập|ban hành|ký kết|in ấn|in tài liệu|chỉ đạo|tham gia
|xử lý|xem xét|kịp thời|chủ động|tích cực|tiến hành|thường xuyên|khẩn trương|nắm|khảo sát
|tập hợp|tập huấn|niêm yết|dẫn|duyệt|tổng duyệt|đánh giá|kết luận|chịu trách nhiệm
|có trách nhiệm|phân luồng|bảo vệ
|sắp xếp|chạy thử|sản xuất|chủ trì|tìm|chia|tư vấn|đề nghị|yêu cầu|nhắc|động viên
|khen thưởng|tặng|trao|cấp phát|cấp kinh phí|thuê|mua|nhận|phát phiếu|sàng lọc|chuyển
|phản ánh|liên hệ
|thống nhất|tăng cường|đẩy mạnh|nâng cao|xin|truyền trực tiếp|truyền tải|ứng trực|vệ sinh|trưng bày
|kiểm soát|định hướng
|tuyển chọn|chấm|biên tập|biên soạn|dàn dựng|tham dự|quản lý|giám sát|là|căn cứ
|cử đại biểu|mời đại biểu|chọn đại biểu|cử người|cử cán bộ|trực cấp cứu
|trên cơ sở|có nhiệm vụ|được|sẽ|cùng|để|nhằm|theo|trong|phối hợp
|giúp|dựng|lấy|soạn|chốt|họp|in|thu phiếu|thu hồi|phát tài liệu|phát thư|phát giấy|ra thông báo|ký
|nêu|bàn bạc|bàn giao|bàn giải pháp|đặt câu hỏi|đặt hòm thư|tiếp đón|tiếp đại biểu|tiếp tục
|tiếp xúc|trao đổi|thảo luận|tập luyện|luyện tập|chụp ảnh|tìm hiểu|kêu gọi|khuyến khích|nhân bản
|đánh máy|treo|kê bàn|dọn|kiện toàn|củng cố|thăm hỏi|thăm|tôn vinh|biểu dương|vinh danh|cập nhật
|số hóa|lồng ghép|nhân rộng|phiên dịch|đọc|điểm danh|dự kiến|dự trù|tính toán|lên phương án
|lên kế hoạch|lên danh sách|bình chọn|đề cử|giải trình|khắc phục|ngăn chặn|phòng ngừa|duy trì
|kết hợp|tuyên dương|hoàn tất|nhắc nhở|tập trung|bám sát|gặp gỡ|đối thoại|đối chiếu|cho ý kiến|khi
|trước|kể từ|đáp ứng|phân tích|sưu tầm|xuất bản|bồi dưỡng|sử dụng|áp dụng|giải thích|thuyết minh
|thể hiện|chịu|dành|đi|về dự|vào cuộc|đảm nhiệm|đảm nhận|phụ trách|quyết định|phê duyệt
|rút kinh nghiệm|chi trả|chi hỗ trợ|cân nhắc|sơ kết|tổng kết|lưu trữ|ghi âm|livestream
|phát trực tiếp|tường thuật|truyền hình tường thuật|cấp thẻ|cấp tài liệu|bốc thăm|mời gọi
|khảo nghiệm|thu xếp|thu âm|diễn tập|đấu nối|quan tâm|nhập dữ liệu|lên lịch
""".replace("\n", "")
_ACCENTED = re.compile(rf"(?<![\w-])(?:{_VERBS})(?!\w)")
# Without diacritics a single syllable says too little ("thue" is a tax, "dan" the people).
_PLAIN_SINGLE = "gui|lap|chon|trinh|dua|theo|trong|de|nham|cung|la"
_PLAIN_VERBS = "|".join(verb for verb in fold(_VERBS).split("|") if " " in verb)
_PLAIN = re.compile(rf"(?<![\w-])(?:{_PLAIN_VERBS}|{_PLAIN_SINGLE})(?!\w)")
_NOUN_BEFORE = {
    "to chuc": re.compile(r"(?:cac|nhung|moi|nguoi|ban|ca nhan|don vi|co quan|co quan,|don vi,) $"),
    "kiem tra": re.compile(r"uy ban $"),
    "thong tin": re.compile(r"(?:cong|trang|co quan|quan) $"),
    "truc": re.compile(r"thuong $"),
    "thong bao": re.compile(r"truyen $"),
    "chi dao": re.compile(r"ban $"),
    "quan ly": re.compile(r"(?:ban|co quan|nganh|don vi|can bo) $"),
    "tu van": re.compile(r"(?:don vi|cong ty) $"),
    "bao ve": re.compile(r"(?:luc luong|to|ban) $"),
    "dan": re.compile(r"(?:nhan|nong|khu|nguoi|ho) $"),
    "trinh": re.compile(r"(?:cong|chuong) $"),
    "phuc vu": re.compile(r"trung tam $"),
    "ho tro": re.compile(r"(?:quy|trung tam|ban) $"),
    "nghien cuu": re.compile(r"vien $"),
    "xay dung": re.compile(
        r"(?:\bso|\bquy|\bnganh|\bcong ty|(?<!hai )\bphong|(?:du an|cong ty) dau tu) $"
    ),
    "doi thoai": re.compile(r"(?:hoi nghi|buoi|ky|cuoc) $"),
    "tong ket": re.compile(r"hoi nghi $"),
    "giai dap": re.compile(r"to $"),
    "bao cao": re.compile(r"to $"),
    "dung": re.compile(r"xay $"),
    "ky": re.compile(r"(?:thu|dang|chu|dinh) $"),
    "hop": re.compile(r"phong $"),
    "giup": re.compile(r"tro $"),
    "in": re.compile(r"(?:nha|may|ban) $"),
    "su dung": re.compile(r"nguoi $"),
    "boi duong": re.compile(r"(?:trung tam|dao tao,|dao tao va) $"),
    "giam sat": re.compile(r"(?:ban|hoi dong) $"),
    "kiem soat": re.compile(r"(?:vien|doi|chot) $"),
    "phan anh": re.compile(r"\w $"),
}
_NOUN_AFTER = {
    "cung": re.compile(r" cap\b"),
    "giup": re.compile(r" viec\b"),
    "tiep nhan": re.compile(r" va tra ket qua\b"),
    "to chuc": re.compile(
        r" (?:co lien quan|lien quan|chinh tri|doan the|hoi(?! nghi| thao| dam)|ton giao|xa hoi"
        r"|khac|thanh vien|cong doan"
        r"|dang|tin dung)\b"
    ),
    "truc": re.compile(r" thuoc\b"),
    "thong tin": re.compile(r"(?: va truyen thong| dai chung|,| dien tu)"),
}


def first_verb(passage: Passage) -> int | None:
    """The character at which the first verb of a task begins, None when there is none."""
    marked = has_diacritics(passage.text)
    text = canonical_tone(passage.text) if marked else passage.text
    pattern = _ACCENTED if marked else _PLAIN
    match = pattern.search(text)
    while match:
        if _is_verb(passage.folded, match.start(), match.end()):
            return match.start()
        match = pattern.search(text, match.start() + 1)
    return None


def opens_with_verb(text: str) -> bool:
    """Whether a sentence begins with a task's verb: "Chuẩn bị nội dung …"."""
    lowered = canonical_tone(text[:1].lower() + text[1:40])
    pattern = _ACCENTED if has_diacritics(text) else _PLAIN
    return bool(pattern.match(lowered))


def _is_verb(folded: str, start: int, end: int) -> bool:
    word = folded[start:end]
    before, after = _NOUN_BEFORE.get(word), _NOUN_AFTER.get(word)
    if after and after.match(folded, end):
        return False
    return not (before and before.search(folded[max(0, start - 20) : start]))
