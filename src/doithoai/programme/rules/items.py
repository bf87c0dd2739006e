"""What an item of a programme is by its words, and how long such an item usually takes."""

import re
from dataclasses import dataclass

from doithoai.vietnamese.letters import fold

KIND_CUES: tuple[tuple[str, str], ...] = (
    ("signing", r"\bky (ket|quy che|chuong trinh|thoa thuan|bien ban)\b"),
    ("award", r"khen thuong|vinh danh|(trao|tang) (tang )?(bang|giay) khen|trao thuong"),
    ("conclusion", r"\bket luan\b"),
    ("closing", r"be mac|ket thuc"),
    ("opening", r"khai mac"),
    ("introduction", r"tuyen bo ly do|gioi thieu (dai bieu|thanh phan)|thong qua chuong trinh"),
    ("welcome", r"don (tiep|dai bieu|khach)|on dinh to chuc"),
    ("break", r"giai lao|nghi giua gio"),
    ("performance", r"van nghe|ca mua|ca khuc"),
    ("documentary", r"phong su|phim tai lieu|trinh chieu|video"),
    ("report", r"^\W*(trinh bay )?bao cao"),
    ("dialogue", r"doi thoai|trao doi|tra loi|giai dap|hoi dap|thao luan|(dat|neu) cau hoi"),
    ("address", r"phat bieu|chi dao|chao mung"),
    ("report", r"bao cao"),
)
"""The first cue that stands in the words decides; a whole conference's name is no cue."""
_NAMES = re.compile(r"(hoi nghi|chuong trinh|buoi) (gap go,? ?)?(tiep xuc,? ?)?doi thoai")

USUAL_MINUTES: dict[str, int] = {
    "welcome": 30,
    "performance": 15,
    "introduction": 10,
    "opening": 10,
    "documentary": 10,
    "report": 15,
    "dialogue": 90,
    "conclusion": 15,
    "address": 10,
    "award": 15,
    "signing": 15,
    "break": 15,
    "closing": 5,
    "other": 10,
}


@dataclass(frozen=True, slots=True)
class UsualItem:
    """An item a dialogue conference usually has."""

    name: str
    kind: str
    performer: str


def kind_of(words: str) -> str:
    """The kind of an item as its words show it; `other` when they show none."""
    plain = _NAMES.sub("hoi nghi", fold(words))
    return next((kind for kind, cue in KIND_CUES if re.search(cue, plain)), "other")


def usual_minutes(kind: str) -> int:
    """How long an item of this kind usually takes: a proposal."""
    return USUAL_MINUTES[kind]


def usual_items(chair_title: str) -> list[UsualItem]:
    """A programme for a plan that has none: the five items no dialogue goes without."""
    chair = chair_title or "Người chủ trì"
    return [
        UsualItem(
            "Tuyên bố lý do, giới thiệu đại biểu, thông qua chương trình", "introduction", ""
        ),
        UsualItem("Khai mạc hội nghị", "opening", chair),
        UsualItem("Trao đổi, đối thoại, trả lời câu hỏi, kiến nghị", "dialogue", chair),
        UsualItem("Kết luận hội nghị", "conclusion", chair),
        UsualItem("Bế mạc hội nghị", "closing", chair),
    ]
