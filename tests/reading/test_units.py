"""Which agencies a heading or a sentence names."""

import pytest

from doithoai.reading.passages import passage_of
from doithoai.reading.units import partners, split_units


@pytest.mark.parametrize(
    "heading, units",
    [
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("Đề nghị Tỉnh đoàn:", ["Tỉnh đoàn"]),
        ("Giao Sở Y tế", ["Sở Y tế"]),
        ("Công an tỉnh, Sở Y tế", ["Công an tỉnh", "Sở Y tế"]),
        ("Các Sở, Ban ngành tỉnh", ["Các Sở, Ban ngành tỉnh"]),
        ("Các cơ quan, đơn vị, địa phương", ["Các cơ quan, đơn vị, địa phương"]),
        (
            "Các sở, ban, ngành tỉnh; UBND các huyện, thành phố",
            ["Các sở, ban, ngành tỉnh", "UBND các huyện, thành phố"],
        ),
        (
            "Các sở, ngành và UBND các xã, phường",
            ["Các sở, ngành", "UBND các xã, phường"],
        ),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Báo Nghệ An và Đài Phát thanh tỉnh", ["Báo Nghệ An", "Đài Phát thanh tỉnh"]),
        ("Báo và Phát thanh, truyền hình tỉnh", ["Báo và Phát thanh, truyền hình tỉnh"]),
        (
            "Các sở: Nội vụ, Tài nguyên và Môi trường",
            ["Sở Nội vụ", "Sở Tài nguyên và Môi trường"],
        ),
        ("Sở Tài chính, Xây dựng", ["Sở Tài chính", "Sở Xây dựng"]),
        ("Cong an phuong, Phong Kinh te", ["Cong an phuong", "Phong Kinh te"]),
        (
            "Công chức Địa chính - Xây dựng; Công chức Tài chính - Kế toán",
            ["Công chức Địa chính - Xây dựng", "Công chức Tài chính - Kế toán"],
        ),
        (
            "Trưởng Công an xã, Chỉ huy trưởng BCH Quân sự",
            ["Trưởng Công an xã", "Chỉ huy trưởng BCH Quân sự"],
        ),
        ("Trưởng các thôn và Bí thư Đoàn xã", ["Trưởng các thôn", "Bí thư Đoàn xã"]),
    ],
)
def test_the_agencies_of_a_heading(heading, units):
    assert list(split_units(passage_of(heading, 1))) == units


@pytest.mark.parametrize(
    "sentence, named",
    [
        (
            "Phối hợp với Báo Ấp Bắc, Đài Phát thanh và Truyền hình tỉnh đưa tin, tuyên truyền.",
            ["Báo Ấp Bắc", "Đài Phát thanh và Truyền hình tỉnh"],
        ),
        (
            "Chủ trì, phối hợp với Sở Y tế, các cơ quan, đơn vị có liên quan tổ chức Hội nghị.",
            ["Sở Y tế", "các cơ quan, đơn vị có liên quan"],
        ),
        ("Chủ trì, phối hợp chặt chẽ cùng Huyện đoàn chọn đại biểu.", ["Huyện đoàn"]),
        (
            "Phối hợp với Sở Nội vụ và các đơn vị liên quan trong công tác chuẩn bị.",
            ["Sở Nội vụ", "các đơn vị liên quan"],
        ),
        ("Phoi hop voi Cong an phuong bao dam an ninh.", ["Cong an phuong"]),
        ("Phối hợp với Sở Xây dựng kiểm tra hội trường.", ["Sở Xây dựng"]),
        ("Công tác phối hợp phải chặt chẽ.", []),
        ("Phối hợp với Phòng Kinh tế thị xã lấy phiếu hỏi.", ["Phòng Kinh tế thị xã"]),
        ("Phối hợp với Báo Hải Phòng xây dựng phóng sự.", ["Báo Hải Phòng"]),
        ("Phối hợp với LĐLĐ huyện dựng cổng chào.", ["LĐLĐ huyện"]),
        ("Phối hợp với Hội Nông dân tỉnh khích lệ hội viên.", ["Hội Nông dân tỉnh"]),
        ("Phối hợp với Đoàn Thanh niên cùng cấp ra quân.", ["Đoàn Thanh niên cùng cấp"]),
        ("Phối hợp với các phường đặt điểm cầu.", ["các phường đặt điểm cầu"]),
        ("Phối hợp với các sở: Nội vụ, Y tế soạn tài liệu.", ["Sở Nội vụ", "Sở Y tế"]),
        ("Phối hợp với công chức Văn phòng chốt số liệu.", ["công chức Văn phòng"]),
        (
            "Phối hợp HND tỉnh và Liên minh Hợp tác xã chọn gian hàng.",
            ["HND tỉnh", "Liên minh Hợp tác xã"],
        ),
        (
            "Phối hợp với Sở Y tế, Công an tỉnh; Tỉnh đoàn và UBND các xã rà soát danh sách.",
            ["Sở Y tế", "Công an tỉnh", "Tỉnh đoàn", "UBND các xã"],
        ),
        ("Phối hợp với ngành Công an, Quân đội bảo vệ.", ["ngành Công an, Quân đội"]),
        ("Phối hợp với Sở Y tế trực; Công an tỉnh bảo vệ.", ["Sở Y tế"]),
        ("Phối hợp tổ chức Hội nghị.", []),
    ],
)
def test_the_agencies_after_phoi_hop_voi(sentence, named):
    assert list(partners(passage_of(sentence, 1))) == named
