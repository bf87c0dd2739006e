"""Papers as data: what each says, from facts alone."""

from dataclasses import replace
from datetime import date, time

import pytest

from doithoai.documents.kinds.answers_booklet import BookletFacts, booklet
from doithoai.documents.kinds.conclusion_notice import NoticeLine, line_words
from doithoai.documents.kinds.event import ended, event_name, when
from doithoai.documents.kinds.issuers import (
    capacity_of,
    drafting_unit,
    issuer_code,
    issuer_lines,
    signing_lines,
)
from doithoai.documents.kinds.outgoing import GAP, attached, letterhead
from doithoai.documents.kinds.plan import PlanFacts, plan
from doithoai.documents.kinds.quotas import padded, quota_rows_table
from doithoai.documents.kinds.referral_letter import (
    ReferralFacts,
    ReferredQuestion,
    referral_letter,
)
from doithoai.documents.paper import (
    Addressees,
    AnnexBreak,
    Closing,
    Heading,
    Labelled,
    Paper,
    Paragraph,
    QuestionAnswer,
    RowStyle,
    Signature,
    addressee_lines,
    recipient_lines,
    sheets_of,
    with_next,
)
from tests.documents.facts import (
    AGENDA,
    ANSWERS,
    EVENT,
    INNER,
    OUT,
    PAPERS,
    QUOTAS,
)


def test_numbers_and_days_follow_the_decree():
    early = replace(OUT, number="5", day=date(2024, 2, 5))

    assert letterhead(early).number == "Số: 05/KH-UBND"
    assert letterhead(early).place_and_day == "Tiền Giang, ngày 05 tháng 02 năm 2024"
    assert replace(OUT, number="94-KH/TU").full_number == "94-KH/TU"
    assert replace(OUT, number="²", symbol="TB-UBND").full_number == "²/TB-UBND"


def test_what_is_not_known_leaves_room_to_write():
    blank = replace(OUT, number="", day=None)

    assert letterhead(blank).number == f"Số: {GAP}/KH-UBND"
    assert letterhead(blank).place_and_day == f"Tiền Giang, ngày{GAP}tháng{GAP}năm 2024"
    assert letterhead(INNER).number == ""


def test_an_annex_says_to_what_it_belongs():
    assert attached("Kế hoạch", OUT) == (
        "(Kèm theo Kế hoạch số 272/KH-UBND ngày 12 tháng 7 năm 2024 của Ủy ban nhân dân tỉnh "
        "Tiền Giang)"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tổ chức Hội nghị gặp gỡ công nhân", "Hội nghị gặp gỡ công nhân"),
        ("Đối thoại với phụ nữ", "Hội nghị đối thoại với phụ nữ"),
        ("Về việc tổ chức đối thoại với nông dân", "Hội nghị đối thoại với nông dân"),
        ("hội nghị đối thoại", "Hội nghị đối thoại"),
    ],
)
def test_the_conference_is_called_by_the_plans_title(title, name):
    assert event_name(title) == name


def test_the_hour_is_told_as_far_as_it_is_known():
    assert when(EVENT) == "08 giờ 00, ngày 24 tháng 10 năm 2024 (thứ Năm)"
    assert when(replace(EVENT, start=time(13, 30), is_tentative=True)).startswith(
        "dự kiến 13 giờ 30, ngày 24"
    )
    assert when(replace(EVENT, day=None, month=(2024, 10))) == "dự kiến trong tháng 10 năm 2024"
    assert when(replace(EVENT, day=None)) == "sẽ thông báo sau"


@pytest.mark.parametrize("text", ["Nói thẳng", "Nói thẳng;", "Nói thẳng.", "Nói thẳng./."])
def test_every_line_ends_once(text):
    assert ended(text) == "Nói thẳng."


@pytest.mark.parametrize(
    ("name", "kind", "lines"),
    [
        ("Ủy ban nhân dân tỉnh", "committee", ((), ("ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG"))),
        ("Văn phòng Ủy ban nhân dân tỉnh", "office", (("UBND TỈNH TIỀN GIANG",), ("VĂN PHÒNG",))),
        ("Sở Y tế", "department", (("UBND TỈNH TIỀN GIANG",), ("SỞ Y TẾ",))),
        (
            "Ủy ban nhân dân huyện Cái Bè",
            "district_committee",
            ((), ("ỦY BAN NHÂN DÂN", "HUYỆN CÁI BÈ")),
        ),
        (
            "Hội Liên hiệp Phụ nữ tỉnh",
            "mass_organisation",
            ((), ("HỘI LIÊN HIỆP PHỤ NỮ", "TỈNH TIỀN GIANG")),
        ),
    ],
)
def test_letterheads_stand_as_the_agency_stands(name, kind, lines):
    assert issuer_lines(name, kind, "tỉnh", "Tiền Giang") == lines


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "VPUB"),
        ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
        ("Sở Y tế tỉnh Cao Bằng", "SYT"),
        ("Liên đoàn Lao động tỉnh", "LĐLĐ"),
    ],
)
def test_symbols_are_proposed_from_names(name, code):
    assert issuer_code(name) == code


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Chủ tịch UBND tỉnh", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Quyền Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        ("TM.ỦY BAN NHÂN DÂN CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "Phó Chủ tịch Thường trực",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ),
        (
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (
            "Phó Chánh Văn phòng",
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        (
            "TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG",
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        ("PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("", ()),
    ],
)
def test_a_signers_title_is_cut_into_its_lines(title, lines):
    assert signing_lines(title) == lines


@pytest.mark.parametrize(
    ("name", "kind", "lines"),
    [
        ("Ủy ban nhân dân tỉnh", "committee", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Ủy ban nhân dân xã A", "commune_committee", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Văn phòng Ủy ban nhân dân tỉnh", "office", ("CHÁNH VĂN PHÒNG",)),
        ("Sở Y tế", "department", ("GIÁM ĐỐC",)),
        ("Liên đoàn Lao động tỉnh", "mass_organisation", ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("Tỉnh đoàn", "mass_organisation", ("TM. BAN THƯỜNG VỤ", "BÍ THƯ")),
        ("Ủy ban Mặt trận Tổ quốc tỉnh", "front", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        ("Báo Ấp Bắc", "press", ("TỔNG BIÊN TẬP",)),
        ("Đài Phát thanh và Truyền hình", "press", ("GIÁM ĐỐC",)),
    ],
)
def test_the_head_of_a_body_led_by_many_signs_in_its_name(name, kind, lines):
    assert capacity_of(name, kind) == lines


def test_the_drafting_unit_is_read_from_where_a_copy_is_kept():
    assert drafting_unit(("Như trên;", "- Lưu: VT, KGVX (Thảo).")) == "KGVX"
    assert drafting_unit(("Như trên;",)) == ""


def test_a_label_under_a_heading_stays_with_the_words_it_speaks_of():
    label = Labelled("Người nói", "Sở Y tế")
    blocks = (label, Heading("1. Khai mạc", 1), label, Paragraph("Kính thưa hội nghị."))

    assert [stays for _, stays in with_next(blocks)] == [False, False, True, False]


def test_counts_below_ten_take_a_zero():
    assert [padded(number) for number in (0, 1, 10, 1884, None)] == ["00", "01", "10", "1.884", ""]


def test_the_table_of_seats_adds_its_sections():
    table = quota_rows_table(QUOTAS)

    assert table.rows[-1].cells == ("", "TỔNG CỘNG", "28")
    assert [row.style for row in table.rows].count(RowStyle.GROUP) == 1


def test_one_addressee_stands_beside_the_words_several_below():
    assert addressee_lines(Addressees(("Sở Y tế",))) == ["Kính gửi: Sở Y tế."]
    assert addressee_lines(Addressees(("Sở Y tế", "Sở Nội vụ"))) == [
        "Kính gửi:",
        "- Sở Y tế;",
        "- Sở Nội vụ.",
    ]


def test_recipients_get_their_signs_whatever_was_typed():
    closing = Closing((Signature(("CHỦ TỊCH",)),), ("- Như trên ;", "VPUB", "Lưu: VT."))

    assert recipient_lines(closing) == ["- Như trên;", "- VPUB;", "- Lưu: VT."]


def test_each_annex_is_a_sheet_with_its_own_pages():
    paper: Paper = PAPERS["plan"]

    sheets = list(sheets_of(paper))

    assert [sheet.annex and sheet.annex.label for sheet in sheets] == [
        None,
        "Phụ lục I",
        "Phụ lục II",
    ]


def test_a_plan_with_one_annex_numbers_none_and_leaves_out_what_is_not_known():
    paper = plan(PlanFacts(OUT, EVENT, "Tổ chức Hội nghị", agenda=AGENDA))

    annexes = [block for block in paper.body if isinstance(block, AnnexBreak)]
    headings = [block.text for block in paper.body if isinstance(block, Heading)]
    assert [annex.label for annex in annexes] == ["Phụ lục"]
    assert headings == ["I. NỘI DUNG", "1. Thời gian, địa điểm"]


def test_the_annex_of_a_letter_names_each_topic_once_and_numbers_its_questions_through():
    due = date(2024, 10, 15)
    questions = tuple(
        ReferredQuestion(f"C-00{number}", "Khi nào?", topic, due)
        for number, topic in enumerate(["Nước sạch", "Y tế", "Nước sạch"], start=1)
    )
    *_, table = referral_letter(ReferralFacts(OUT, EVENT, "Sở Y tế", questions)).body

    assert [row.cells[:2] for row in table.rows] == [
        ("Nước sạch",),
        ("1", "C-001"),
        ("2", "C-003"),
        ("Y tế",),
        ("3", "C-002"),
    ]


def test_a_booklet_names_askers_only_when_they_are_given():
    def asked(answers):
        paper = booklet(BookletFacts(INNER, EVENT, answers))
        return [b.asked_by for b in paper.body if isinstance(b, QuestionAnswer)]

    field, (question,) = ANSWERS[0]
    assert asked(ANSWERS) == ["Người hỏi: Nguyễn Thị Hoa."]
    assert asked(((field, (replace(question, asked_by=()),)),)) == [""]


def test_an_assigned_line_says_who_what_and_by_when():
    line = NoticeLine("xây trạm cấp nước;", "Sở Y tế", date(2024, 12, 31))

    assert line_words(line) == ("Sở Y tế: xây trạm cấp nước. Thời hạn: ngày 31 tháng 12 năm 2024.")


def test_a_conclusion_that_begins_with_the_agency_names_it_once():
    line = NoticeLine("Sở Y tế sẽ xây trạm cấp nước.", "Sở Y tế")

    assert line_words(line) == "Sở Y tế sẽ xây trạm cấp nước."
    assert line_words(NoticeLine("Hai câu.")) == "Hai câu."
