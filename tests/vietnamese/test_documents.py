"""Numbers of official documents, and citations of legal bases."""

import json
from pathlib import Path

import pytest

from doithoai.vietnamese.documents import (
    find_citations,
    find_document_numbers,
    parse_document_number,
)
from doithoai.vietnamese.letters import nfc

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.parametrize(
    "text, serial, kind, issuers, party",
    [
        ("272/KH-UBND", "272", "KH", ("UBND",), False),
        ("573/KH-UBND-HNDT", "573", "KH", ("UBND", "HNDT"), False),
        ("651/CTrPH-UBND-LĐLĐ", "651", "CTrPH", ("UBND", "LĐLĐ"), False),
        ("94-KH/TU", "94", "KH", ("TU",), True),
        ("2955-CV/TU", "2955", "CV", ("TU",), True),
        ("218-QĐ/TW", "218", "QĐ", ("TW",), True),
        ("11-QĐi/TW", "11", "QĐi", ("TW",), True),
        ("02/NQ-TW", "02", "NQ", ("TW",), True),
        ("1306/CTr-TLĐ", "1306", "CTr", ("TLĐ",), False),
        ("57/2020/QH14", "57", None, ("QH14",), False),
        ("13/2021/NĐ-CP", "13", "NĐ", ("CP",), False),
        ("40/2017/TT-BTC", "40", "TT", ("BTC",), False),
        ("05/QyĐ-UBND", "05", "QyĐ", ("UBND",), False),
        ("218-QD/TW", "218", "QĐ", ("TW",), True),
        ("45-KH/TĐTN-BTC", "45", "KH", ("TĐTN", "BTC"), True),
        ("24/QĐ-TTg", "24", "QĐ", ("TTg",), False),
    ],
)
def test_a_number_is_taken_apart(text, serial, kind, issuers, party):
    number = parse_document_number(text)
    assert (number.text, number.serial, number.kind_code) == (text, serial, kind)
    assert (number.issuers, number.party, number.blank) == (issuers, party, False)


def test_a_dispatch_has_no_kind_but_a_unit():
    number = parse_document_number("Số: 12/UBND-VX")
    assert (number.kind, number.issuers, number.unit) == (None, ("UBND",), "VX")


@pytest.mark.parametrize(
    "line, text", [("Số:      /KH-UBND", "/KH-UBND"), ("Số …./KH-UBND", "/KH-UBND"),
                   ("Số:      -KH/TU", "-KH/TU")]
)  # fmt: skip
def test_a_number_left_open_is_blank(line, text):
    number = parse_document_number(line)
    assert (number.text, number.serial, number.blank) == (text, None, True)


@pytest.mark.parametrize(
    "written, text",
    [
        ("Số: 272 /KH-UBND", "272/KH-UBND"),
        ("272/KH - UBND", "272/KH-UBND"),
        ("94 - KH/TU", "94-KH/TU"),
        ("Số 20 NQ/TW", "20 NQ/TW"),
    ],
)
def test_loose_spacing_is_understood(written, text):
    assert parse_document_number(written).text == text


@pytest.mark.parametrize(
    "text",
    ["24/5/2022", "1/3 số đại biểu", "Phòng họp số 2 - Trung tâm", "và/hoặc", "8/Kế hoạch", "2/3"],
)
def test_other_figures_are_no_document_number(text):
    assert find_document_numbers(text) == []


def test_numbers_know_their_place():
    text = "Kế hoạch số 272/KH-UBND và Công văn số 2955-CV/TU"
    found = find_document_numbers(text)
    assert [text[n.start : n.end] for n in found] == ["272/KH-UBND", "2955-CV/TU"]


def cited(text):
    return [
        (c.kind, c.number, c.date.isoformat() if c.date else None, c.issuer, c.nested)
        for c in find_citations(text)
    ]


@pytest.mark.parametrize(
    "text, citation",
    [
        (
            "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị ban hành Quy chế giám sát",
            ("Quyết định", "217-QĐ/TW", "2013-12-12", "Bộ Chính trị", False),
        ),
        (
            "Kế hoạch số 31/KH-UBND của Ủy ban nhân dân tỉnh, ngày 05 tháng 02 năm 2024 về thi",
            ("Kế hoạch", "31/KH-UBND", "2024-02-05", "Ủy ban nhân dân tỉnh", False),
        ),
        (
            "Quy chế phối hợp công tác số 05/QCPH-UBND-LĐLĐ ngày 3/4/2023 giữa Ủy ban nhân dân"
            " với Liên đoàn Lao động tỉnh;",
            (
                "Quy chế phối hợp", "05/QCPH-UBND-LĐLĐ", "2023-04-03",
                "Ủy ban nhân dân với Liên đoàn Lao động tỉnh", False,
            ),
        ),
        (
            "Chương trình số 12/CTr-TLĐ ngày 1/2/2023 của Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam"
            " về chăm lo đời sống",
            (
                "Chương trình", "12/CTr-TLĐ", "2023-02-01",
                "Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam", False,
            ),
        ),
        (
            "Thông tư số 40/2017/TT-BTC ngày 28/4/2017 của Bộ trưởng Bộ Tài chính quy định chế độ",
            ("Thông tư", "40/2017/TT-BTC", "2017-04-28", "Bộ trưởng Bộ Tài chính", False),
        ),
        (
            "Kế hoạch số 3/KH-LĐLĐ ngày 1/2/2023 của Liên đoàn Lao động (LĐLĐ) tỉnh (bản số 2)",
            ("Kế hoạch", "3/KH-LĐLĐ", "2023-02-01", "Liên đoàn Lao động (LĐLĐ) tỉnh", False),
        ),
        (
            "Công văn số 2955 ngày 15/3/2024 của Tỉnh ủy",
            ("Công văn", "2955", "2024-03-15", "Tỉnh ủy", False),
        ),
        (
            "Quyet dinh so 218-QD/TW ngay 12/12/2013 cua Bo Chinh tri ve viec gop y",
            ("Quyet dinh", "218-QD/TW", "2013-12-12", "Bo Chinh tri", False),
        ),
        (
            "Kế hoạch số      /KH-UBND ngày    tháng 7 năm 2024 của Ủy ban nhân dân tỉnh",
            ("Kế hoạch", None, None, "Ủy ban nhân dân tỉnh", False),
        ),
        (
            "Kế hoạch số 7/KH-SVHTTDL ngày 1/3/2023 của Sở Văn hóa, Thể thao và Du lịch về hội thi",
            ("Kế hoạch", "7/KH-SVHTTDL", "2023-03-01", "Sở Văn hóa, Thể thao và Du lịch", False),
        ),
    ],
)  # fmt: skip
def test_a_document_is_cited(text, citation):
    assert cited(text) == [citation]


@pytest.mark.parametrize(
    "text, name, number, day",
    [
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Luật Tổ chức chính quyền địa phương", None, "2015-06-19",
        ),
        ("Luật Thanh niên số 57/2020/QH14;", "Luật Thanh niên", "57/2020/QH14", None),
        ("Luật số 72/2025/QH15;", None, "72/2025/QH15", None),
        ("Luật Điện lực (sửa đổi) ngày 30/11/2024;", "Luật Điện lực (sửa đổi)", None, "2024-11-30"),
        (
            "Luật Thanh niên số 57/2020/QH14 được Quốc hội thông qua ngày 16/6/2020",
            "Luật Thanh niên", "57/2020/QH14", "2020-06-16",
        ),
        ("Luật Thanh niên năm 2020;", "Luật Thanh niên", None, None),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính"
            " quyền địa phương ngày 22/11/2019;",
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính"
            " quyền địa phương", None, "2019-11-22",
        ),
        (
            "Luật Phòng, chống tham nhũng ngày 20/11/2018;",
            "Luật Phòng, chống tham nhũng", None, "2018-11-20",
        ),
        ("Bộ luật Lao động số 45/2019/QH14 ngày 20/11/2019 của Quốc hội;",
         "Bộ luật Lao động", "45/2019/QH14", "2019-11-20"),
    ],
)  # fmt: skip
def test_a_law_is_cited_by_name(text, name, number, day):
    (law,) = find_citations(text)
    assert (law.name, law.number, law.date and law.date.isoformat()) == (name, number, day)


def test_a_citation_in_anothers_title_is_nested():
    text = (
        "Thực hiện Kế hoạch số 9-KH/TU, ngày 2/3/2022 của Ban Thường vụ Tỉnh ủy về việc thực hiện"
        " Nghị quyết 03/NQ-TW của Bộ Chính trị; Công văn số 15/UBND-VX ngày 4/3/2022"
    )
    assert [(c.number, c.nested) for c in find_citations(text)] == [
        ("9-KH/TU", False), ("03/NQ-TW", True), ("15/UBND-VX", False),
    ]  # fmt: skip


def test_two_bases_in_one_sentence_are_two():
    text = (
        "Thực hiện Luật Thanh niên số 57/2020/QH14, Nghị định số 13/2021/NĐ-CP ngày 01/3/2021 của"
        " Chính phủ quy định về đối thoại với thanh niên và Kế hoạch số 8/KH-UBND ngày 5/1/2024"
    )
    assert [(c.number, c.nested) for c in find_citations(text)] == [
        ("57/2020/QH14", False), ("13/2021/NĐ-CP", False), ("8/KH-UBND", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "các Quyết định số 217-QĐ/TW, số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị (khóa XI) về",
        "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị về",
        "Quyết định số 217-QĐ/TW và 218-QĐ/TW của Bộ Chính trị (khóa XI) ngày 12/12/2013 về",
    ],
)
def test_joined_documents_of_one_kind_share_their_date(text):
    assert cited(text) == [
        ("Quyết định", number, "2013-12-12", "Bộ Chính trị", False)
        for number in ("217-QĐ/TW", "218-QĐ/TW")
    ]


def test_an_amended_circular_is_nested_in_the_amending_one():
    text = (
        "Thông tư số 12/2025/TT-BTC ngày 19/3/2025 của Bộ Tài chính sửa đổi, bổ sung một số điều"
        " của Thông tư số 40/2017/TT-BTC ngày 28/4/2017 của Bộ Tài chính;"
    )
    assert [c.nested for c in find_citations(text)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "chính sách pháp luật của Nhà nước",
        "Hội Luật gia tỉnh",
        "Kế hoạch này, báo cáo kết quả trước ngày 5/6/2024",
        "theo quy định hiện hành",
    ],
)
def test_words_that_cite_nothing_give_nothing(text):
    assert find_citations(text) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two real plans are not here")
@pytest.mark.parametrize("plan", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_bases_of_a_real_plan_are_found(plan):
    gold = json.loads(plan.with_suffix("").with_suffix(".expected.json").read_text("utf-8"))
    opening = nfc(plan.read_text("utf-8")).split("I. MỤC ĐÍCH")[0]
    bases = [c for c in find_citations(opening) if not c.nested]
    assert [
        {"kind": c.kind, "number": c.number, "date": c.date.isoformat(), "issuer": c.issuer}
        for c in bases
    ] == gold["legal_bases"]
