"""Number, date, issuer, title, chair and audience."""

import pytest

from doithoai.reading.parties import read_audience, read_chair
from doithoai.reading.passages import passage_of

from .plans_in_words import HEAD, read_with


def test_a_full_heading_block_is_read():
    plan = read_with()
    assert plan.number.value == "15/KH-UBND"
    assert plan.issued_on.value.isoformat() == "2023-03-05"
    assert plan.issuer.value == "Ủy ban nhân dân tỉnh Cao Bằng"
    assert (plan.province.value, plan.year.value) == ("Cao Bằng", 2023)


def test_a_blank_number_and_day_are_absent():
    head = HEAD.replace("15/KH", "      /KH").replace("ngày 05", "ngày    ")
    plan = read_with(head=head)
    assert plan.number is None
    assert plan.issued_on is None


def test_the_note_of_an_annex_gives_number_and_day():
    head = HEAD.split("\n\n", 1)[1]
    note = "\nDANH SÁCH\n(Kèm theo Kế hoạch số **7/KH-UBND** ngày **09** tháng **3** năm 2023)\n"
    plan = read_with(head=head, after=note)
    assert plan.number.value == "7/KH-UBND"
    assert plan.issued_on.value.isoformat() == "2023-03-09"


@pytest.mark.parametrize(
    "letterhead, issuer",
    [
        ("UBND TỈNH CAO BẰNG", "Ủy ban nhân dân tỉnh Cao Bằng"),
        ("UBND HUYỆN HÀ QUẢNG, TỈNH CAO BẰNG", "Ủy ban nhân dân huyện Hà Quảng"),
        ("TỈNH CAO BẰNG\nỦY BAN NHÂN DÂN\nXÃ ĐÀM THỦY", "Ủy ban nhân dân xã Đàm Thủy"),
        ("ỦY BAN NHÂN DÂN XÃ ĐÀM THỦY\nHUYỆN TRÙNG KHÁNH", "Ủy ban nhân dân xã Đàm Thủy"),
        ("UBND TỈNH CAO BẰNG - HỘI NÔNG DÂN TỈNH", "Ủy ban nhân dân tỉnh Cao Bằng"),
    ],
)
def test_the_issuer_of_a_letterhead(letterhead, issuer):
    plan = read_with(head=HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", letterhead))
    assert plan.issuer.value == issuer


@pytest.mark.parametrize(
    "letterhead",
    ["UBND TỈNH CAO BẰNG - HỘI NÔNG DÂN TỈNH", "HỘI NÔNG DÂN TỈNH\nUBND TỈNH CAO BẰNG"],
)
def test_who_issues_a_joint_plan_with_the_committee(letterhead):
    plan = read_with(head=HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", letterhead))
    assert [fact.value for fact in plan.joint_issuers] == ["Hội nông dân tỉnh Cao Bằng"]


@pytest.mark.parametrize(
    "title, chair, audience",
    [
        (
            "Tổ chức đối thoại giữa Chủ tịch UBND tỉnh với phụ nữ tỉnh Tiền Giang năm 2024",
            "Chủ tịch UBND tỉnh",
            "phụ nữ",
        ),
        (
            "Chủ tịch UBND huyện gặp gỡ, đối thoại với thanh niên huyện An Lão năm 2023",
            "Chủ tịch UBND huyện",
            "thanh niên",
        ),
        (
            "Đối thoại giữa lãnh đạo thành phố với doanh nghiệp, hợp tác xã quý III năm 2025",
            "lãnh đạo thành phố",
            "doanh nghiệp, hợp tác xã",
        ),
        ("Tổ chức đối thoại với nông dân trên địa bàn xã năm 2025", None, "nông dân"),
        ("Tổ chức Hội nghị đối thoại doanh nghiệp năm 2021", None, "doanh nghiệp"),
    ],
)
def test_who_speaks_with_whom(title, chair, audience):
    passage = passage_of(title, 1)
    found = read_chair(passage, ())
    assert (found.value if found else None) == chair
    assert read_audience(passage).value == audience


def test_a_title_may_begin_with_v_v():
    plan = read_with(head=HEAD.replace("Tổ chức đối", "V/v tổ chức đối"))
    assert plan.title.value.startswith("V/v tổ chức đối thoại giữa")


def test_a_joint_plan_keeps_both_numbers_and_the_committee_s_signer():
    closing = """
Nơi nhận:
- Lưu: VT.

TM. BAN THƯỜNG VỤ\tTM. ỦY BAN NHÂN DÂN
CHỦ TỊCH\tKT. CHỦ TỊCH
\tPHÓ CHỦ TỊCH
Lê Thị Lan\tNguyễn Văn Đệ
"""
    head = HEAD.replace("15/KH-UBND", "573/KH-UBND-HNDT").replace(
        "KẾ HOẠCH\n", "KẾ HOẠCH LIÊN TỊCH\n"
    )
    plan = read_with(head=head, closing=closing)
    assert plan.number.value == "573/KH-UBND-HNDT"
    assert plan.signer.name == "Nguyễn Văn Đệ"


def test_a_name_stands_under_the_office_of_its_own_column():
    closing = """
TM. BAN THƯỜNG VỤ HỘI                        TM. ỦY BAN NHÂN DÂN TỈNH
     CHỦ TỊCH                                     KT. CHỦ TỊCH
                                                  PHÓ CHỦ TỊCH

   Lê Thị Lan                                     Nguyễn Văn Đệ
"""
    signer = read_with(closing=closing).signer
    assert (signer.title, signer.name) == ("PHÓ CHỦ TỊCH", "Nguyễn Văn Đệ")


def test_a_cell_that_opens_with_an_abbreviation_is_no_signature():
    closing = (
        "\nNơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Thường trực Tỉnh ủy,\tCHỦ TỊCH\n"
        "HĐND tỉnh;\t\n- Lưu: VT.\tTrần Văn Bình\n"
    )
    plan = read_with(closing=closing)
    assert [fact.value for fact in plan.recipients] == [
        "Thường trực Tỉnh ủy, HĐND tỉnh",
        "Lưu: VT",
    ]
    assert plan.signer.name == "Trần Văn Bình"


def test_a_plan_by_decision_takes_the_decision_s_number_and_signer():
    decision = """ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
Số: 964/QĐ-UBND
Cao Bằng, ngày 20 tháng 6 năm 2023
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch đối thoại
Căn cứ Luật Trẻ em ngày 05/4/2016;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đối thoại.
Nơi nhận:
- Như Điều 1;
- Lưu: VT.
CHỦ TỊCH
Hoàng Văn Bình

KẾ HOẠCH
Đối thoại giữa Chủ tịch UBND tỉnh với trẻ em năm 2023
(Ban hành kèm theo Quyết định số 964/QĐ-UBND ngày 20/6/2023)

"""
    plan = read_with(head=decision, closing="")
    assert (plan.number.value, plan.signer.name) == ("964/QĐ-UBND", "Hoàng Văn Bình")
    assert plan.title.value == "Đối thoại giữa Chủ tịch UBND tỉnh với trẻ em năm 2023"
    assert [fact.value for fact in plan.recipients] == ["Như Điều 1", "Lưu: VT"]
    assert len(plan.legal_bases) == 1


def test_the_type_may_stand_in_the_table_of_the_letterhead():
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\n", "UBND TỈNH CAO BẰNG\tCỘNG HÒA\n")
    head = head.replace("15/KH-UBND\n", "15/KH-UBND\t").replace("\n\nKẾ HOẠCH\n", "\n\tKẾ HOẠCH\n")
    plan = read_with(head=head)
    assert plan.title.value.startswith("Tổ chức đối thoại giữa Chủ tịch")
    assert plan.number.value == "15/KH-UBND"


BASIS = "Căn cứ Kế hoạch số 4/KH-UBND ngày 16/02/2023 của UBND tỉnh Thanh Hóa"


@pytest.mark.parametrize(
    "opening",
    [
        f"{BASIS} về tổ chức đối thoại;\nUBND huyện Yên Định xây dựng Kế hoạch như sau:",
        f"{BASIS} ban hành;\nỦy ban nhân dân huyện Yên Định ban hành Kế hoạch như sau:",
        f"{BASIS} về đối thoại, UBND huyện Yên Định xây dựng Kế hoạch như sau:",
    ],
)
def test_the_issuer_of_a_basis_does_not_issue_the_plan(opening):
    title = "KẾ HOẠCH\nTổ chức đối thoại giữa Chủ tịch UBND huyện với nông dân năm 2023\n\n"
    plan = read_with(head=f"{title}{opening}\n\n")
    assert plan.issuer.value == "Ủy ban nhân dân huyện Yên Định"
    assert plan.province.value == "Thanh Hóa"


@pytest.mark.parametrize(
    "party, province", [("Thành ủy Hải Phòng", "Hải Phòng"), ("Tỉnh uỷ Cao Bằng", "Cao Bằng")]
)
def test_the_province_of_a_party_committee_serves_when_nothing_else_names_one(party, province):
    title = "KẾ HOẠCH\nTổ chức đối thoại với nông dân xã Đàm Thủy năm 2023\n\n"
    basis = f"Căn cứ Quyết định số 5-QĐ/TU ngày 02/3/2023 của {party};\n\n"
    assert read_with(head=title + basis).province.value == province
    other = basis.replace(";", " và của Ủy ban nhân dân tỉnh Sơn La;")
    assert read_with(head=title + other).province.value == "Sơn La"
