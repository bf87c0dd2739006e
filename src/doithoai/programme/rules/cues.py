"""The presenter's words: composed from the programme, the guests and the chosen questions."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from doithoai.programme.rules.script_facts import (
    CueText,
    GuestFacts,
    ItemFacts,
    QuestionFacts,
    ScriptFacts,
)
from doithoai.programme.rules.speaking import speakers_of
from doithoai.programme.rules.timing import ANSWER_MINUTES, ASK_MINUTES
from doithoai.vietnamese.abbreviations import expand
from doithoai.vietnamese.numbers import to_words

MOST_GREETED = 12
"""So many guests are greeted one by one; the others together."""
MOST_SPOKEN = 60
"""Topics of more words than this are on the screen, not in the presenter's mouth."""


def compose(facts: ScriptFacts) -> list[CueText]:
    """The whole script in the order of the programme, abbreviations spelled out for the voice."""
    said = replace(
        facts,
        items=[
            replace(item, name=expand(item.name), performer=expand(item.performer))
            for item in facts.items
        ],
    )
    return [cue for item in said.items for cue in _cues_of(item, said)]


def ordinal(number: int) -> str:
    """`thứ nhất`, `thứ hai`, `thứ tư`."""
    return {1: "thứ nhất", 4: "thứ tư"}.get(number, f"thứ {to_words(number)}")


def _cues_of(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    write = WRITERS.get(item.kind, _plain)
    yield from write(item, facts)


def _cue(
    item: ItemFacts, text: str, *, title: str = "", part: str = "", minutes: int = -1
) -> CueText:
    return CueText(
        key=f"item-{item.key}{part and f'-{part}'}",
        title=title or item.name,
        speaker=item.performer,
        text=text,
        minutes=item.minutes if minutes < 0 else minutes,
        item=item.key,
    )


def _welcome(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    yield _cue(
        item,
        f"Kính mời quý vị đại biểu vào hội trường và ổn định chỗ ngồi theo sơ đồ. "
        f"{facts.occasion} sẽ bắt đầu trong ít phút nữa. Đề nghị quý vị để điện thoại ở chế độ "
        "im lặng.",
    )


def _performance(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    performers = f" do {item.performer} thực hiện" if item.performer else ""
    yield _cue(
        item,
        "Kính thưa quý vị đại biểu. Mở đầu chương trình, kính mời quý vị thưởng thức tiết mục "
        "văn nghệ"
        f"{performers}.",
    )


def _introduction(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    theme = f" với chủ đề “{facts.theme.strip('“”')}”" if facts.theme else ""
    yield _cue(
        item,
        "Kính thưa các vị lãnh đạo, thưa quý vị đại biểu, thưa toàn thể hội nghị.\n\n"
        f"Hôm nay, {facts.host} phối hợp với các cơ quan tổ chức {_lower(facts.occasion)}{theme}. "
        "Đây là dịp để người đứng đầu chính quyền trực tiếp lắng nghe, trao đổi và trả lời "
        "những câu "
        "hỏi, kiến nghị được quan tâm.\n\n"
        "Thay mặt ban tổ chức, nhiệt liệt chào mừng quý vị đã về dự.",
        title="Tuyên bố lý do",
    )
    yield _cue(item, _greeting(facts), title="Giới thiệu đại biểu", part="guests", minutes=0)
    agenda = "\n".join(f"– {one.name}" for one in facts.items if one.kind not in UNREAD)
    yield _cue(
        item,
        f"Kính thưa quý vị đại biểu. Chương trình hội nghị gồm các nội dung:\n\n{agenda}\n\n"
        "Nếu quý vị không có ý kiến khác, xin được tiến hành theo chương trình này.",
        title="Thông qua chương trình",
        part="agenda",
        minutes=0,
    )


def _greeting(facts: ScriptFacts) -> str:
    lead = "Trân trọng giới thiệu các vị đại biểu về dự hội nghị:"
    if not facts.guests:
        return (
            f"{lead}\n\n– {facts.chair}, chủ trì hội nghị;\n"
            "– Lãnh đạo các cơ quan, đơn vị và toàn thể đại biểu có mặt tại hội trường."
        )
    named = [_introduced(guest) for guest in facts.guests]
    rest = facts.guests_in_all - len(named)
    closing = [f"cùng {rest} đại biểu có mặt tại hội trường"] if rest > 0 else []
    return f"{lead}\n\n" + ";\n".join(f"– {words}" for words in [*named, *closing]) + "."


def _introduced(guest: GuestFacts) -> str:
    return f"{guest.name}, {guest.post}" if guest.name and guest.post else guest.name or guest.post


def _speech(words: str) -> "Callable[[ItemFacts, ScriptFacts], Iterator[CueText]]":
    def write(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
        speaker = item.performer or facts.chair
        yield _cue(
            item, f"Kính thưa quý vị đại biểu. {words.format(speaker=speaker, name=item.name)}"
        )

    return write


def _dialogue(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    topics = "; ".join(expand(topic).strip().rstrip(".;") for topic in facts.topics)
    is_short = 0 < len(topics.split()) <= MOST_SPOKEN
    about = f" Nội dung tập trung vào: {topics}." if is_short else ""
    yield _cue(
        item,
        f"Kính thưa quý vị đại biểu. Hội nghị chuyển sang phần đối thoại.{about}\n\n"
        f"Để nhiều ý kiến được nêu, đề nghị mỗi đại biểu hỏi trong {ASK_MINUTES} phút, cơ quan "
        "trả lời "
        f"trong {ANSWER_MINUTES} phút. Đại biểu giới thiệu họ tên, nơi công tác hoặc nơi ở "
        "trước khi hỏi.\n\n"
        f"Kính mời {facts.chair} chủ trì phần đối thoại.",
        title="Mở phần đối thoại",
    )
    for number, question in enumerate(facts.questions, start=1):
        yield _asked(item, number, question)
    yield _cue(
        item,
        "Kính thưa quý vị đại biểu. Những câu hỏi, kiến nghị chưa nêu được tại hội trường sẽ "
        "được các cơ "
        "quan trả lời bằng văn bản và công bố trên cổng thông tin. Trân trọng cảm ơn các ý kiến "
        "thẳng thắn của quý vị và phần trả lời của các cơ quan.",
        title="Khép phần đối thoại",
        part="end",
        minutes=0,
    )


def _asked(item: ItemFacts, number: int, question: QuestionFacts) -> CueText:
    asker = f"đại biểu {question.asker} nêu" if question.asker else "đại biểu nêu"
    reply = (
        f"Kính mời đại diện lãnh đạo {question.agency} trả lời."
        if question.agency
        else "Kính mời chủ tọa chỉ định cơ quan trả lời."
    )
    return CueText(
        key=f"question-{question.key}",
        title=f"Câu hỏi {ordinal(number)}, {question.code}",
        speaker=question.agency,
        text=f"Câu hỏi {ordinal(number)}. Kính mời {asker} câu "
        f"hỏi.\n\n“{question.wording}”\n\n{reply}",
        minutes=0,
        item=item.key,
        question=question.key,
    )


def _address(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    names = [_lower(name) for name in speakers_of(item.name)] or [item.performer or facts.chair]
    first, *others = names
    then = "".join(f" Tiếp theo, kính mời {name} phát biểu." for name in others)
    yield _cue(
        item,
        f"Kính thưa quý vị đại biểu. Trân trọng kính mời {first} phát biểu.{then}",
    )


def _documentary(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    about = re.sub(r"(?i)^(?:trình )?(?:chiếu|xem)\s+", "", item.name)
    film = re.sub(r"(?i)^phóng sự\s*:\s*(.+)$", r"phóng sự “\1”", about)
    yield _cue(item, f"Kính thưa quý vị đại biểu. Kính mời quý vị theo dõi {_lower(film)}.")


def _award(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    listed = "\n".join(
        f"– {', '.join(filter(None, [one.recipient, one.unit]))}: {one.form}"
        for one in facts.awards
    )
    names = f"\n\nTrân trọng kính mời lên nhận khen thưởng:\n\n{listed}" if listed else ""
    yield _cue(
        item,
        "Kính thưa quý vị đại biểu. Sau đây là phần khen thưởng các tập thể, cá nhân có thành tích."
        f"{names}\n\nKính mời {facts.chair} lên trao khen thưởng.",
    )


def _plain(item: ItemFacts, facts: ScriptFacts) -> Iterator[CueText]:
    performer = f" do {item.performer} thực hiện" if item.performer else ""
    yield _cue(
        item, f"Kính thưa quý vị đại biểu. Tiếp theo chương trình là phần: {item.name}{performer}."
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


UNREAD = frozenset({"welcome", "introduction", "break"})
WRITERS: dict[str, Callable[[ItemFacts, ScriptFacts], Iterable[CueText]]] = {
    "welcome": _welcome,
    "performance": _performance,
    "introduction": _introduction,
    "dialogue": _dialogue,
    "award": _award,
    "opening": _speech("Trân trọng kính mời {speaker} phát biểu khai mạc hội nghị."),
    "documentary": _documentary,
    "report": _speech("Trân trọng kính mời {speaker} trình bày: {name}."),
    "address": _address,
    "conclusion": _speech("Trân trọng kính mời {speaker} phát biểu kết luận hội nghị."),
    "signing": _speech(
        "Sau đây là phần: {name}. Trân trọng kính mời đại diện các bên lên vị trí ký kết."
    ),
    "break": _speech("Hội nghị tạm nghỉ. Kính mời quý vị giải lao và trở lại hội trường đúng giờ."),
    "closing": _speech(
        "Hội nghị đã hoàn thành toàn bộ chương trình. Thay mặt ban tổ chức, trân trọng cảm ơn "
        "các vị "
        "lãnh đạo và toàn thể quý vị đại biểu. Kính chúc quý vị sức khỏe. Hội nghị xin được "
        "kết thúc tại đây."
    ),
}
