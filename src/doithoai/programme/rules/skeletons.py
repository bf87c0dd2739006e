"""Skeletons of speeches from a conference's own facts: proposals a person writes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

GREETING = "Kính thưa các đồng chí lãnh đạo,\nThưa quý vị đại biểu,\nThưa toàn thể hội nghị."
TO_FILL = "[…]"


@dataclass(frozen=True, slots=True)
class SpeechFacts:
    """What a skeleton is made of; `organiser` speaks, `questions` counts those put in the hall."""

    organiser: str
    occasion: str
    audience: str
    theme: str
    topics: Sequence[str]
    questions: int


def skeleton(kind: str, facts: SpeechFacts) -> str:
    """A text with places to fill in, `[…]`; "" for a kind that has none."""
    write = WRITERS.get(kind)
    return "\n\n".join([GREETING, *write(facts)]) if write else ""


def _opening(facts: SpeechFacts) -> list[str]:
    theme = f" với chủ đề “{facts.theme.strip('“”')}”" if facts.theme else ""
    return [
        f"Hôm nay, {facts.organiser} tổ chức {_lower(facts.occasion)}{theme}. Tôi nhiệt liệt "
        "chào "
        f"mừng quý vị đại biểu và {facts.audience} đã về dự.",
        _listed("Hội nghị tập trung trao đổi những nội dung sau:", facts.topics),
        f"Tình hình chung và kết quả nổi bật thời gian qua: {TO_FILL}",
        "Tôi mong quý vị nêu thẳng những khó khăn, vướng mắc và đề xuất cách giải quyết; các "
        "cơ quan "
        "trả lời đúng trọng tâm, nói rõ việc sẽ làm, đơn vị làm và thời hạn.",
        "Với tinh thần đó, tôi tuyên bố khai mạc hội nghị. Kính chúc quý vị sức khỏe. Xin trân "
        "trọng cảm ơn.",
    ]


def _conclusion(facts: SpeechFacts) -> list[str]:
    asked = f"{facts.questions} câu hỏi, kiến nghị" if facts.questions else "nhiều ý kiến"
    return [
        f"Hội nghị đã nghe {asked} của {facts.audience} và phần trả lời của các cơ quan. Tôi "
        "ghi nhận "
        "tinh thần thẳng thắn, trách nhiệm của quý vị.",
        f"1. Những việc đã trả lời, giải quyết ngay tại hội nghị: {TO_FILL}",
        f"2. Những việc giao cơ quan thực hiện, kèm thời hạn: {TO_FILL}",
        f"3. Những việc vượt thẩm quyền, sẽ kiến nghị cấp trên: {TO_FILL}",
        "Đề nghị các cơ quan thực hiện đúng thời hạn đã nêu và báo cáo kết quả để công bố. Văn "
        "phòng "
        "theo dõi, đôn đốc và ban hành thông báo kết luận.",
        "Xin trân trọng cảm ơn.",
    ]


def _closing(facts: SpeechFacts) -> list[str]:
    return [
        "Sau thời gian làm việc tập trung, hội nghị đã hoàn thành chương trình đề ra.",
        "Những ý kiến chưa kịp nêu tại hội trường sẽ được trả lời bằng văn bản và công bố.",
        "Thay mặt ban tổ chức, tôi cảm ơn các vị lãnh đạo, các cơ quan và toàn thể quý vị đại "
        "biểu. "
        "Tôi tuyên bố bế mạc hội nghị.",
    ]


def _address(facts: SpeechFacts) -> list[str]:
    return [
        f"Tôi vui mừng dự {_lower(facts.occasion)}.",
        f"Đánh giá về công tác chăm lo, bảo đảm quyền lợi của {facts.audience}: {TO_FILL}",
        _listed("Đề nghị các cấp, các ngành quan tâm:", facts.topics[:3]),
        "Chúc hội nghị thành công. Xin trân trọng cảm ơn.",
    ]


def _report(facts: SpeechFacts) -> list[str]:
    return [
        f"1. Kết quả đã đạt được: {TO_FILL}",
        f"2. Khó khăn, vướng mắc và nguyên nhân: {TO_FILL}",
        f"3. Đề xuất, kiến nghị: {TO_FILL}",
        "Trên đây là báo cáo tóm tắt, kính trình hội nghị.",
    ]


def _listed(lead: str, lines: Sequence[str]) -> str:
    if not lines:
        return f"{lead} {TO_FILL}"
    return "\n".join(
        [lead, *(f"– {line.strip().rstrip('.;')};" for line in lines[:-1])]
        + [f"– {lines[-1].strip().rstrip('.;')}."]
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


WRITERS: dict[str, Callable[[SpeechFacts], list[str]]] = {
    "opening": _opening,
    "conclusion": _conclusion,
    "closing": _closing,
    "address": _address,
    "report": _report,
}
