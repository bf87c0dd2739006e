"""What a plan's sentences ask to be made ready, and whose agency each thing suits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from doithoai.vietnamese.letters import fold, fold_in_place, nfc

CUES: tuple[tuple[str, str], ...] = (
    ("decoration", r"(thiet ke )?\bphong chu\b|trang tri[^;.]*?hoi truong"),
    ("hall", r"thue[^;.]*?hoi truong|(bo tri|chuan bi) hoi truong|co so,? vat chat"),
    ("presenter", r"nguoi dan chuong trinh|dan chuong trinh"),
    ("reception", r"\ble tan\b|don tiep dai bieu"),
    ("documentary", r"phong su|phim tai lieu"),
    ("performance", r"van nghe"),
    ("signing", r"ky ket"),
    ("security", r"an ninh,? ?(trat tu)?|trat tu an toan|bao ve (hoi nghi|an toan)"),
    ("health", r"phong,? ?chong dich|y te phuc vu|truc y te|cham soc y te"),
    ("materials", r"tai lieu (phuc vu|hoi nghi|cho dai bieu)|chuan bi tai lieu|in an tai lieu"),
)
NAMES: dict[str, str] = {
    "decoration": "Thiết kế phông chữ, trang trí hội trường",
    "hall": "Hội trường và các điều kiện cơ sở vật chất",
    "presenter": "Phân công người dẫn chương trình",
    "reception": "Phân công lễ tân đón đại biểu",
    "documentary": "Phóng sự trình chiếu tại hội nghị",
    "performance": "Văn nghệ chào mừng",
    "signing": "Văn bản, bàn ký và nghi thức ký kết",
    "security": "Lực lượng bảo đảm an ninh trật tự",
    "health": "Y tế, phòng, chống dịch tại hội nghị",
    "materials": "Tài liệu phục vụ hội nghị",
    "other": "Việc chuẩn bị khác",
}
SUITED: dict[str, str] = {
    "security": r"\bcong an\b",
    "health": r"\by te\b",
    "documentary": r"phat thanh|truyen hinh",
}
"""Among several units of one sentence, the thing goes to the one whose field it is."""
DAYS_BEFORE: dict[str, int] = {
    "decoration": 1,
    "hall": 7,
    "presenter": 7,
    "reception": 3,
    "documentary": 5,
    "performance": 3,
    "signing": 3,
    "security": 2,
    "health": 2,
    "materials": 2,
    "other": 3,
}
FROM_ITEMS = frozenset({"documentary", "performance", "signing"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a task: its name as written, whether it leads, its agency's key when known."""

    name: str
    leads: bool = True
    agency: int | None = None

    @property
    def identity(self) -> str:
        """The same for two spellings of one agency."""
        return str(self.agency or fold(self.name))


NOBODY = Unit("")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A task of the plan: its key, words and units."""

    key: int
    text: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class ItemWords:
    """An item of the programme: its key, kind, words and who performs it."""

    key: int
    kind: str
    name: str
    performer: Unit


@dataclass(frozen=True, slots=True)
class ProposedPreparation:
    """Something to make ready, by which unit, and the words of the plan that ask for it."""

    kind: str
    name: str
    unit: Unit
    reason: str
    task: int | None = None
    item: int | None = None

    @property
    def key(self) -> str:
        """How a form names the proposal."""
        return f"{self.kind}-{self.task or 0}-{self.item or 0}"


def propose_preparations(
    sentences: Iterable[Sentence], items: Sequence[ItemWords] = ()
) -> list[ProposedPreparation]:
    """Everything the plan asks to be made ready: each kind once for each unit."""
    found: dict[tuple[str, str], ProposedPreparation] = {}
    for sentence in sentences:
        for kind, words in kinds_named(sentence.text):
            unit = unit_for(kind, sentence.units)
            served = next((item.key for item in items if item.kind == kind), None)
            proposal = ProposedPreparation(kind, NAMES[kind], unit, words, sentence.key, served)
            found.setdefault((kind, unit.identity), proposal)
    known = {kind for kind, _ in found}
    for item in items:
        if item.kind in FROM_ITEMS and item.kind not in known:
            reason = f"Mục chương trình “{item.name}”"
            proposal = ProposedPreparation(
                item.kind, NAMES[item.kind], item.performer, reason, item=item.key
            )
            found.setdefault((item.kind, item.performer.identity), proposal)
    return list(found.values())


def kinds_named(text: str) -> list[tuple[str, str]]:
    """The kinds of preparation a sentence asks for, each with its own words."""
    said = nfc(text)
    plain = fold_in_place(said)
    found = []
    for kind, cue in CUES:
        match = re.search(cue, plain)
        if match:
            found.append((match.start(), kind, said[match.start() : match.end()]))
    return [(kind, words) for _, kind, words in sorted(found)]


def unit_for(kind: str, units: Sequence[Unit]) -> Unit:
    """The unit whose field it is, else the first that leads, else the first, else nobody."""
    suited = [unit for unit in units if kind in SUITED and re.search(SUITED[kind], fold(unit.name))]
    leading = [unit for unit in units if unit.leads]
    return next(iter([*suited, *leading, *units]), NOBODY)


def due_before(held_on: date | None, kind: str) -> date | None:
    """The day by which such a thing should be ready; None while the conference has no day."""
    return held_on - timedelta(days=DAYS_BEFORE[kind]) if held_on else None
