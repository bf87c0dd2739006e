"""Personal data: what is hidden, and what must stay readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.personal_data import (
    PersonalDataKind,
    find_personal_data,
    mask,
    mask_contacts,
    mask_phone,
    unmasked,
)

K = PersonalDataKind


@pytest.mark.parametrize(
    "text, kind, data",
    [
        ("gọi 0912345678 giúp", K.PHONE, "0912345678"),
        ("ĐT: 0912 345 678.", K.PHONE, "0912 345 678"),
        ("ĐT 0912.345.678, cảm ơn", K.PHONE, "0912.345.678"),
        ("+84 912 345 678", K.PHONE, "+84 912 345 678"),
        ("gọi 0912–345–678 nhé", K.PHONE, "0912–345–678"),
        ("gọi 0912 - 345  678 nhé", K.PHONE, "0912 - 345  678"),
        ("+84(0)912345678", K.PHONE, "+84(0)912345678"),
        ("84912345678", K.PHONE, "84912345678"),
        ("máy bàn 0273 3872 154", K.PHONE, "0273 3872 154"),
        ("(0273) 3872154", K.PHONE, "(0273) 3872154"),
        ("thư về nguyen.van-a@example.com.vn nhé", K.EMAIL, "nguyen.van-a@example.com.vn"),
        ("CCCD 082190001234", K.IDENTITY, "082190001234"),
        ("số định danh cá nhân: 082 190 001 234", K.IDENTITY, "082 190 001 234"),
        ("mã 082190001234", K.IDENTITY, "082190001234"),
        ("CMND số 311234567", K.IDENTITY, "311234567"),
        ("Hộ chiếu: C1234567", K.IDENTITY, "C1234567"),
        ("STK 0123456789012 Vietcombank", K.BANK_ACCOUNT, "0123456789012"),
        ("tài khoản số: 6900 2050 12345", K.BANK_ACCOUNT, "6900 2050 12345"),
        ("xe 63A-123.45 đỗ", K.PLATE, "63A-123.45"),
        ("xe 11B1-234.56", K.PLATE, "11B1-234.56"),
        ("biển số 63-B1 2345", K.PLATE, "63-B1 2345"),
    ],
)
def test_personal_data_is_found(text, kind, data):
    (found,) = find_personal_data(text)
    assert (found.kind, found.text) == (kind, data)
    assert text[found.start : found.end] == data


@pytest.mark.parametrize(
    "text",
    [
        "hỗ trợ 7.500.000 đồng, 84.912.345.678 đồng",
        "500.000.000 đ và 1.234.567.890",
        "Kế hoạch số 272/KH-UBND ngày 24/5/2022",
        "0912345/QĐ-UBND",
        "giai đoạn 2018 - 2022, tháng 10/2024",
        "tổng đài 1900 1234 và 18001234",
        "diện tích 5.938,7 km2",
        "Luật số 57/2020/QH14",
        "Khu phố 5, đường 30/4",
        "150 đại biểu, 63 + 25 + 62",
    ],
)
def test_money_dates_and_numbers_of_papers_are_left_alone(text):
    assert find_personal_data(text) == []
    assert mask(text) == text


def test_phones_written_side_by_side_are_all_found():
    for text in ("0912345678/0987654321", "0912345678-0987654321", "0912345678 0987654321"):
        assert [found.text for found in find_personal_data(text)] == ["0912345678", "0987654321"]


@pytest.mark.parametrize(
    "phone, masked",
    [
        ("0912345678", "09•• ••• •78"),
        ("+84 912 345 678", "09•• ••• •78"),
        ("02733872154", "02•• ••• ••54"),
        ("12345", "•••••"),
    ],
)
def test_a_phone_keeps_its_ends(phone, masked):
    assert mask_phone(phone) == masked


def test_a_text_is_masked_in_place():
    text = "Bà Lan, 0912345678, lan@example.com, CCCD 082190001234, xe 63A-123.45, STK 12345678."
    assert mask(text) == (
        "Bà L•••, 09•• ••• •78, l•••@example.com, CCCD •••••••••234, xe 63A-•••.••, STK •••••678."
    )


@pytest.mark.parametrize(
    "text, masked",
    [
        ("hộ ông Nguyễn Văn An lấn đất", "hộ ông A••• lấn đất"),
        ("HỘ ÔNG NGUYỄN VĂN AN LẤN ĐẤT", "HỘ ÔNG A••• LẤN ĐẤT"),
        ("bà Lê Thị Đào, sinh năm 1957", "bà Đ•••, sinh năm 19••"),
        ("sinh ngày 12/3/1948", "sinh ngày ••/•/19••"),
        ("số nhà 12/3 đường Nguyễn Trãi", "số nhà ••• đường Nguyễn Trãi"),
        ("facebook.com/hoa.nong.san", "facebook.com/•••"),
        ("sổ BHXH 8215001234", "sổ BHXH •••••••234"),
        ("mã số thuế cá nhân 8412345678", "mã số thuế cá nhân •••••••678"),
    ],
)
def test_what_is_left_lets_an_official_know_the_case(text, masked):
    assert mask(text) == masked


def test_who_agreed_to_be_named_is_named_without_a_telephone():
    assert mask_contacts("Bà Lê Thị Đào, 0912345678") == "Bà Lê Thị Đào, 09•• ••• •78"


_PIECES = ["0912345678 ", "+84 912 345 678, ", "a@b.vn ", "CCCD 082190001234; ", "7.500.000 đ ",
           "63A-123.45 ", "STK 12345678\n", "ngày 24/5/2022 ", "xã Tân Phú ",
           "ông Lê Văn Tư, Trần Thị Năm ", "BÀ LÊ THỊ NĂM, ", "tên là Hồ A Tó. "]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_masking_leaves_nothing_to_find_but_addresses(text):
    left = {found.kind for found in find_personal_data(mask(text))}
    assert left <= {K.EMAIL}
    assert mask(mask(text)) == mask(text)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("chồng tôi Nguyễn Văn Dũng bị tai nạn", "chồng tôi D••• bị tai nạn"),
        ("giám đốc công ty Phạm Quốc Hùng nợ lương", "giám đốc công ty H••• nợ lương"),
        ("nhà ba nguyen thi no o ap 3", "nhà ba N••• o ap 3"),
        ("xin goi gap chi lan de biet", "xin goi gap chi L••• de biet"),
        ("Trần Thị Kim Ngân, 0912 345 678", "N•••, 09•• ••• •78"),
        ("Gọi 0912345678 (Trần Thị Kim Ngân)", "Gọi 09•• ••• •78 (N•••)"),
        ("sdt o9l2345678 gọi giùm", "sdt 09•• ••• •78 gọi giùm"),
    ],
)
def test_names_of_kin_leaders_callers_and_owners_of_a_number_are_masked(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "giám đốc công ty Hoàng Gia, công ty TNHH Minh Phát",
        "đường Nguyễn Thị Minh Khai, trường Nguyễn Thị Định",
        "ba mai thi cong truong hoc, co ly van de nay",
        "xin gap chi em phu nu, gọi cho công an xã",
        "ở 5 11 12 13 14 ấp, lô 10 11 12",
    ],
)
def test_places_companies_and_ordinary_words_stay(text):
    assert mask(text) == text


def test_a_street_beside_a_number_is_no_owner():
    text = "đường Nguyễn Thị Minh Khai, 0912345678"

    assert mask(text).startswith("đường Nguyễn Thị Minh Khai, 09••")


def test_what_was_hidden_is_put_back_into_what_was_made_of_it():
    said = "Gọi 0912345678 cho ông Nguyễn Văn An, hoặc 0987654321."
    made = mask(said).replace("Gọi", "Xin gọi").replace("hoặc", "hay")

    assert unmasked(made, said) == "Xin gọi 0912345678 cho ông Nguyễn Văn An, hay 0987654321."
    assert unmasked("Không còn gì", said) == "Không còn gì"
