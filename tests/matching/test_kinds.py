"""The kind of a submission by its cues: sentences of every kind, and those that only sound so.

Run as a module to print the confusion over the table.
"""

from collections import Counter
from pathlib import Path

import pytest

from doithoai.matching.kinds import Concern, Kind, propose_kind

LINES = Path(__file__).with_name("kinds.tsv").read_text("utf-8").splitlines()
SENTENCES = [tuple(line.split("\t")) for line in LINES]


def confusion() -> Counter[tuple[str, str]]:
    """How many sentences of each expected kind were proposed as each kind."""
    return Counter((expected, propose_kind(text).kind.value) for expected, text in SENTENCES)


@pytest.mark.parametrize("expected, text", SENTENCES)
def test_a_text_is_of_the_kind_its_words_say(expected, text):
    assert propose_kind(text).kind == expected


def test_a_complaint_is_proposed_with_its_words_and_whose_rights_they_are():
    proposal = propose_kind("Tôi khiếu nại Quyết định số 12/QĐ-UBND thu hồi đất của gia đình tôi.")

    assert proposal.is_personal_case
    assert proposal.reasons == (
        "Có cụm từ “Tôi khiếu nại”, “khiếu nại Quyết định”, "
        "là lời khiếu nại quyết định, việc làm của cơ quan.",
        "Nói về quyền lợi của chính người viết “gia đình tôi”.",
    )


def test_a_denunciation_quotes_the_deed_and_who_did_it():
    (reason,) = propose_kind("Cán bộ địa chính vòi vĩnh mười triệu mới chịu đo đất.").reasons

    assert "“Cán bộ địa chính”, “vòi vĩnh”" in reason


def test_nothing_stated_is_a_state_of_things():
    proposal = propose_kind("")

    assert proposal.kind == Kind.FEEDBACK
    assert proposal.reasons == ("Nêu một việc, không có lời hỏi hay lời đề nghị.",)


@pytest.mark.parametrize(
    "text, concern",
    [
        ("Một lũ ăn hại, bao giờ mới làm xong cây cầu?", Concern.INSULT),
        ("can bo khon nan, noi mot dang lam mot neo", Concern.INSULT),
        ("Khuyến mãi lớn, mua ngay kẻo hết", Concern.ADVERT),
        ("Tòa án đang thụ lý vụ tranh chấp lối đi này", Concern.COURT),
        ("Em là học sinh lớp 8, em mong có thư viện", Concern.MINOR),
        ("Cháu năm nay 15 tuổi, muốn học nghề sửa xe", Concern.MINOR),
        ("chau hoc lop 9 xin hoi ve hoc bong", Concern.MINOR),
    ],
)
def test_what_asks_for_a_second_look_is_told(text, concern):
    assert [caution.concern for caution in propose_kind(text).cautions] == [concern]


@pytest.mark.parametrize(
    "text",
    [
        "Xã tôi trồng cây óc chó có được hỗ trợ giống không?",
        "Nhà hàng xóm nuôi con chó to quá, có cần rọ mõm không?",
        "do ngu dan di bien chua co bao hiem",
        "an hai san bi ngo doc thi kham o dau",
        "Con tôi học lớp 3 chưa có sách giáo khoa",
        "Các em học sinh lớp 1 phải đi học xa",
        "Con em học lớp 2 được miễn học phí không?",
        "Tôi 45 tuổi, muốn học nghề",
        "Bản án nào cũng phải thi hành hay sao?",
        "Đất nhà tôi ở gần đường đèo, xin cấp sổ",
        "mat day dien tu cot ve nha, de nghi sua",
    ],
)
def test_innocent_words_raise_no_concern(text):
    assert propose_kind(text).cautions == ()


if __name__ == "__main__":
    print("expected", *(kind.value[:8].rjust(9) for kind in Kind))
    for expected in Kind:
        row = (confusion()[expected.value, kind.value] for kind in Kind)
        print(expected.value[:8].ljust(8), *(str(count).rjust(9) for count in row))
