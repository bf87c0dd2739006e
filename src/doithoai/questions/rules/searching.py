"""What a person looks for, read from what they typed; texts ranked by it; matches marked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, normalise
from doithoai.questions.rules.codes import read_code
from doithoai.vietnamese.letters import fold, nfc
from doithoai.vietnamese.personal_data import mask

LONGEST_QUERY = 200
LONGEST_TEXT = 200_000
MOST_WORDS = 12
SNIPPET = 260

_QUOTED = re.compile(r'["“”«]([^"“”«»]+)["“”»]')
_NUMBERED = re.compile(r"[^\s/-]*\d[^\s/-]*(?:[/-][^\s/-]+)+", re.UNICODE)
_CODE = re.compile(r"\s*[cC]\s?-?\s?0*(\d{1,6})\s*")
_ASCII = re.compile(r"[a-z]+|[0-9]+")
_PLAIN = Lexicon()
_SATURATION, _LENGTH_COUNTS, _USUAL_LENGTH = 1.2, 0.6, 300
_TOO_SHORT, _FEW, _EVERYWHERE = 2, 20, 0.4
_EXACT, _TOGETHER = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Sought:
    """What every text found must hold: phrases of one word or more, and a word that only begins.

    All words are folded ASCII; `exact` are the words as they were typed. `number`
    is that of a question (C-012), `receipt` a receipt code: then no words are looked for.
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    begins: str = ""
    exact: tuple[str, ...] = ()
    number: int | None = None
    receipt: str = ""

    def __bool__(self) -> bool:
        return bool(self.phrases or self.begins or self.number is not None or self.receipt)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all phrases, in order."""
        return tuple(word for phrase in self.phrases for word in phrase)

    @property
    def said(self) -> list[str]:
        """The phrases, and the word that only begins, as they were typed."""
        typed = {fold(word): word for word in self.exact}
        said = [" ".join(typed.get(word, word) for word in phrase) for phrase in self.phrases]
        return [*said, f"{typed.get(self.begins, self.begins)}…"] if self.begins else said


@dataclass(frozen=True, slots=True)
class Indexed:
    """The two forms of a text that are kept for search: words joined by spaces."""

    fold: str
    exact: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it is what was looked for."""

    text: str
    is_match: bool


def indexed(text: str, lexicon: Lexicon | None = None) -> Indexed:
    """A text as search keeps it: personal data masked, short forms spelled out and as written."""
    shown = mask(nfc(text))[:LONGEST_TEXT]
    words, typed = normalise(shown, lexicon), normalise(shown, _PLAIN)
    known = {*words.fold}
    short = dict.fromkeys(word for word in typed.fold if word not in known)
    both = [plain for word in (*words.fold, *short) for plain in _ASCII.findall(word)]
    return Indexed(" ".join(both), " ".join(words.exact))


def read_query(typed: str, lexicon: Lexicon | None = None) -> Sought:
    """What a person looks for; short forms are spelled out, the last word may be unfinished.

    “…” holds a phrase; a number of a document (115/2015/NĐ-CP) is one too.
    """
    typed = nfc(typed)[:LONGEST_QUERY]
    if receipt := read_code(typed):
        return Sought(receipt=receipt)
    if code := _CODE.fullmatch(typed):
        return Sought(number=int(code[1]))
    phrases: list[tuple[str, ...]] = []
    rest = typed
    for pattern in (_QUOTED, _NUMBERED):
        for match in pattern.finditer(rest):
            phrases.append(_folded(normalise(match[match.lastindex or 0], lexicon)))
        rest = pattern.sub(" | ", rest)
    loose = normalise(rest, lexicon)
    single, begins = _loose(rest, loose)
    whole = tuple(dict.fromkeys([phrase for phrase in phrases if phrase] + single))
    return Sought(whole[:MOST_WORDS], begins, _exact(normalise(typed, lexicon)))


def narrowed_less(sought: Sought, dfs: Mapping[str, int]) -> Sought | None:
    """What to look for when nothing holds everything; None at last.

    First goes a beginning of a letter or two, then what nobody has said, then the commonest. What
    is left must not be words that are in questions about anything.
    """
    parts = len(sought.phrases) + bool(sought.begins)
    if parts <= 1:
        return None
    if sought.begins and len(sought.begins) <= _TOO_SHORT:
        return _telling(Sought(sought.phrases, "", sought.exact), dfs)
    least = max(
        range(len(sought.phrases)),
        key=lambda at: _goes_first(min(dfs.get(word, 0) for word in sought.phrases[at]), at),
    )
    kept = sought.phrases[:least] + sought.phrases[least + 1 :]
    return _telling(Sought(kept, sought.begins, sought.exact), dfs)


def _telling(sought: Sought, dfs: Mapping[str, int]) -> Sought | None:
    total = dfs.get("", 0)
    if sought.begins or total < _FEW:
        return sought
    rarest = min(dfs.get(word, 0) for word in sought.words)
    return sought if rarest <= total * _EVERYWHERE else None


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well texts answer what is sought: the worth of each word, and what stands together."""

    worth: tuple[tuple[str, float], ...]
    together: str
    exact: tuple[str, ...]

    @classmethod
    def of(cls, sought: Sought, dfs: Mapping[str, int], total: int) -> "Ranking":
        """Ready for many texts; `dfs` says in how many of `total` each word stands."""
        words = sought.words
        worth = [(f" {word} ", _idf(dfs.get(word, 0), total)) for word in words]
        said = [*words]
        if sought.begins:
            worth.append((f" {sought.begins}", _idf(dfs.get(sought.begins, 0), total)))
            said.append(sought.begins)
        together = f" {' '.join(said)}" if len(said) > 1 else ""
        return cls(tuple(worth), together, tuple(f" {word}" for word in sought.exact))

    def score(self, plain: str, exact: str) -> int:
        """In thousandths: BM25 over the words, more where they stand together, more where they
        stand as typed in a text that has diacritics."""
        text = f" {plain} "
        norm = _SATURATION * (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * len(plain) / _USUAL_LENGTH)
        worth = 0.0
        for word, idf in self.worth:
            count = text.count(word)
            worth += idf * count * (_SATURATION + 1) / (count + norm)
        if self.together and self.together in text:
            worth *= 1 + _TOGETHER
        if self.exact and plain != exact:
            written = f" {exact} "
            agreed = sum(word in written for word in self.exact)
            worth *= 1 + _EXACT * agreed / len(self.exact)
        return round(worth * 1000)


def snippet(text: str, sought: Sought, lexicon: Lexicon | None = None) -> list[Piece]:
    """The stretch of a text that holds most of what is looked for, marked, within SNIPPET."""
    spans = _hits(text, sought, lexicon)
    if len(text) <= SNIPPET:
        return _pieces(text, spans, 0, len(text))
    start, end = _window(text, spans)
    pieces = _pieces(text, spans, start, end)
    before = [Piece("… ", False)] if start else []
    after = [Piece(" …", False)] if end < len(text) else []
    return [*before, *pieces, *after]


def _goes_first(df: int, at: int) -> tuple[bool, int, int]:
    return (not df, df, at)


def _folded(words: Words) -> tuple[str, ...]:
    return tuple(plain for word in words.fold for plain in _ASCII.findall(word))


def _exact(words: Words) -> tuple[str, ...]:
    """The words as written: “con” typed so is sooner con than còn."""
    return tuple(dict.fromkeys(words.exact))


def _loose(rest: str, words: Words) -> tuple[list[tuple[str, ...]], str]:
    """Single words of what stands outside quotes, and the last one apart if it may go on."""
    single: list[tuple[str, ...]] = [(word,) for word in _folded(words)]
    goes_on = rest == rest.rstrip() and rest[-1:].isalnum()
    if not (single and goes_on and words.spans):
        return single, ""
    last = rest[slice(*words.spans[-1])]
    is_short_form = _folded(normalise(last, _PLAIN))[-1:] != single[-1]
    return (single, "") if is_short_form else (single[:-1], single[-1][0])


def _idf(df: int, total: int) -> float:
    return log(1 + (max(total, df) - df + 0.5) / (df + 0.5))


def _hits(text: str, sought: Sought, lexicon: Lexicon | None) -> list[tuple[int, int]]:
    """Where the words looked for stand, ascending; those typed with diacritics must agree if
    the text has them elsewhere too."""
    if not sought.words and not sought.begins:
        return []
    wanted = {*sought.words}
    found: dict[int, int] = {}
    for words in (normalise(text, lexicon), normalise(text, _PLAIN)):
        for word, (start, end) in zip(words.fold, words.spans, strict=True):
            begun = bool(sought.begins) and word.startswith(sought.begins)
            if word in wanted or begun:
                found[start] = max(end, found.get(start, 0))
    return sorted(found.items())


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    first = max(
        (start for start, _ in spans),
        key=lambda at: (sum(at <= start < at + SNIPPET * 3 // 4 for start, _ in spans), -at),
        default=0,
    )
    start = max(0, min(first - SNIPPET // 4, len(text) - SNIPPET))
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    return start, end


def _pieces(text: str, spans: Iterable[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for begins, ends in spans:
        if begins < at or ends > end:
            continue
        if begins > at:
            pieces.append(Piece(text[at:begins], False))
        pieces.append(Piece(text[begins:ends], True))
        at = ends
    if at < end:
        pieces.append(Piece(text[at:end], False))
    return pieces
