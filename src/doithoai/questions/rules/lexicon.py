"""A province's own entries of the lexicon: what is wrong with one, and what they make of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from doithoai.matching.lexicon import Abbreviation, Concept, Lexicon, shipped_lexicon
from doithoai.matching.words import folded, normalise

LEAST_PHRASE = 2
"""A phrase that opens a letter has at least so many words: a single one would hide matters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its kind (as LexiconEntry.Kind), the word, and what is said of it."""

    kind: str
    left: str
    right: str

    @property
    def listed(self) -> tuple[str, ...]:
        """What stands on the right, parted by semicolons."""
        return tuple(part.strip() for part in self.right.split(";") if part.strip())


KNOWN = "Từ điển chung đã có mục này. Không cần thêm."


def entry_fault(entry: Entry) -> tuple[str, str] | None:
    """The field that is wrong ("left" or "right") and what to do; None when nothing is."""
    left, right = folded(entry.left), folded(entry.right)
    if not left:
        return "left", "Ghi chữ cái hoặc chữ số."
    if _is_shipped(entry):
        return "left", KNOWN
    if entry.kind == "formula":
        return _formula_fault(left, right)
    fault = _MISSING[entry.kind] if not right else _right_fault(entry, left, right)
    return ("right", fault) if fault else None


def _formula_fault(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, str] | None:
    if len(left) < LEAST_PHRASE:
        return "left", "Câu mở lời có ít nhất hai chữ, ví dụ “kính mong”."
    return ("right", "Câu mở lời không có phần này. Để trống.") if right else None


def _right_fault(entry: Entry, left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if entry.kind == "abbreviation" and len(left) >= len(right):
        return "Ghi đầy đủ các chữ của từ viết tắt, dài hơn bên trái."
    if entry.kind == "opposed" and len(entry.listed) > 1:
        return "Mỗi mục chỉ ghi một từ trái việc. Thêm mục khác cho từ tiếp theo."
    return "Hai bên giống nhau. Ghi từ khác." if left == right else ""


_MISSING = {
    "abbreviation": "Ghi đầy đủ các chữ mà từ viết tắt thay cho.",
    "synonym": "Ghi các từ cùng nghĩa, cách nhau bằng dấu chấm phẩy.",
    "opposed": "Ghi từ chỉ việc trái lại, ví dụ “thu hồi” trái với “cấp”.",
    "agency": "Chọn cơ quan phụ trách.",
}


@lru_cache(maxsize=4)
def extended(entries: tuple[Entry, ...]) -> Lexicon:
    """The shipped lexicon with a province's entries in force."""
    if not entries:
        return shipped_lexicon()
    return shipped_lexicon().extended(
        abbreviations=[Abbreviation(one.left, one.right) for one in _of("abbreviation", entries)],
        concepts=[Concept(one.left, (one.left, *one.listed)) for one in _of("synonym", entries)],
        formulas=[one.left for one in _of("formula", entries)],
        opposed=[(one.left, one.right) for one in _of("opposed", entries)],
    )


def _of(kind: str, entries: Iterable[Entry]) -> Iterable[Entry]:
    return (entry for entry in entries if entry.kind == kind)


def _is_shipped(entry: Entry) -> bool:
    shipped = shipped_lexicon()
    if entry.kind == "formula":
        return folded(entry.left) in map(folded, shipped.formulas)
    return entry.kind == "abbreviation" and any(
        folded(one.short) == folded(entry.left) and folded(one.full) == folded(entry.right)
        for one in shipped.abbreviations
    )


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the engine reads it, and whether it is passed over as a form of address."""

    text: str
    is_passed_over: bool


def as_read(text: str, entries: tuple[Entry, ...]) -> list[Word]:
    """A text as the engine reads it with the entries: short forms spelled out."""
    words = normalise(text, extended(entries))
    return [Word(text, formula) for text, formula in zip(words.exact, words.formula, strict=True)]


def likened(text: str, entries: tuple[Entry, ...]) -> list[str]:
    """What the entries say of a text besides: terms it holds that count as others, or apart."""
    said = f" {' '.join(normalise(text, extended(entries)).fold)} "
    told = []
    for entry in entries:
        terms = (entry.left, *entry.listed)
        met = [term for term in terms if f" {' '.join(folded(term))} " in said]
        if met and entry.kind == "synonym":
            told.append(f"“{met[0]}” được coi là một với: {', '.join(_but(met[0], terms))}.")
        elif met and entry.kind == "opposed":
            told.append(f"“{met[0]}” được coi là việc khác với “{_but(met[0], terms)[0]}”.")
        elif entry.left in met and entry.kind == "agency":
            told.append(f"“{entry.left}” là việc của {entry.right}.")
    return told


def _but(one: str, terms: tuple[str, ...]) -> list[str]:
    return [term for term in terms if term != one]
