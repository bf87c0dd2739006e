"""Which speeches a plan asks for, who drafts each, and how long a text takes to say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doithoai.programme.rules.preparing import NOBODY, ItemWords, Sentence, Unit, unit_for
from doithoai.vietnamese.letters import fold, fold_in_place, nfc

WORDS_A_MINUTE = 130
CHAIR_KINDS = ("opening", "conclusion", "closing")
TITLES: dict[str, str] = {
    "opening": "Bài phát biểu khai mạc",
    "conclusion": "Bài phát biểu kết luận",
    "closing": "Bài phát biểu bế mạc",
    "address": "Bài phát biểu của {speaker}",
    "report": "Báo cáo của {speaker}",
}
_OWN = {"opening": r"khai mac", "closing": r"be mac", "conclusion": r"\bket luan\b"}
_DRAFTED = re.compile(r"\b(soan|chuan bi|xay dung|viet|du thao|tham muu|lo|bai phat bieu)\b")
_NOT_DRAFTED = re.compile(r"tham dinh|dua tin|tuyen truyen|viet bai|dang (tai|tin)")
_SPEECHES = re.compile(r"(bai|cac) phat bieu")
_OF_OTHERS = re.compile(r"phat bieu (chi dao )?(cua|cho)\s+")
_CHAIR_SIDE = re.compile(r"\bubnd\b|uy ban nhan dan|lanh dao tinh\b(?! uy)|chu tich")
_SUPPORTS = re.compile(r"^\W*phoi hop")


@dataclass(frozen=True, slots=True)
class ProposedSpeech:
    """A speech the plan asks for; `unit` drafts it, NOBODY when the plan names none."""

    kind: str
    title: str
    speaker: str
    unit: Unit
    reason: str
    task: int | None = None
    item: int | None = None

    @property
    def key(self) -> str:
        """How a form names the proposal."""
        return f"{self.kind}-{re.sub(r'[^a-z0-9]+', '-', fold(self.speaker)).strip('-')}"


def propose_speeches(
    sentences: Sequence[Sentence], items: Sequence[ItemWords], *, chair_title: str
) -> list[ProposedSpeech]:
    """Opening, addresses, conclusion and closing in the order they are given, then reports."""
    chair = chair_title or "Người chủ trì"
    own = {kind: _chair_speech(kind, sentences, items, chair) for kind in CHAIR_KINDS}
    addresses = list(_addresses(sentences, items))
    reports = [_report(item) for item in items if "bao cao" in fold(item.name)]
    return [own["opening"], *reports, *addresses, own["conclusion"], own["closing"]]


def spoken_minutes(text: str) -> int:
    """How many minutes a text takes at 130 words a minute, rounded up; 0 for none."""
    return -(-len(text.split()) // WORDS_A_MINUTE)


def asked_kinds(text: str) -> list[str]:
    """Which of the chair's speeches a sentence asks somebody to draft."""
    found: set[str] = set()
    for clause in _clauses(fold(text)):
        named = {kind for kind, cue in _OWN.items() if re.search(cue, clause)}
        others = _OF_OTHERS.search(clause)
        if named:
            found |= named
        elif _SPEECHES.search(clause) and (not others or _CHAIR_SIDE.search(clause)):
            found |= set(CHAIR_KINDS)
    return [kind for kind in CHAIR_KINDS if kind in found]


def guest_speakers(text: str) -> list[str]:
    """Leaders of other bodies whose addresses a sentence asks for (“của … và …”)."""
    said = nfc(text)
    plain = fold_in_place(said)
    start = 0
    for clause in re.split(r"[;.](?=\s|$)", plain):
        words = said[start : start + len(clause)]
        start += len(clause) + 1
        if _is_drafting(clause) and (names := named_speakers(words)):
            return names
    return []


def named_speakers(words: str) -> list[str]:
    """Who speaks by words such as “phát biểu của X và Y” or “X, Y phát biểu”; none of the chair."""
    said = nfc(words)
    plain = fold_in_place(said)
    after = _OF_OTHERS.search(plain)
    names = said[after.end() :] if after else ""
    return [] if not names or _CHAIR_SIDE.search(fold(names)) else _split_names(names)


def speakers_of(item_name: str) -> list[str]:
    """Who speaks in an item of the programme, as its words say; nobody when they name none."""
    named = named_speakers(item_name)
    at = fold_in_place(nfc(item_name)).find("phat bieu")
    return named or (_split_names(nfc(item_name)[:at]) if at > 0 else [])


def _clauses(plain: str) -> list[str]:
    return [clause for clause in re.split(r"[;.](?=\s|$)", plain) if _is_drafting(clause)]


def _is_drafting(clause: str) -> bool:
    return bool(_DRAFTED.search(clause)) and not _NOT_DRAFTED.search(clause)


def _chair_speech(
    kind: str, sentences: Sequence[Sentence], items: Sequence[ItemWords], chair: str
) -> ProposedSpeech:
    asking = [sentence for sentence in sentences if kind in asked_kinds(sentence.text)]
    best = min(asking, key=lambda s: (_names_otherwise(kind, s), _is_support(s)), default=None)
    item = next((one for one in items if one.kind == kind), None)
    return ProposedSpeech(
        kind=kind,
        title=TITLES[kind],
        speaker=chair,
        unit=_lead(best) if best else NOBODY,
        reason=best.text if best else "Kế hoạch không nói cơ quan nào soạn bài này.",
        task=best.key if best else None,
        item=item.key if item else None,
    )


def _addresses(
    sentences: Sequence[Sentence], items: Sequence[ItemWords]
) -> Iterable[ProposedSpeech]:
    item = next((one for one in items if one.kind == "address"), None)
    asking = next(((s, guest_speakers(s.text)) for s in sentences if guest_speakers(s.text)), None)
    if asking:
        sentence, speakers = asking
        for speaker in speakers:
            yield ProposedSpeech(
                kind="address",
                title=TITLES["address"].format(speaker=speaker),
                speaker=speaker,
                unit=_lead(sentence),
                reason=sentence.text,
                task=sentence.key,
                item=item.key if item else None,
            )
    elif item:
        for speaker in speakers_of(item.name):
            yield ProposedSpeech(
                kind="address",
                title=TITLES["address"].format(speaker=speaker),
                speaker=speaker,
                unit=item.performer,
                reason=f"Mục chương trình “{item.name}”",
                item=item.key,
            )


def _report(item: ItemWords) -> ProposedSpeech:
    return ProposedSpeech(
        kind="report",
        title=re.split(r"[.;](?:\s|$)", item.name, maxsplit=1)[0],
        speaker=item.performer.name or "Đại diện cơ quan báo cáo",
        unit=item.performer,
        reason=f"Mục chương trình “{item.name}”",
        item=item.key,
    )


def _split_names(text: str) -> list[str]:
    names = [name.strip(" .") for name in re.split(r"\s+và\s+|,", text) if name.strip(" .")]
    titled = [name if _has_title(name) else f"Lãnh đạo {name}" for name in names]
    return [name[:1].upper() + name[1:] for name in titled]


def _has_title(name: str) -> bool:
    plain = fold(name)
    return bool(re.match(r"(dai dien )?(lanh dao|thuong truc|dong chi|bi thu|chu tich)", plain))


def _lead(sentence: Sentence) -> Unit:
    return unit_for("speech", sentence.units)


def _is_support(sentence: Sentence) -> bool:
    return bool(_SUPPORTS.match(fold(sentence.text)))


def _names_otherwise(kind: str, sentence: Sentence) -> bool:
    """Whether the sentence asks for this speech only among “các bài phát biểu”."""
    return not re.search(_OWN[kind], fold(sentence.text))
