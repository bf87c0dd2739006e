"""Abbreviations: spelled out, defined by a text, or written in two ways."""

import pytest

from doithoai.vietnamese.abbreviations import defined_in, expand, known_abbreviations, variants
from doithoai.vietnamese.letters import nfc


@pytest.mark.parametrize(
    "text, full",
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ, TB và XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Đài PT-TH tỉnh", "Đài Phát thanh - Truyền hình tỉnh"),
        ("Hội LHPN Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam"),
        ("LDLD tinh", "Liên đoàn Lao động tinh"),
        ("TT. TU; TT. HĐND tỉnh", "Thường trực Tỉnh ủy; Thường trực Hội đồng nhân dân tỉnh"),
        ("Các PCT UBND tỉnh", "Các Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Sở CT, Hội ND", "Sở Công Thương, Hội Nông dân"),
        ("Phòng: TH, NC, KT", "Phòng: Tổng hợp, Nội chính, Kinh tế"),
        ("Sở TP; TP. Cao Bằng", "Sở Tư pháp; thành phố. Cao Bằng"),
        ("Lưu: VT, KGVX.", "Lưu: Văn thư, Khoa giáo - Văn xã."),
        ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ],
)
def test_an_abbreviation_is_spelled_out(text, full):
    assert expand(text) == full


@pytest.mark.parametrize(
    "text", ["CT số 5", "KT. CHỦ TỊCH", "Trung tâm", "Ban Tổ chức", "XYZ tỉnh", "", "KẾ HOẠCH"]
)
def test_what_may_mean_anything_stays(text):
    assert expand(text) == text


def test_an_abbreviation_beside_its_own_words_is_left_off():
    assert expand("Ủy ban nhân dân (UBND) tỉnh") == "Ủy ban nhân dân tỉnh"
    assert expand("Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam") == ("Tổng Liên đoàn Lao động Việt Nam")


def test_spelling_out_twice_changes_nothing_more():
    for known in known_abbreviations():
        once = expand(f"Cơ quan {known.short} tỉnh")
        assert expand(once) == once


def test_every_spelling_of_the_table_is_understood():
    for known in known_abbreviations():
        lead = known.after[0] if known.after else "Cơ quan"
        for written in (known.short, *known.spellings):
            assert expand(f"{lead} {written} tỉnh") == f"{lead} {known.full} tỉnh"


@pytest.mark.parametrize(
    "text, defined",
    [
        ("Ủy ban nhân dân (UBND) tỉnh", {"UBND": "Ủy ban nhân dân"}),
        (
            "với công nhân, viên chức, người lao động (CNVCNLĐ) trên địa bàn",
            {"CNVCNLĐ": "công nhân, viên chức, người lao động"},
        ),
        (
            "Trung tâm Phục vụ hành chính công (sau đây gọi tắt là TTPVHCC) tỉnh",
            {"TTPVHCC": "Trung tâm Phục vụ hành chính công"},
        ),
        (
            "Sở Lao động - Thương binh và Xã hội (LĐTBXH)",
            {"LĐTBXH": "Lao động - Thương binh và Xã hội"},
        ),
        ("Thường trực Tỉnh ủy (b/c)", {}),
        ("bảng tổng hợp (ABC)", {}),
    ],
)
def test_a_text_defines_its_own(text, defined):
    assert defined_in(text) == defined


def test_two_spellings_of_one_abbreviation_are_told():
    text = "CNVCNLĐ gửi câu hỏi; gặp mặt CNVCNLD; đời sống CNVCLĐ; LĐLĐ tỉnh và LĐLĐ huyện"
    assert variants(text) == {"CNVCLĐ": ("CNVCNLĐ", "CNVCNLD", "CNVCLĐ")}


def test_the_table_is_clean():
    table = known_abbreviations()
    assert all(entry.full == nfc(entry.full).strip() for entry in table)
    assert len({(entry.short, entry.after) for entry in table}) == len(table)
    assert len(table) >= 90
