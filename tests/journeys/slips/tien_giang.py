"""What women of Tiền Giang write in 2024."""

from tests.journeys.slips.writing import Matter, Province

LABOUR, HEALTH = "Sở Lao động - Thương binh và Xã hội", "Sở Y tế"
BANK = "Ngân hàng Chính sách xã hội chi nhánh tỉnh Tiền Giang"
FARMS, TRADE = "Sở Nông nghiệp và Phát triển nông thôn", "Sở Công Thương"
SCHOOLS = "Sở Giáo dục và Đào tạo"
PLACES = ("huyện Cái Bè", "huyện Chợ Gạo", "thị xã Cai Lậy", "huyện Gò Công Tây")
MATTERS = (
    Matter(
        "hoc-nghe",
        LABOUR,
        1,
        (
            "Phụ nữ trên 35 tuổi ở {noi} muốn học nghề thì đăng ký lớp ở đâu?",
            "Khi nào mở lớp dạy nghề cho phụ nữ lớn tuổi ở {noi}?",
            "Đề nghị mở lớp dạy nghề cho phụ nữ trên 35 tuổi tại {noi}.",
        ),
    ),
    Matter(
        "vay-von",
        BANK,
        1,
        (
            "Hội viên ở {noi} muốn vay vốn khởi nghiệp thì được vay bao nhiêu?",
            "Vốn vay khởi nghiệp cho phụ nữ {noi} mức cho vay còn thấp, khi nào nâng?",
            "Đề nghị nâng mức vay vốn khởi nghiệp cho hội viên phụ nữ {noi}.",
        ),
    ),
    Matter(
        "bac-si",
        HEALTH,
        2,
        (
            "Trạm y tế ở {noi} thiếu bác sĩ khám phụ khoa, bao giờ có?",
            "Khi nào có bác sĩ khám phụ khoa ở trạm y tế {noi}?",
            "Đề nghị bố trí bác sĩ khám phụ khoa cho trạm y tế {noi}.",
        ),
    ),
    Matter(
        "trai-cay",
        TRADE,
        1,
        (
            "Tổ hợp tác nữ ở {noi} cần kết nối siêu thị tiêu thụ trái cây, ai giúp?",
            "Trái cây của tổ hợp tác phụ nữ {noi} khó bán, kết nối siêu thị thế nào?",
            "Đề nghị kết nối siêu thị tiêu thụ trái cây cho tổ hợp tác phụ nữ {noi}.",
        ),
    ),
    Matter(
        "man",
        FARMS,
        2,
        (
            "Xâm nhập mặn làm chết vườn sầu riêng ở {noi}, có cống ngăn mặn chưa?",
            "Bao giờ có cống ngăn mặn cứu vườn sầu riêng ở {noi}?",
            "Đề nghị làm cống ngăn mặn cho vườn sầu riêng {noi}.",
        ),
    ),
    Matter(
        "nha-tre",
        SCHOOLS,
        2,
        (
            "Trường mầm non ở {noi} không nhận trẻ dưới 18 tháng, công nhân gửi con ở đâu?",
            "Khi nào trường mầm non {noi} nhận trẻ dưới 18 tháng cho nữ công nhân?",
            "Đề nghị trường mầm non ở {noi} nhận giữ trẻ dưới 18 tháng.",
        ),
    ),
)
COMPLAINTS = (
    (
        "Tôi khiếu nại quyết định xử phạt số 31 của chợ Bình Xuân Trung đối với tôi, đề nghị hủy.",
        "Bình Xuân Trung",
    ),
    (
        "Tôi làm đơn khiếu nại quyết định thu hồi đất của gia đình tôi ở rạch Bà Lung.",
        "rạch Bà Lung",
    ),
)
DENUNCIATIONS = (
    (
        "Tôi tố cáo ông Võ Hoài Chẩn lấy tiền hỗ trợ phụ nữ nghèo chi tiêu riêng.",
        "Võ Hoài Chẩn",
    ),
    (
        "Tôi viết đơn tố cáo bà Lâm Thị Kim Sợi nhận tiền để cho vào danh sách hộ nghèo.",
        "Lâm Thị Kim Sợi",
    ),
)
ASIDE = (
    ("Tiệm tôi khuyến mãi mỹ phẩm, mời chị em đến mua, gọi ngay kẻo hết.", 0),
    ("Chuyện bữa trước sao rồi, coi giùm.", 3),
    ("Vụ ly hôn của tôi tòa án đang xử, đề nghị tỉnh xử luôn.", 2),
)
PRIVATE = (
    ("Gọi tôi số 0908 111 226.", "0908 111 226"),
    ("Căn cước của tôi số 082187004321.", "082187004321"),
)
TIEN_GIANG = Province(MATTERS, PLACES, COMPLAINTS, DENUNCIATIONS, ASIDE, PRIVATE)
