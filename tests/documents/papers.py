"""One paper that holds a block of every kind."""

from doithoai.documents.paper import (
    Addressees,
    Align,
    AnnexBreak,
    Bullets,
    Closing,
    Column,
    Heading,
    Labelled,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    QrCode,
    QuestionAnswer,
    Row,
    RowStyle,
    Signature,
    Table,
)

COLUMNS = (
    Column("TT", 1, Align.CENTRE),
    Column("Đại biểu", 8),
    Column("Số lượng", 2, Align.CENTRE),
)
ROWS = (
    Row(("I", "CẤP TỈNH", "63"), RowStyle.GROUP),
    Row(("1", "Lãnh đạo Tỉnh ủy", "01")),
    Row(("Các huyện, thị xã",), RowStyle.GROUP),
    Row(("", "TỔNG CỘNG", "150"), RowStyle.TOTAL),
)
FULL = Paper(
    letterhead=Letterhead(
        issuer=("VĂN PHÒNG",),
        parent=("ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG"),
        number="Số: 05/VPUB-KGVX",
        place_and_day="Tiền Giang, ngày 05 tháng 02 năm 2024",
        about="V/v chuyển câu hỏi",
    ),
    title="KẾ HOẠCH",
    subject="Đối thoại với phụ nữ\nnăm 2024",
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương;",),
    body=(
        Addressees(("Sở Y tế", "Sở Nội vụ")),
        Heading("Phần I", 0),
        Heading("I. MỤC ĐÍCH", 1),
        Heading("1. Yêu cầu", 2),
        Heading("a) Cấp tỉnh", 3),
        Paragraph("Một dòng “trích”, có dấu # $ * _ < > & \\ và chữ ưởng."),
        Paragraph("Một dòng ở giữa", Align.CENTRE, is_bold=True, is_italic=True),
        Labelled("Thời gian", "8 giờ 00"),
        Bullets(("Việc thứ nhất", "Việc thứ hai")),
        Numbered(("Câu một", "Câu hai"), start=3),
        Table(COLUMNS, ROWS),
        QuestionAnswer("1", "Khi nào có nước?", ("Cuối năm.",), "Người hỏi: cử tri", "Sở Y tế:"),
        PageBreak(),
        Closing(
            (Signature(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Hoa", "(Đã ký)"),),
            ("- Như trên;", "Lưu: VT."),
        ),
        AnnexBreak("Phụ lục I", "DANH SÁCH", "(Kèm theo Kế hoạch này)", is_landscape=True),
        QrCode("https://vi.du/giay-moi/", "Quét mã để trả lời"),
        Closing((Signature(("THƯ KÝ",), "An"), Signature(("CHỦ TỌA",), "Bình"))),
    ),
)
