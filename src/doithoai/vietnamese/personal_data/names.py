"""Names of persons in running text: after a title, a post, or words that say a name follows."""

import re
from collections.abc import Iterator
from functools import cache

from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.personal_data.name_words import (
    Case,
    Word,
    case_of,
    is_given,
    is_known,
    is_middle,
    is_surname,
    is_syllable,
    listed,
    lower_in_place,
    starts_office,
    words_from,
)

_LONGEST = 5
_NEAR = 40
_AREA_WORDS = 4
_BETWEEN = re.compile(r"[ \t]{1,3}(?:(?:tên|ten)(?:[ \t]+(?:là|la))?[ \t]{1,3})?", re.IGNORECASE)
_AFTER_LABEL = re.compile(r"[ \t:]{0,4}\n?[ \t]{0,4}")
_NEXT_NAME = re.compile(
    r"[ \t]{0,2}(?:,|;|\blà\b|\bvà\b|\bva\b|\bcùng\b|\bhoặc\b)[ \t]{1,3}", re.IGNORECASE
)
_INITIALS = re.compile(r"\.\s?[A-ZĐ](?![^\W\d_]{2})")
_IS_AREA = re.compile(
    r"[ \t](?:là|thuộc)[ \t](?:một[ \t])?(?:huyện|xã|tỉnh|phường|thành phố|đảo)\b"
)
_BESIDE = re.compile(r"[ \t]{0,2}[,;:(–\n-]?[ \t]{0,2}")
_NAME_BEFORE = re.compile(
    r"(?P<name>[^\W\d_]+(?:[ \t][^\W\d_]+){2,5}?)[ \t]{0,2}[,;:.()–\n-]?[ \t]{0,2}"
    r"(?:(?:số điện thoại|điện thoại|số đt|sđt|sdt|đt|dt|tel|zalo)[ \t]{0,2}[:.]?[ \t]{0,2})?$",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"([^\W\d_]{1,12}(?:[ \t][^\W\d_]{1,12})?)[ \t]{1,3}$")


def names_of(text: str) -> Iterator[tuple[int, int]]:
    """Where names of persons stand in a composed text, as (start, end), in order, apart."""
    done = 0
    for cue in _cues().finditer(lower_in_place(text)):
        if cue.start() < done:
            continue
        span = _name_after(text, cue)
        while span:
            yield span
            done = span[1]
            span = _next_name(text, done)


@cache
def _cues() -> re.Pattern[str]:
    roles = ("title", "careful title", "said", "post", "called")
    phrases = sorted({phrase for role in roles for phrase in listed(role)}, key=len, reverse=True)
    written = "|".join(re.escape(phrase).replace(r"\ ", "[ \t]") for phrase in phrases)
    return re.compile(rf"\b(?P<cue>{written})(?!\w)")


def _name_after(text: str, cue: re.Match[str]) -> tuple[int, int] | None:
    said = " ".join(cue["cue"].split())
    if said in listed("title"):
        span = _after_title(text, cue)
        return None if span and _is_place(text, cue) else span
    if said in listed("careful title"):
        place = _gap(text, cue.end())
        return _surely_named(text, place, least=3) or _named_without_marks(text, place)
    if said in listed("called"):
        return _after_call(text, cue.end())
    if said in listed("post"):
        return _after_post(text, cue.end())
    return None if _names_a_thing(text, cue.start()) else _after_label(text, cue.end())


def _gap(text: str, place: int) -> int:
    match = _BETWEEN.match(text, place)
    return match.end() if match else -1


def _after_title(text: str, cue: re.Match[str]) -> tuple[int, int] | None:
    words = words_from(text, _gap(text, cue.end()), _LONGEST + 1)
    return _span(text, _named(words, text[cue.start() : cue.end()].isupper()))


def _after_label(text: str, place: int) -> tuple[int, int] | None:
    match = _AFTER_LABEL.match(text, place)
    return _surely_named(text, match.end() if match else place, least=2, takes_lower=True)


def _after_post(text: str, place: int) -> tuple[int, int] | None:
    """`Chủ tịch xã Tân Phú Trần Văn Hai`: with a place between, only a full name is one."""
    place = _gap(text, place)
    direct = _surely_named(text, place, least=2)
    if direct:
        return direct
    words = words_from(text, place, _AREA_WORDS + _LONGEST)
    for size in (2, 3):
        if " ".join(word.text for word in words[:size]).lower() in listed("organisation"):
            led = _surely_named(text, _gap(text, words[size - 1].end), least=3)
            if led:
                return led
    for word, after in zip(words[1:], words[2:], strict=False):
        if is_surname(word.text) and is_middle(after.text):
            return _surely_named(text, word.start, least=3)
    return None


def _named_without_marks(text: str, place: int) -> tuple[int, int] | None:
    """`ba nguyen thi no`: neither capitals nor marks, so only what can be nothing but a name."""
    words = words_from(text, place, 3)
    if len(words) < 3:
        return None
    surname, middle, given = (word.text for word in words)
    is_name = (
        surname in listed("surely surname")
        and middle in {"thi", "van"}
        and given.isascii()
        and given not in listed("no given")
    )
    return (words[0].start, words[2].end) if is_name else None


def _after_call(text: str, place: int) -> tuple[int, int] | None:
    """`gọi gặp chị lan`: after a call for someone a given name is one without its capital."""
    words = words_from(text, _gap(text, place), 2)
    if len(words) < 2 or words[0].text.lower() not in listed("of one called"):
        return None
    return (words[1].start, words[1].end) if is_given(words[1].text) else None


def name_beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The full name written just before or after a telephone number: whose number it is."""
    after = _BESIDE.match(text, end)
    follows = _surely_named(text, after.end() if after else end, least=3) if after else None
    if follows:
        return follows
    head = text[max(0, start - _NEAR) : start]
    before = _NAME_BEFORE.search(head)
    if not before:
        return None
    shift = start - len(head)
    words = words_from(text, shift + before.start("name"), _LONGEST + 3)
    for word in words:
        found = _surely_named(text, word.start, least=3)
        if found and found[1] == shift + before.end("name"):
            return None if _is_after_place(text, found[0]) else found
    return None


def _is_after_place(text: str, place: int) -> bool:
    before = _LAST_WORDS.search(text, max(0, place - _NEAR), place)
    if not before:
        return False
    phrase = before[1].lower()
    return bool(
        {phrase, phrase.split()[-1]} & (listed("feature") | listed("area") | listed("thing"))
    )


def _next_name(text: str, place: int) -> tuple[int, int] | None:
    """The second of two names under one title: “ông Lê Văn Tư, Trần Thị Năm”."""
    match = _NEXT_NAME.match(text, place)
    return _surely_named(text, match.end(), least=3) if match else None


def _surely_named(
    text: str, place: int, *, least: int, takes_lower: bool = False
) -> tuple[int, int] | None:
    """A name of at least so many words that begins with a surname."""
    words = words_from(text, place, _LONGEST + 1)
    if len(words) < 2 or not is_surname(words[0].text):
        return None
    if not takes_lower and case_of(words[0].text) is Case.LOWER:
        return None
    name = _named(words, words[0].text.isupper())
    return _span(text, name) if len(name) >= least else None


def _span(text: str, name: list[Word]) -> tuple[int, int] | None:
    """Where a name stands; None when its writer gave initials, or it is said to be a place."""
    if not name or _INITIALS.match(text, name[-1].end) or _IS_AREA.match(text, name[-1].end):
        return None
    return name[0].start, name[-1].end


def _named(words: list[Word], is_among_capitals: bool) -> list[Word]:
    """The words of a name at the head of a run; none when it names no person."""
    if not words:
        return []
    case = case_of(words[0].text)
    if case is Case.LOWER or (case is Case.CAPITALS and is_among_capitals):
        name = _by_surname(words, case)
    else:
        name = _by_case(words, case)
    is_nobody = all(len(word.text) == 1 for word in name) or is_known(name)
    return [] if is_nobody else name


def _by_case(words: list[Word], case: Case) -> list[Word]:
    """Capitalised words in a row, up to an office, a place or a word no name has."""
    name: list[Word] = []
    for index, word in enumerate(words[:_LONGEST]):
        follower = words[index + 1].text if index + 1 < len(words) else ""
        if case_of(word.text) not in {case, Case.LETTER} or _ends_name(word.text, follower, name):
            break
        name.append(word)
    return name


def _ends_name(word: str, follower: str, name: list[Word]) -> bool:
    if starts_office(word, follower):
        return True
    if case_of(word) is Case.CAPITALS and not is_syllable(word):
        return True
    if not name and word.lower() in listed("title"):
        return True
    return word.lower() in listed("opens") and not (name and is_middle(name[-1].text))


def _by_surname(words: list[Word], case: Case) -> list[Word]:
    """A name among words of its own case: surname, middle, given name; two for a woman's."""
    if len(words) < 3 or not is_surname(words[0].text):
        return []
    has_middle = is_middle(words[1].text)
    if not has_middle and (case is Case.LOWER or _is_ordinary(words[1])):
        return []
    name = words[:3] if has_middle or not _is_ordinary(words[2]) else words[:2]
    if any(case_of(word.text) not in {case, Case.LETTER} for word in name):
        return []
    if len(words) > 3 and len(name) == 3 and _goes_on(words, case):
        return words[:4]
    return name


def _goes_on(words: list[Word], case: Case) -> bool:
    is_double = fold(words[1].text) == "thi" and words[2].text.lower() in listed("double")
    return is_double and case_of(words[3].text) is case and not _is_ordinary(words[3])


def _is_ordinary(word: Word) -> bool:
    """Whether a word ends a name among words of one case, where capitals tell nothing."""
    return word.text.lower() in listed("ends")


def _is_place(text: str, cue: re.Match[str]) -> bool:
    """Whether a title is part of a place's name (cầu Ông Đốc), a group's, a person's (Thị Bé)."""
    before = _LAST_WORDS.search(text, max(0, cue.start() - _NEAR), cue.start())
    if not before:
        return False
    phrase = before[1].lower()
    last = phrase.split()[-1]
    if cue["cue"] == "em" and last in {"anh", "chị", "trẻ", "chi", "các"}:
        return True
    if is_middle(last):
        return True
    if {phrase, last} & listed("feature") and phrase not in listed("not a feature"):
        return True
    return text[cue.start() : cue.end()].istitle() and last in listed("area")


def _names_a_thing(text: str, place: int) -> bool:
    near = text[max(0, place - _NEAR) : place].lower()
    return bool(_things().search(re.split(r"[.;!?\n]", near)[-1]))


@cache
def _things() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed('thing')))})\b")
