"""What the invented questions of `synthetic_questions` are made of: things, faults, places, rules.

Every list is cut in two by `half`: what tunes a method never stands in what measures it.
"""

TROUBLES = (
    # (things, what is wrong, what is asked)
    (
        "tuyến đường {road}; vỉa hè đường {road}; nút giao đường {road}; cầu trên đường {road}",
        "sụt lún nhiều ổ gà; ngập sâu mỗi khi mưa lớn; rạn nứt toàn bộ bề mặt; hẹp không đủ hai xe",
        "bao giờ trải nhựa lại; có kế hoạch mở rộng chưa; lắp gờ giảm tốc được không; "
        "ai bồi thường xe hỏng",
    ),
    (
        "hệ thống đèn chiếu sáng; đường dây hạ thế; trạm biến áp; công tơ điện",
        "tối om mấy tháng liền; thường xuyên chập cháy; quá tải giờ cao điểm; mắc sát mái nhà",
        "khi nào thay bóng mới; giá bán lẻ tính bậc mấy; dời cột ra xa được không; "
        "tăng công suất năm nào",
    ),
    (
        "tuyến kênh nội đồng; cống ngăn mặn; trạm bơm tưới; bờ bao vùng trũng",
        "bồi lắng cạn trơ đáy; rò rỉ nước mặn vào ruộng; mở trái lịch gieo sạ; sạt lở sát nhà",
        "kinh phí nạo vét lấy ở đâu; đơn vị nào quản lý; xây kè kiên cố được chưa; "
        "lịch đóng mở công khai ở đâu",
    ),
    (
        "trạm cấp nước sinh hoạt; đường ống dẫn nước; đồng hồ nước; giếng khoan tập trung",
        "yếu không lên tầng hai; đục có mùi phèn; vỡ liên tục; ngừng hoạt động gần năm",
        "bao lâu mới kiểm nghiệm; giá mỗi khối tính ra sao; kéo nhánh tới xóm cuối được không; "
        "lắp bể lọc ở đâu",
    ),
    (
        "bãi rác tự phát; điểm tập kết rác; xe thu gom rác; lò đốt rác",
        "bốc mùi hôi thối; khói đen bay vào trường học; chảy nước rỉ ra mương; tồn đọng hàng tuần",
        "chừng nào đóng cửa; phí vệ sinh thu theo căn cứ nào; phân loại tại nguồn ra sao; "
        "tăng chuyến buổi tối được không",
    ),
    (
        "trại nuôi heo; cơ sở giết mổ; xưởng xay xát; lò sấy nông sản",
        "xả thải thẳng xuống rạch; gây ồn suốt đêm; không có giấy phép môi trường; bụi phủ vườn",
        "xử phạt mức nào; di dời trước tháng mấy; quan trắc định kỳ bao lâu một lần; "
        "bồi thường cây chết thế nào",
    ),
    (
        "trường mầm non; trường tiểu học; trường trung học cơ sở; điểm trường lẻ",
        "thiếu phòng phải học ca ba; mái dột tường bong tróc; chưa có bếp bán trú; "
        "thiếu giáo viên ngoại ngữ",
        "khi nào xây thêm dãy phòng; khoản thu tự nguyện có đúng không; tuyển thêm mấy biên chế; "
        "sửa nhà vệ sinh ra sao",
    ),
    (
        "trạm y tế; phòng khám đa khoa khu vực; nhà thuốc; điểm tiêm chủng",
        "vắng bác sĩ cuối tuần; hết thuốc huyết áp; máy siêu âm hỏng; chờ đợi quá nửa ngày",
        "bao giờ có người trực đêm; khám bảo hiểm y tế trái tuyến được hưởng mấy phần; "
        "sắm thiết bị năm nào; lấy số qua điện thoại được không",
    ),
    (
        "chợ truyền thống; kiốt quanh chợ; khu phố ẩm thực; bến xe khách",
        "lấn chiếm lòng lề đường; xuống cấp dễ cháy nổ; tiểu thương bỏ sạp; thiếu chỗ đậu xe",
        "giá thuê mặt bằng giảm được không; di dời tạm đi đâu; ai kiểm tra bình chữa cháy; "
        "sắp xếp lại thế nào",
    ),
    (
        "nhà văn hóa; sân bóng; thư viện; tủ sách pháp luật",
        "khóa cửa quanh năm; cỏ mọc um tùm; bị chiếm làm kho chứa; thiếu bàn ghế",
        "mở cửa mấy giờ; xã hội hóa có được không; kinh phí hoạt động bao nhiêu; "
        "giao cho đoàn thanh niên quản lý nhé",
    ),
    (
        "nghĩa trang nhân dân; đài tưởng niệm; đình làng; di tích lịch sử",
        "hết đất chôn cất; bia mộ mờ chữ; mối mọt cột kèo; bị lấn ranh",
        "quy hoạch mở rộng tới đâu; trùng tu từ nguồn nào; xếp hạng cấp gì; cắm mốc khi nào",
    ),
    (
        "bến phà; bến đò ngang; cầu khỉ; phao tiêu đường thủy",
        "không có áo phao; chở quá tải; mục gãy ván; trôi mất sau lũ",
        "bao giờ có cầu bê tông; vé lượt mấy ngàn; đăng kiểm chưa; bố trí ca nô cứu hộ nhé",
    ),
    (
        "dự án khu dân cư; khu tái định cư; cụm công nghiệp; khu nhà ở xã hội",
        "treo hơn chục năm; chưa có hạ tầng; giá đền bù thấp; chậm bàn giao nền",
        "thu hồi hay tiếp tục; điều chỉnh quy hoạch ra sao; suất tối thiểu mấy trăm triệu; "
        "tạm cư được hỗ trợ gì",
    ),
    (
        "vùng trồng sầu riêng; cánh đồng lúa; ao nuôi tôm; vườn thanh long",
        "chết hàng loạt do hạn mặn; rớt giá không ai mua; nhiễm bệnh lạ; bị thương lái ép",
        "hỗ trợ giống vụ sau chứ; cấp mã số vùng trồng ra sao; vay vốn lãi suất mấy phần trăm; "
        "bao tiêu sản phẩm thế nào",
    ),
    (
        "trụ sở công an; chốt gác; camera an ninh; đội dân phòng",
        "mất trộm xe liên tiếp; thanh niên đua xe; cho vay nặng lãi tràn lan; đánh bạc trá hình",
        "tuần tra ban đêm ra sao; gắn thêm mắt quay được không; báo tin qua số nào; "
        "xử lý tới đâu rồi",
    ),
    (
        "trạm phát sóng di động; loa truyền thanh; điểm bưu điện; đường truyền internet",
        "chập chờn mất tín hiệu; phát quá sớm gây ồn; đóng cửa buổi chiều; cước cao hơn nơi khác",
        "phủ sóng khi nào; đổi giờ phát được chăng; có wifi miễn phí chưa; ai duyệt nội dung phát",
    ),
)

PROCEDURES = (
    "cấp giấy chứng nhận quyền sử dụng đất lần đầu; chuyển mục đích đất lúa sang đất ở; "
    "tách thửa; hợp thửa; cấp phép xây dựng nhà ở riêng lẻ; đăng ký khai sinh quá hạn; "
    "đăng ký kết hôn có yếu tố nước ngoài; cấp phiếu lý lịch tư pháp; chứng thực chữ ký; "
    "cải chính hộ tịch; đăng ký thường trú; đăng ký tạm trú; cấp đổi căn cước công dân; "
    "cấp hộ chiếu phổ thông; thành lập hợp tác xã; đăng ký hộ kinh doanh; giải thể doanh nghiệp; "
    "miễn giảm tiền thuê đất; hoàn thuế thu nhập cá nhân; gia hạn nộp thuế; "
    "cấp giấy phép lái xe quốc tế; đổi bằng lái ô tô; cấp phù hiệu xe tải; đăng kiểm tàu cá; "
    "cấp giấy phép khai thác cát; cấp giấy phép xả thải; công nhận người có công; "
    "hưởng mai táng phí; xác định mức độ khuyết tật; nhận con nuôi trong nước; "
    "rút bảo hiểm xã hội một lần; hưởng trợ cấp thất nghiệp; cấp lại sổ bảo hiểm; "
    "khám giám định thương tật; xuất khẩu lao động; cấp giấy phép lao động cho chuyên gia; "
    "cấp chứng chỉ hành nghề dược; công bố mỹ phẩm; xét tốt nghiệp bổ túc; chuyển trường cấp hai"
)
ASPECTS = (
    "hồ sơ gồm những giấy tờ gì; thời hạn giải quyết mấy ngày; lệ phí bao nhiêu; "
    "nộp ở cơ quan nào; ủy quyền cho con đi làm được không; làm qua mạng ra sao; "
    "bị trả lại nhiều lần vì lý do gì; trễ hẹn thì khiếu kiện ai"
)
CASES = (
    "đất do ông bà để lại bằng giấy tay; vợ chồng đã ly hôn; người đứng tên đã mất; "
    "đang cư trú ở tỉnh khác; mất bản gốc do hỏa hoạn; sai năm sinh trên giấy cũ; "
    "có tranh chấp với hàng xóm; nằm trong hành lang lộ giới; thuộc hộ nghèo; mới xuất ngũ; "
    "đang đi làm ở nước ngoài; bị tai biến nằm một chỗ; chưa đủ mười tám tuổi; "
    "đang thi hành án treo; mua qua đấu giá; được tặng cho trong gia đình"
)
PEOPLE = (
    "công nhân thuê trọ; giáo viên hợp đồng; cán bộ không chuyên trách; nông dân trồng màu; "
    "ngư dân đánh bắt xa bờ; người cao tuổi đơn thân; trẻ mồ côi; thợ xây tự do; "
    "tài xế công nghệ; bán vé số dạo; nhân viên y tế ấp; cựu thanh niên xung phong; "
    "lao động nữ nuôi con nhỏ; sinh viên mới ra trường; chủ cơ sở thủ công; cộng tác viên dân số"
)
BENEFITS = (
    "tiền trợ cấp hằng tháng; vay ưu đãi mua nhà; học nghề miễn phí; phụ cấp thâm niên; "
    "thẻ khám chữa bệnh; nhà tình thương; chế độ thai sản; quà tết; bảo hiểm tai nạn; "
    "giảm học phí cho con; lương tối thiểu vùng; hỗ trợ tiền điện; vé xe buýt; "
    "vốn khởi nghiệp; tiền ăn ca; khám sức khỏe định kỳ"
)
SNAGS = (
    "làm đơn rồi mà chưa thấy trả lời; nơi có nơi không; mức chi thấp hơn quy định; "
    "cắt giữa chừng không báo; đòi thêm xác nhận của chủ trọ; chi chậm hai quý; "
    "danh sách bỏ sót; thủ tục mỗi nơi hướng dẫn một kiểu"
)
COMMUNES = (
    "Tân Phú; Phú Tân; Tân Hòa; Tân Hòa Đông; Long An; Long Hưng; Mỹ Phước; Mỹ Phước Tây; "
    "Thạnh Phú; Phú Thạnh; Bình Đức; Bình Trưng; Hậu Thành; Hậu Mỹ Bắc; Hậu Mỹ Trinh; An Hữu; "
    "An Cư; Hòa Khánh; Hòa Hưng; Đông Hòa; Đông Thạnh; Vĩnh Kim; Vĩnh Hựu; Yên Luông; "
    "Bình Ân; Tân Thành; Tân Điền; Gia Thuận; Kiểng Phước; Phước Trung; Tăng Hòa; Bình Nghị; "
    "Lương Hòa Lạc; Song Bình; Xuân Đông; Hòa Định; An Thạnh Thủy; Bình Ninh; Đăng Hưng Phước; "
    "Quơn Long; Trung Hòa; Tân Bình Thạnh; Mỹ Tịnh An; Thanh Bình; Phú Kiết; Tân Lý Đông; "
    "Tân Lý Tây; Tân Hội Đông; Tân Hương; Thân Cửu Nghĩa; Tam Hiệp; Long Định; Nhị Bình; "
    "Điềm Hy; Dưỡng Điềm; Hữu Đạo; Kim Sơn; Phú Phong; Bàn Long; Song Thuận; Phú An; Cẩm Sơn; "
    "Hiệp Đức; Tân Phong; Ngũ Hiệp; Tam Bình; Mỹ Long; Phú Nhuận; Bình Phú; Nhị Quý; "
    "Mỹ Hạnh Đông; Mỹ Hạnh Trung; Tân Hội; Thạnh Lộc; Mỹ Thành Nam; Mỹ Thành Bắc; Phú Cường; "
    "Mỹ Trung; Thiện Trí; Thiện Trung; Mỹ Lợi; Mỹ Lương; Mỹ Tân; Đông Hòa Hiệp; Tân Thanh; "
    "Tân Hưng; An Thái Đông; An Thái Trung; Hưng Thạnh; Phước Lập; Tân Lập; Thạnh Mỹ; "
    "Thạnh Tân; Thạnh Hòa; Trung An; Đạo Thạnh; Mỹ Phong; Tân Mỹ Chánh; Thới Sơn; Bình Xuân; "
    "Bình Đông; Long Thuận; Long Chánh; Long Hòa; Đồng Sơn; Đồng Thạnh; Bình Phú Tây; "
    "Thành Công; Thạnh Nhựt; Thạnh Trị; Vĩnh Bình; Long Vĩnh; Long Bình; Tân Thới; Tân Thạnh; "
    "Phú Đông; Phú Cát; Minh Tâm; Đức Long; Hưng Đạo; Vĩnh Quang; Chu Trinh; Hoàng Tung; "
    "Dân Chủ; Nam Tuấn; Bế Triều; Hồng Việt; Nguyễn Huệ; Bạch Đằng; Lê Chung; Trưng Vương"
)
ROADS = (
    "Trần Hưng Đạo; Lý Thường Kiệt; Nguyễn Trung Trực; Ấp Bắc; Đinh Bộ Lĩnh; Lê Thị Hồng Gấm; "
    "Nam Kỳ Khởi Nghĩa; Hùng Vương; Học Lạc; Phan Thanh Giản; Trương Định; Võ Duy Linh; "
    "Nguyễn Văn Côn; Thủ Khoa Huân; Hoàng Diệu; Kim Đồng; Pác Bó; Xuân Trường; Vườn Cam; "
    "Bằng Giang; Tôn Đức Thắng; Đốc Binh Kiều; Tứ Kiệt; Võ Việt Tân"
)
WARDS = ("ấp", "khu phố", "tổ dân phố", "thôn")

GREETINGS = (
    "Kính thưa đồng chí Chủ tịch; Kính gửi Ủy ban nhân dân tỉnh; Thưa các đồng chí lãnh đạo; "
    "Cho tôi hỏi; Cho em hỏi; Xin hỏi; Tôi xin có ý kiến; Cử tri kiến nghị; Bà con phản ánh; "
    "Đề nghị lãnh đạo tỉnh cho biết; Tôi tên là dân ở đây; Thưa chủ tọa hội nghị"
)
FAREWELLS = (
    "xin cảm ơn; tôi xin chân thành cảm ơn; rất mong được trả lời; mong cấp trên quan tâm; "
    "đề nghị xem xét giải quyết; kính mong lãnh đạo lưu tâm; chúc hội nghị thành công; "
    "nhờ các cấp xem giúp; bà con trông lắm; em cảm ơn nhiều ạ"
)
ASIDES = (
    "nói mãi mà đâu vẫn vào đấy; chuyện này ai cũng biết; dân tụi tôi khổ lắm; "
    "họp nào cũng hứa; năm ngoái cũng hỏi rồi; nghe nói sắp làm; thiệt tình rất bức xúc; "
    "tôi lớn tuổi rồi nên hỏi cho rõ"
)
SHORTHAND = {
    "không": ("ko", "k", "hok", "khong"),
    "được": ("dc", "đc"),
    "bao nhiêu": ("bn",),
    "với": ("vs",),
    "gì": ("j",),
    "những": ("n~", "nhữg"),
    "người": ("ng",),
    "quy định": ("qđ",),
    "đăng ký": ("đk",),
    "giấy chứng nhận quyền sử dụng đất": ("GCNQSDĐ",),
    "bảo hiểm y tế": ("BHYT",),
    "bảo hiểm xã hội": ("BHXH",),
    "căn cước công dân": ("CCCD",),
    "Ủy ban nhân dân": ("UBND",),
    "hợp tác xã": ("HTX",),
    "doanh nghiệp": ("DN",),
    "trạm y tế": ("TYT",),
    "trung học cơ sở": ("THCS",),
    "tổ dân phố": ("TDP",),
}


def listed(text: str) -> list[str]:
    """The items of a list written with semicolons."""
    return [item.strip() for item in text.split(";")]
