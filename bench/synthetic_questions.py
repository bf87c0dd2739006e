"""Invented questions with known near-duplicates: `python -m bench.synthetic_questions 1000`.

A matter is one text with its places and numbers; the same text with another commune, road or
number is another matter. About half of the questions are the only ones on their matter. What
people do to a text (drop its diacritics, mistype, shorten, greet, turn clauses round) is done
here from a seed, so the same call gives the same questions on every machine.
"""

import argparse
import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bench.synthetic_phrases import (
    ASIDES,
    ASPECTS,
    BENEFITS,
    CASES,
    COMMUNES,
    FAREWELLS,
    GREETINGS,
    PEOPLE,
    PROCEDURES,
    ROADS,
    SHORTHAND,
    SNAGS,
    TROUBLES,
    WARDS,
    listed,
)

TUNING, MEASURED = 0, 1
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
OPEN_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ỏe": "oẻ", "ủy": "uỷ", "úy": "uý"}
CONFUSED = str.maketrans("ảãẻẽỉĩỏõủũửữởỡểễổỗẩẫ", "ãảẽẻĩỉõỏũủữửỡởễểỗổẫẩ")


@dataclass(frozen=True, slots=True)
class Question:
    """One invented question, and the matter it is about."""

    id: int
    matter: int
    text: str


@dataclass(frozen=True, slots=True)
class Matter:
    """A text as clauses with slots, and what stands in them."""

    clauses: tuple[str, ...]
    commune: str = ""
    ward: str = ""
    road: str = ""
    number: int = 0

    @property
    def said(self) -> tuple[str, ...]:
        """The clauses, filled."""
        slots = {"commune": self.commune, "ward": self.ward, "road": self.road}
        return tuple(clause.format(**slots, number=self.number) for clause in self.clauses)


def questions(n: int, *, seed: int, half: int = MEASURED) -> list[Question]:
    """`n` questions in random order, of the phrases of one half."""
    chance = random.Random(f"{seed}/{half}")
    made: list[tuple[int, str]] = []
    for number, matter in enumerate(matters(chance, half)):
        for _ in range(copies(chance)):
            made.append((number, perturbed(matter.said, chance)))
        if len(made) >= n:
            break
    made = made[:n]
    chance.shuffle(made)
    return [Question(at, matter, text) for at, (matter, text) in enumerate(made)]


def copies(chance: random.Random) -> int:
    """How many people ask one matter: mostly one, now and then dozens."""
    if chance.random() < 0.72:
        return 1
    count = 2
    while chance.random() < 0.68:
        count += 1
    return count


def matters(chance: random.Random, half: int) -> Iterator[Matter]:
    """Matters without end, none twice; half of them differ from an earlier one in one slot."""
    phrases = Phrases(chance, half)
    seen: set[tuple[str, ...]] = set()
    known: list[Matter] = []
    while True:
        if known and chance.random() < 0.5:
            matter = phrases.sibling(chance.choice(known))
        else:
            matter = phrases.matter()
        if matter.said not in seen:
            seen.add(matter.said)
            known.append(matter)
            yield matter


class Phrases:
    """Draws matters from one half of the phrases."""

    def __init__(self, chance: random.Random, half: int) -> None:
        self.chance, self.half = chance, half
        self.communes, self.roads = self.own(COMMUNES), self.own(ROADS)
        self.procedures, self.cases = self.own(PROCEDURES), self.own(CASES)
        self.people, self.benefits = self.own(PEOPLE), self.own(BENEFITS)

    def own(self, text: str) -> list[str]:
        """Every second item of a list."""
        return listed(text)[self.half :: 2]

    def matter(self) -> Matter:
        """A new matter of any kind."""
        make: Callable[[], tuple[str, ...]] = self.chance.choice(
            (self.trouble, self.trouble, self.procedure, self.benefit)
        )
        return Matter(
            make(),
            self.chance.choice(self.communes),
            self.chance.choice(WARDS),
            self.road(),
            self.chance.randint(1, 15),
        )

    def sibling(self, matter: Matter) -> Matter:
        """The same text with another commune, road or number."""
        slot = self.chance.choice(("commune", "road", "number"))
        other: dict[str, str | int] = {
            "commune": self.chance.choice(self.communes),
            "road": self.road(),
            "number": self.chance.randint(1, 15),
        }
        return replace(matter, **{slot: other[slot]})

    def road(self) -> str:
        """A street by name or a road by number."""
        if self.chance.random() < 0.5:
            return self.chance.choice(self.roads)
        return f"{self.chance.choice(('tỉnh', 'huyện'))} {self.chance.randint(860, 899)}"

    def trouble(self) -> tuple[str, ...]:
        """Something broken somewhere."""
        things, faults, asks = self.chance.choice(TROUBLES[self.half :: 2])
        thing, fault, ask = (self.chance.choice(listed(one)) for one in (things, faults, asks))
        where = self.chance.choice(("{ward} {number} xã {commune}", "xã {commune}"))
        since = self.chance.choice(("", "{number} năm nay", "hơn {number} hộ bị ảnh hưởng"))
        return tuple(filter(None, (f"{thing} {where} {fault}", since, ask)))

    def procedure(self) -> tuple[str, ...]:
        """How something is applied for."""
        what, case = self.chance.choice(self.procedures), self.chance.choice(self.cases)
        ask = self.chance.choice(listed(ASPECTS))
        where = self.chance.choice(("", " tại xã {commune}", " ở {ward} {number} xã {commune}"))
        return (f"thủ tục {what}{where}", f"trường hợp {case}", ask)

    def benefit(self) -> tuple[str, ...]:
        """Who gets what, and does not."""
        who, what = self.chance.choice(self.people), self.chance.choice(self.benefits)
        snag = self.chance.choice(listed(SNAGS))
        where = self.chance.choice(("xã {commune}", "{ward} {number} xã {commune}"))
        return (f"{who} ở {where} về {what}", snag, "bao giờ được giải quyết")


def perturbed(clauses: tuple[str, ...], chance: random.Random) -> str:
    """One person's way of writing a matter."""
    parts = list(clauses)
    if chance.random() < 0.35:
        chance.shuffle(parts)
    text = dressed(parts, chance)
    if chance.random() < 0.4:
        text = shortened(text, chance)
    if chance.random() < 0.45:
        text = mistyped(text, chance, chance.randint(1, 3))
    return written(text, chance)


def dressed(parts: list[str], chance: random.Random) -> str:
    """Clauses with what people put before, between and after."""
    if chance.random() < 0.15:
        parts.insert(chance.randint(0, len(parts)), chance.choice(listed(ASIDES)))
    if chance.random() < 0.5:
        parts.insert(0, chance.choice(listed(GREETINGS)))
    if chance.random() < 0.35:
        parts.append(chance.choice(listed(FAREWELLS)))
    text = chance.choice((", ", ", ", ". ", "; ", " ")).join(parts)
    return text[0].upper() + text[1:] + chance.choice(("?", ".", "", "??", " ạ"))


def shortened(text: str, chance: random.Random) -> str:
    """Abbreviations and the shorthand of telephones."""
    for long, short in SHORTHAND.items():
        if long in text and chance.random() < 0.6:
            text = text.replace(long, chance.choice(short))
    return text


def mistyped(text: str, chance: random.Random, count: int) -> str:
    """A few slips of the finger; never in a number."""
    for _ in range(count):
        places = [at for at in range(1, len(text)) if text[at].isalpha()]
        at = chance.choice(places)
        slip = chance.choice((dropped, doubled, swapped, beside, confused))
        text = slip(text, at, chance)
    return text


def dropped(text: str, at: int, chance: random.Random) -> str:
    """A letter left out."""
    return text[:at] + text[at + 1 :]


def doubled(text: str, at: int, chance: random.Random) -> str:
    """A letter twice."""
    return text[: at + 1] + text[at:]


def swapped(text: str, at: int, chance: random.Random) -> str:
    """Two letters of a word in the wrong order."""
    if not text[at - 1].isalpha():
        return text
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]


def beside(text: str, at: int, chance: random.Random) -> str:
    """The key beside the right one."""
    for row in KEYS:
        if (place := row.find(text[at].lower())) >= 0:
            near = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            return text[:at] + chance.choice(near) + text[at + 1 :]
    return text


def confused(text: str, at: int, chance: random.Random) -> str:
    """Hỏi for ngã in the rest of the text, as much of the country says them alike."""
    return text[:at] + text[at:].translate(CONFUSED)


def written(text: str, chance: random.Random) -> str:
    """Diacritics, their place and form, capitals."""
    if chance.random() < 0.35:
        marks = re.compile(r"[\u0300-\u036f]")
        text = marks.sub("", unicodedata.normalize("NFD", text)).translate({273: "d", 272: "D"})
    elif chance.random() < 0.3:
        for one, other in OPEN_TONES.items():
            text = re.sub(rf"(?<!q){one}(?!\w)", other, text)
    if chance.random() < 0.12:
        text = unicodedata.normalize("NFD", text)
    return chance.choice((str, str, str, str, str.lower, str.lower, str.upper))(text)


def main() -> None:
    """Print questions as JSON lines."""
    asked = argparse.ArgumentParser()
    asked.add_argument("n", type=int)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--half", type=int, choices=(TUNING, MEASURED), default=MEASURED)
    options = asked.parse_args()
    for one in questions(options.n, seed=options.seed, half=options.half):
        line = {"id": str(one.id), "matter": one.matter, "text": one.text}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
