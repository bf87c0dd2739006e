"""What of a question is compared when near-duplicates are looked for."""

from dataclasses import dataclass
from functools import lru_cache

from doithoai.matching.duplicates.places import BREAK, Name, place_names
from doithoai.matching.duplicates.syllables import Nearness, could_be_a_word, nearness
from doithoai.matching.words import Words

_COURTEOUS_WORDS = """
    a anh ba ban biet cac cam cap chan chao chau chi cho chu chuc co con cu da dan dao day de dong
    duoc em giai giup gui hoi kien kinh la lanh loi luu mong nghi nhan nho nhieu o on phan quan quy
    quyet rat som tam ten thanh thua tich tinh toa toi tra tren tri trong uy vi xem xet xin y
"""
_LIGHT_WORDS = """
    a ah cac chung co cua cung cho da de do e em ha khi la ma minh nay nha nhe nhung o oi roi se
    tai thi toi u va vay ve voi xin
"""
_COURTESY = frozenset(_COURTEOUS_WORDS.split())
LIGHT = frozenset(_LIGHT_WORDS.split())
"""Words that weigh nothing when one text has them and another lacks them."""

_FEWEST = 4
_HOI = str.maketrans("ãẵẫẽễĩõỗỡũữỹ", "ảẳẩẻểỉỏổởủửỷ")


@dataclass(frozen=True, slots=True)
class Profile:
    """A question's words that say what it is about, folded and as written, and all it says.

    The words of greeting and thanks at both ends count as said, not as matter. `numbers` are those
    said, each once, in order; `names` those of places; `toned` the words of those names, folded
    and with their marks, when the writer used any (hỏi and ngã count as one).
    """

    core: tuple[str, ...]
    exact: tuple[str, ...]
    said: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[Name, ...]
    toned: tuple[tuple[str, str], ...]

    @property
    def text(self) -> tuple[object, ...]:
        """What two profiles that are word for word the same have in common."""
        return self.core, self.toned


def profile(words: Words) -> Profile:
    """What of a question is compared; a text of courtesies alone is compared whole."""
    said = _with_breaks(words)
    names = place_names(said)
    naming = frozenset(word for name in names for word in name)
    kept = _matter(words, naming)
    return Profile(
        tuple([words.fold[at] for at in kept]),
        tuple([words.exact[at] for at in kept]),
        said,
        tuple(sorted({word for word in said if word < ":"})),
        names,
        _toned(words, naming) if words.marked else (),
    )


def _toned(words: Words, naming: frozenset[str]) -> tuple[tuple[str, str], ...]:
    both = zip(words.fold, words.exact, strict=True)
    return tuple(sorted({(word, exact.translate(_HOI)) for word, exact in both if word in naming}))


def _with_breaks(words: Words) -> tuple[str, ...]:
    """The folded words, with BREAK where more than a space stands between two."""
    said: list[str] = []
    end = words.spans[0][0] if words.spans else 0
    for word, (start, next_end) in zip(words.fold, words.spans, strict=True):
        if start > end + 1:
            said.append(BREAK)
        said.append(word)
        end = next_end
    return tuple(said)


def _matter(words: Words, naming: frozenset[str]) -> list[int]:
    """Where the words stand that are neither formula nor, at the ends, greeting and thanks."""
    kept = [at for at, empty in enumerate(words.formula) if not empty]
    idle = [_is_courtesy(word := words.fold[at]) and word not in naming for at in kept]
    first, last = 0, len(kept)
    while first < last and idle[first]:
        first += 1
    while last > first and idle[last - 1]:
        last -= 1
    if last - first >= _FEWEST:
        return kept[first:last]
    return kept or list(range(len(words.fold)))


@lru_cache(maxsize=1 << 14)
def _is_courtesy(word: str) -> bool:
    """Whether a word greets or thanks, or is such a word mistyped."""
    if word in _COURTESY or could_be_a_word(word):
        return word in _COURTESY
    return any(nearness(word, known) is Nearness.SLIP for known in _COURTESY if len(known) > 2)
