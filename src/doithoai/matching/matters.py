"""One submission cut into the matters it holds: where each begins, ends, and why."""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from doithoai.matching.cues import Spoken, spoken_cues
from doithoai.vietnamese.letters import fold_in_place


@dataclass(frozen=True, slots=True)
class PartProposal:
    """One matter of a text, between `start` and `end`; `reason` is in Vietnamese."""

    start: int
    end: int
    reason: str


_LONGEST = 20_000
_FEWEST_WORDS = 3
_NEAR = 0.12
_NEAR_AFTER_TURN = 0.26
_SHORT = 5
_FEWEST = 4
_LISTS = (
    (
        "Đánh số thứ tự {quoted}.",
        re.compile(
            r"(?<!\w)(?P<mark>(?:(?:cau hoi|cau|van de|noi dung|y kien|viec|y)\s(?:so\s)?)?"
            r"(?P<number>\d{1,2})\s?[.):/,-](?=\s?[^\W\d_]|\s))"
        ),
    ),
    (
        "Nêu lần lượt {quoted}.",
        re.compile(
            r"(?<!\w)(?P<mark>(?:(?:cau hoi|cau|van de|viec|dieu|y) )?(?:thu (?P<number>nhat|nhut"
            r"|hai|ba|tu|nam|sau)|(?P<count>mot|hai|ba|bon|nam) la))\b"
        ),
    ),
    (
        "Đánh thứ tự bằng chữ {quoted}.",
        re.compile(r"(?<!\S)(?P<mark>(?P<number>[a-h])[.)](?=\s))"),
    ),
)
_ORDER = {word: at for at, word in enumerate(("nhat", "hai", "ba", "tu", "nam", "sau"), 1)} | {
    "nhut": 1
}
_COUNT = {word: at for at, word in enumerate(("mot", "hai", "ba", "bon", "nam"), 1)}
_BULLET = re.compile(r"(?:^|(?<=\n))[ \t]{0,8}(?P<mark>[-–—•*+·●○▪])(?=\s{0,2}[^\W\d_])")
_ASKING = {"question", "petition", "proposal"}
_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!\n]+|$)")
_WORD = re.compile(r"[^\W_]+")


def propose_parts(text: str) -> list[PartProposal]:
    """The matters of a composed text, in order, together covering it; none for an empty one.

    A greeting goes with the first part, a signature with the last; a matter told with its
    background stays one. Only the first 20,000 characters are looked at for cuts.
    """
    folded = fold_in_place(text[:_LONGEST])
    cuts = _listed(text, folded) or _bulleted(text, folded) or _told_apart(text, folded)
    starts = [0, *(place for place, _ in cuts[1:]), len(text)]
    reasons = [reason for _, reason in cuts] or ["Nói một việc."]
    parts = (
        _trimmed(text, start, end, reason)
        for (start, end), reason in zip(pairwise(starts), reasons, strict=True)
    )
    return [part for part in parts if part.start < part.end]


_Cuts = list[tuple[int, str]]


def _trimmed(text: str, start: int, end: int, reason: str) -> PartProposal:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return PartProposal(begin, max(begin, start + len(piece.rstrip())), reason)


def _listed(text: str, folded: str) -> _Cuts:
    """Cuts at a list of the writer's own: 1. 2., thứ nhất thứ hai, a) b)."""
    for reason, pattern in _LISTS:
        marks = _in_order(folded, pattern.finditer(folded))
        if _are_matters(text, [mark.start("mark") for mark in marks]):
            return [_cut(text, mark, reason) for mark in marks]
    return []


def _in_order(folded: str, marks: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count one, two, three …, each the first of its number after the last."""
    found: list[re.Match[str]] = []
    for mark in marks:
        if _number(mark) == len(found) + 1 and _may_begin(folded, mark, bool(found)):
            found.append(mark)
    return found


def _may_begin(folded: str, mark: re.Match[str], is_going_on: bool) -> bool:
    """Whether a number heads an item: first after a stop; the rest not after “ấp”, “lớp”."""
    before = folded[max(0, mark.start() - 24) : mark.start()].rstrip(" \t")
    if not before or before[-1] in ".;:?!\n" or before.endswith((" sau", " hoi", " la")):
        return True
    last = _WORD.findall(before)[-1:]
    is_figure = (mark["number"] or "").isdigit()
    return is_going_on and not (is_figure and set(last) & _phrases("unit"))


def _number(mark: re.Match[str]) -> int:
    groups = mark.groupdict()
    if groups.get("count"):
        return _COUNT[groups["count"]]
    written = groups["number"]
    return int(written) if written.isdigit() else _ORDER.get(written, ord(written[0]) - 96)


def _bulleted(text: str, folded: str) -> _Cuts:
    marks = list(_BULLET.finditer(folded))
    if not _are_matters(text, [mark.start("mark") for mark in marks]):
        return []
    return [_cut(text, mark, "Gạch đầu dòng {quoted}.") for mark in marks]


def _cut(text: str, mark: re.Match[str], reason: str) -> tuple[int, str]:
    return mark.start("mark"), reason.format(quoted=f"“{text[slice(*mark.span('mark'))]}”")


def _are_matters(text: str, starts: list[int]) -> bool:
    """Whether two items or more, each with words of its own, are no list of papers or causes."""
    if len(starts) < 2 or _lists_others(text[max(0, starts[0] - 100) : starts[0]]):
        return False
    return all(_words(text[start:end]) for start, end in pairwise([*starts, len(text)]))


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    said: str
    words: frozenset[str]
    asks: bool
    asks_plainly: bool

    @property
    def is_request(self) -> bool:
        """Whether it could be a matter by itself: asked in so many words, of something named."""
        return self.asks_plainly and len(self.words) >= _FEWEST_WORDS

    @property
    def is_turn(self) -> bool:
        """Whether it asks after a word that turns to another matter."""
        return self.asks and len(self.words) >= 2 and bool(_turn(self))


def _told_apart(text: str, folded: str) -> _Cuts:
    """Cuts before a request on another matter, with the sentences that lead up to it."""
    sentences = list(_sentences(text[:_LONGEST], folded))
    cuts: _Cuts = []
    begun = 0
    for index, sentence in enumerate(sentences):
        before = sentences[begun:index]
        begins = sentence.is_request or sentence.is_turn
        if not begins or not any(each.is_request for each in before):
            continue
        lead = _lead(sentences, begun, index)
        reason = _apart(text, sentences[begun:lead], sentences[lead : index + 1])
        if reason:
            cuts.append((sentences[lead].start, reason))
            begun = lead
    return [(0, "Việc nêu đầu tiên."), *cuts] if cuts else []


def _sentences(text: str, folded: str) -> Iterator[_Sentence]:
    spoken = [each for each in spoken_cues(text) if each.cue.role in _ASKING]
    starts = [each.start for each in spoken]
    for match in _SENTENCE.finditer(folded):
        start, end = match.span()
        said = text[start:end]
        if said.strip():
            cues = spoken[bisect_left(starts, start) : bisect_left(starts, end)]
            is_asked = "?" in said
            yield _Sentence(
                start,
                said.lower(),
                _words(said),
                is_asked or any(each.cue.weight > 1 for each in cues),
                is_asked or any(_is_plain(said, each, start) for each in cues),
            )


def _is_plain(said: str, cue: Spoken, start: int) -> bool:
    """Whether a cue asks by itself (đề nghị, xin hỏi), or at the head of a clause (xin, mong)."""
    before = said[: cue.start - start].rstrip()
    heads = cue.cue.role == "petition" and (not before or before.endswith((",", ";", ":")))
    return not cue.cue.opens and (cue.cue.weight > 2 or (cue.cue.weight == 2 and heads))


def _words(piece: str) -> frozenset[str]:
    """The folded words of a piece that say what it is about."""
    said = _WORD.findall(piece.lower())
    return frozenset(fold_in_place(word) for word in said if word not in _phrases("empty"))


def _lists_others(before: str) -> bool:
    """Whether the words before a list say that it lists papers, causes, steps."""
    sentence = re.split(r"[.?!\n]", before.rstrip(" :\n"))[-1]
    return bool(_any_of("list of others").search(sentence.lower()))


def _lead(sentences: list[_Sentence], begun: int, index: int) -> int:
    """Where the telling that leads to a request begins: after the request before it, or later."""
    lead = index
    behind = frozenset[str]().union(*(each.words for each in sentences[begun:index] if each.asks))
    while lead - 1 > begun and not sentences[lead - 1].asks:
        told = sentences[lead - 1]
        ahead = sentences[index].words
        if not _turn(told) and len(told.words & behind) >= len(told.words & ahead):
            break
        lead -= 1
    return lead


def _apart(text: str, before: list[_Sentence], after: list[_Sentence]) -> str:
    """Why what comes after is another matter; empty when it is not."""
    turn = _turn(after[0])
    known = frozenset[str]().union(*(each.words for each in before))
    new = frozenset[str]().union(*(each.words for each in after))
    nearness = len(known & new) / max(_FEWEST, min(len(known), len(new)))
    if turn and nearness <= _NEAR_AFTER_TURN:
        start, end = (after[0].start + place for place in turn.span("mark"))
        return f"Có từ nối “{text[start:end]}”, chuyển sang việc khác."
    if nearness <= _NEAR and not _refers_back(after[0]):
        return "Hỏi, đề nghị việc không chung từ nào với phần trước."
    return ""


def _turn(sentence: _Sentence) -> re.Match[str] | None:
    return _any_of("turn").match(sentence.said, len(sentence.said) - len(sentence.said.lstrip()))


def _refers_back(sentence: _Sentence) -> bool:
    opening = sentence.said.lstrip()
    if not _phrases("points back").isdisjoint(_WORD.findall(opening)):
        return True
    return len(sentence.words) < _SHORT and bool(_any_of("refers back").match(opening))


@cache
def _any_of(role: str) -> re.Pattern[str]:
    phrases = sorted(_phrases(role), key=len, reverse=True)
    return re.compile(rf"\b(?P<mark>{'|'.join(phrases)})\b")


@cache
def _phrases(role: str) -> frozenset[str]:
    """Phrases of a role, as written and, unless it is too short to know, without diacritics."""
    written = _phrases_of(role)
    bare = () if role == "points back" else map(fold_in_place, written)
    return frozenset(written) | frozenset(bare)


@cache
def _phrases_of(role: str) -> tuple[str, ...]:
    source = files(__package__).joinpath("data", "matter_words.tsv").read_text("utf-8")
    rows = csv.reader(source.splitlines()[1:], delimiter="\t")
    return tuple(dict(rows)[role].split("; "))
