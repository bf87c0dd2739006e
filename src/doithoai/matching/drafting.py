"""A first draft of an official wording: short forms spelled out, greetings and numbers off."""

import re
from dataclasses import dataclass
from itertools import groupby

from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, folded, normalise

NO_MARKS = "Phiếu viết không dấu: sửa lại cho có dấu."
NUMBERS = "Phiếu có số điện thoại, số giấy tờ đã che: bỏ khỏi câu chữ."
_FEWEST = 4
_WHO = (
    r"(?:(?:cho|xin|em|tôi|toi|mình|minh|con|cháu|chau|chúng|chị|chi|rất|chân thành|trân trọng)\s+)"
)
_ANYWAY = re.IGNORECASE
_GREETING = re.compile(
    rf"^\s*{_WHO}*(?:kính|kinh|xin|em|thân)\s+(?:gửi|gui|thưa|thua|chào|chao)\b[^.,;:!?\n]*[.,;:!?\n]+\s*",
    _ANYWAY,
)
_ASKING = re.compile(rf"^\s*{_WHO}+(?:hỏi|hoi)\b\s*[,:]?\s*", _ANYWAY)
_THANKS = re.compile(
    rf"(?:^|(?<=[.,;!?\n]))\s*{_WHO}*(?:tks|thanks?|cảm ơn|cám ơn|cam on)\b[^.?!\n]*[.!]*\s*$",
    _ANYWAY,
)
_NUMBER = re.compile(
    r"(?:[,;]?\s*\b(?:số điện thoại|điện thoại|so dien thoai|số|zalo|gọi|goi|liên hệ|lien he)"
    r"(?:\s+(?:của|là|số|em|tôi|toi|mình|con|qua|theo|cho))*:?)*\s*"
    r"(?<![\w•])(?=[\d•])[\d• ]*•[\d• ]*",
    _ANYWAY,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A wording an official goes on from, and what in the slip calls for a look; none, no draft."""

    text: str
    faults: tuple[str, ...]


def drafted(text: str, lexicon: Lexicon | None = None) -> Draft:
    """A draft for a slip whose personal data is masked; one that calls for no look stays as it is.

    Marks are never put on words that were written without them.
    """
    words = normalise(text, lexicon)
    shorts = _short_forms(text, words)
    faults = []
    if not words.marked and len(words.fold) >= _FEWEST:
        faults.append(NO_MARKS)
    if shorts:
        said = ", ".join(dict.fromkeys(f"“{text[start:end]}”" for start, end, _ in shorts))
        faults.append(f"Phiếu có chữ viết tắt: {said}.")
    if _NUMBER.search(text):
        faults.append(NUMBERS)
    return Draft(_cleaned(_spelled_out(text, shorts)) or text if faults else text, tuple(faults))


def _short_forms(text: str, words: Words) -> list[tuple[int, int, str]]:
    """Where a short form stands that no official paper would use, and its words."""
    found = []
    for (start, end), group in groupby(
        zip(words.spans, words.exact, strict=True), lambda at: at[0]
    ):
        full = [word for _, word in group]
        said = text[start:end]
        is_official = len(said) > 1 and said == said.upper()
        if folded(said) != folded(" ".join(full)) and not is_official:
            found.append((start, end, " ".join(full)))
    return found


def _spelled_out(text: str, shorts: list[tuple[int, int, str]]) -> str:
    pieces, done = list[str](), 0
    for start, end, full in shorts:
        pieces += [text[done:start], full]
        done = end
    return "".join([*pieces, text[done:]])


def _cleaned(text: str) -> str:
    text = _NUMBER.sub(" ", text)
    for courtesy in (_THANKS, _GREETING, _ASKING):
        text = courtesy.sub("", text)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r"\s+([.,;:!?])", r"\1", text)
    text = re.sub(r"([.?!])(?:\s*[.,;:])+", r"\1", text).strip(" ,;:\n")
    return re.sub(r"(?:^|(?<=[.?!]\s)|(?<=\n))[^\W\d_]", lambda first: first[0].upper(), text)
