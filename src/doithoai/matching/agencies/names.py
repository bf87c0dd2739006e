"""The agencies of 2024 that are told from the console: their names, by their keys."""

from doithoai.matching.agencies.mandates import NOBODY, Mandate, shipped_mandates

NAMES = {
    "so-noi-vu": "Sở Nội vụ",
    "so-lao-dong-thuong-binh-va-xa-hoi": "Sở Lao động - Thương binh và Xã hội",
    "so-tai-chinh": "Sở Tài chính",
    "so-ke-hoach-va-dau-tu": "Sở Kế hoạch và Đầu tư",
    "so-cong-thuong": "Sở Công Thương",
    "so-nong-nghiep-va-ptnt": "Sở Nông nghiệp và PTNT",
    "so-tai-nguyen-va-moi-truong": "Sở Tài nguyên và Môi trường",
    "so-xay-dung": "Sở Xây dựng",
    "so-giao-thong-van-tai": "Sở Giao thông vận tải",
    "so-giao-duc-va-dao-tao": "Sở Giáo dục và Đào tạo",
    "so-y-te": "Sở Y tế",
    "so-van-hoa-the-thao-va-du-lich": "Sở Văn hóa Thể thao và Du lịch",
    "so-khoa-hoc-va-cong-nghe": "Sở Khoa học và Công nghệ",
    "so-thong-tin-va-truyen-thong": "Sở Thông tin và Truyền thông",
    "so-tu-phap": "Sở Tư pháp",
    "thanh-tra-tinh": "Thanh tra tỉnh",
    "cong-an-tinh": "Công an tỉnh",
    "bao-hiem-xa-hoi-tinh": "Bảo hiểm xã hội tỉnh",
    "cuc-thue-tinh": "Cục Thuế tỉnh",
    "ngan-hang-chinh-sach-xa-hoi": "Ngân hàng Chính sách xã hội",
    "lien-doan-lao-dong": "Liên đoàn Lao động tỉnh",
    "ubnd-cap-huyen": "UBND cấp huyện",
}


def named_mandates() -> tuple[Mandate, ...]:
    """The shipped mandates of these agencies, and the phrases that point nowhere."""
    return tuple(
        mandate
        for mandate in shipped_mandates()
        if mandate.agency in NAMES or mandate.agency == NOBODY
    )
