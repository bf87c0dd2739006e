"""What workers of Cao Bằng write in 2022."""

from tests.journeys.slips.writing import Matter, Province

INSURANCE, HEALTH = "Bảo hiểm xã hội tỉnh", "Sở Y tế"
SCHOOLS, LABOUR = "Sở Giáo dục và Đào tạo", "Sở Lao động - Thương binh và Xã hội"
UNION, BANK = "Liên đoàn Lao động tỉnh", "Ngân hàng Chính sách xã hội chi nhánh tỉnh Cao Bằng"
PLACES = (
    "huyện Hòa An",
    "huyện Quảng Hòa",
    "huyện Trùng Khánh",
    "huyện Bảo Lạc",
    "thành phố Cao Bằng",
    "huyện Thạch An",
)
MATTERS = (
    Matter(
        "bao-hiem",
        INSURANCE,
        1,
        (
            "Công ty ở {noi} nợ đóng bảo hiểm xã hội của công nhân thì ai thu?",
            "Doanh nghiệp tại {noi} chậm đóng bảo hiểm xã hội cho người lao động, xử lý ra sao?",
            "Đề nghị thu dứt điểm tiền bảo hiểm xã hội mà công ty ở {noi} còn nợ của công nhân.",
        ),
    ),
    Matter(
        "phu-cap",
        HEALTH,
        1,
        (
            "Bao giờ nhân viên y tế chống dịch ở {noi} được nhận phụ cấp trực?",
            "Nhân viên y tế {noi} trực chống dịch vẫn chưa được trả phụ cấp, khi nào có?",
            "Đề nghị chi trả phụ cấp trực chống dịch cho nhân viên y tế {noi}.",
        ),
    ),
    Matter(
        "them-gio",
        SCHOOLS,
        1,
        (
            "Giáo viên mầm non {noi} dạy thêm giờ có được trả tiền không?",
            "Khi nào trả tiền dạy thêm giờ cho giáo viên mầm non ở {noi}?",
            "Đề nghị thanh toán tiền dạy thêm giờ của giáo viên mầm non {noi}.",
        ),
    ),
    Matter(
        "nha-tre",
        SCHOOLS,
        2,
        (
            "Khu công nghiệp ở {noi} chưa có nhà trẻ cho con công nhân, khi nào xây?",
            "Con công nhân tại {noi} không có chỗ gửi, đề nghị mở nhà trẻ gần khu công nghiệp.",
            "Bao giờ có nhà trẻ cho con công nhân khu công nghiệp {noi}?",
        ),
    ),
    Matter(
        "vay-nha",
        BANK,
        2,
        (
            "Công nhân ở {noi} muốn vay vốn ưu đãi mua nhà ở xã hội thì làm thế nào?",
            "Người lao động {noi} có được vay ưu đãi để mua nhà ở xã hội không?",
            "Đề nghị hướng dẫn thủ tục vay ưu đãi mua nhà ở xã hội cho công nhân {noi}.",
        ),
    ),
    Matter(
        "luong",
        LABOUR,
        1,
        (
            "Lương tối thiểu vùng áp dụng cho {noi} từ tháng 7 là bao nhiêu?",
            "Từ tháng 7 mức lương tối thiểu vùng ở {noi} tăng thế nào?",
            "Xin cho biết mức lương tối thiểu vùng mới áp dụng tại {noi}.",
        ),
    ),
    Matter(
        "that-nghiep",
        LABOUR,
        2,
        (
            "Trợ cấp thất nghiệp ở {noi} nộp hồ sơ xong bao lâu thì có tiền?",
            "Nộp hồ sơ hưởng trợ cấp thất nghiệp tại {noi}, sau mấy ngày nhận được tiền?",
            "Đề nghị giải quyết nhanh hồ sơ trợ cấp thất nghiệp cho lao động {noi}.",
        ),
    ),
    Matter(
        "cong-doan",
        UNION,
        2,
        (
            "Khi nào thành lập công đoàn cơ sở ở doanh nghiệp nhỏ tại {noi}?",
            "Doanh nghiệp nhỏ ở {noi} chưa có công đoàn cơ sở, bao giờ thành lập?",
            "Đề nghị Liên đoàn Lao động vận động thành lập công đoàn cơ sở ở {noi}.",
        ),
    ),
    Matter(
        "kham-suc-khoe",
        HEALTH,
        2,
        (
            "Công nhân ở {noi} được khám sức khỏe định kỳ ở bệnh viện nào?",
            "Đề nghị bệnh viện tổ chức khám sức khỏe định kỳ lưu động cho công nhân {noi}.",
            "Khám sức khỏe định kỳ cho công nhân {noi} năm nay tổ chức ở đâu?",
        ),
    ),
)
COMPLAINTS = (
    (
        "Tôi khiếu nại quyết định kỷ luật buộc thôi việc số 12 của nhà máy Lam Sơn đối với tôi, "
        "đề nghị hủy quyết định ấy.",
        "Lam Sơn",
    ),
    (
        "Tôi làm đơn khiếu nại quyết định thu hồi đất của gia đình tôi ở xóm Nà Khuổi.",
        "Nà Khuổi",
    ),
    (
        "Tôi xin khiếu nại việc nhà trường Bản Mạ ra quyết định cắt phụ cấp của tôi không đúng.",
        "Bản Mạ",
    ),
    (
        "Đơn khiếu nại: tôi không đồng ý quyết định điều chuyển tôi về trạm Phja Đén.",
        "Phja Đén",
    ),
)
DENUNCIATIONS = (
    (
        "Tôi tố cáo ông Bế Văn Thạo, kế toán, lấy tiền quỹ công đoàn của công nhân chi tiêu riêng.",
        "Bế Văn Thạo",
    ),
    (
        "Tôi viết đơn tố cáo bà Đàm Thị Vượng nhận tiền của người lao động để xếp việc.",
        "Đàm Thị Vượng",
    ),
    (
        "Tố cáo ông Hoàng Lục Tuần làm giả bảng chấm công để rút tiền của Nhà nước.",
        "Hoàng Lục Tuần",
    ),
)
ASIDE = (
    ("Cửa hàng tôi khuyến mãi điện thoại, mời bà con đến mua, gọi ngay kẻo hết hàng.", 0),
    ("Cho hỏi đội bóng đá tỉnh bao giờ đá giải hạng nhì?", 0),
    ("Việc đó sao rồi, xem giúp với.", 3),
    ("Vụ kiện đòi lương của tổ tôi, tòa án huyện đang xử, đề nghị tỉnh xử luôn.", 2),
    ("Năm ngoái đã hỏi về cầu Nà Cạn và đã có công văn trả lời, nay hỏi lại cho vui.", 1),
    ("Nhà ông hàng xóm tôi có chuyện riêng, đề nghị nêu lên cho mọi người biết.", 4),
)
PRIVATE = (
    ("Gọi tôi số 0912 345 677.", "0912 345 677"),
    ("Căn cước của tôi số 004087001234.", "004087001234"),
    ("Hỏi chị Nông Thị Bích Loan là rõ.", "Bích Loan"),
    ("Thư gửi về loan.bich@vidu.vn giúp tôi.", "loan.bich@vidu.vn"),
)
CAO_BANG = Province(MATTERS, PLACES, COMPLAINTS, DENUNCIATIONS, ASIDE, PRIVATE)
