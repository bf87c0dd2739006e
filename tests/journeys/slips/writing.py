"""Slips made of matters, places and spellings, always the same ones in the same order."""

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, product

from doithoai.vietnamese.letters import fold

TYPED = {"không": "ko", "được": "dc", "công ty": "cty", "người": "ng", "bảo hiểm xã hội": "bhxh"}


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing people ask everywhere: how they put it, who answers, under which topic."""

    key: str
    lead: str
    topic: int
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What one person writes, and what an official who reads it finds in it, in order."""

    text: str
    truth: tuple[str, ...]
    unit: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Province:
    """Of what a province's slips are made; `{noi}` stands for a place."""

    matters: tuple[Matter, ...]
    places: tuple[str, ...]
    complaints: tuple[tuple[str, str], ...]
    denunciations: tuple[tuple[str, str], ...]
    aside: tuple[tuple[str, int], ...]
    private: tuple[tuple[str, str], ...]

    def matter(self, truth: str) -> Matter:
        """The matter of `key@place`."""
        return next(one for one in self.matters if one.key == truth.partition("@")[0])


def _as_typed_fast(text: str) -> str:
    for whole, short in TYPED.items():
        text = text.lower().replace(whole, short)
    return text


SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    fold,
    str,
    lambda text: unicodedata.normalize("NFD", text),
    _as_typed_fast,
    lambda text: f"Kính gửi Chủ tịch. {text} Xin cảm ơn.",
    str.upper,
    lambda text: text.replace(" ", "  "),
)


def slips_of(province: Province, *, count: int, mixed: int, seed: int) -> list[Slip]:
    """So many slips, shuffled: letters, mixed ones, strays, private ones, and repeated matters."""
    special = [*_letters(province), *_strays(province), *_mixed(province, mixed)]
    special += _private(province)
    slips = [*special, *islice(_ordinary(province), count - len(special))]
    random.Random(seed).shuffle(slips)
    return slips


def _letters(province: Province) -> Iterator[Slip]:
    for kind, letters in (("complaint", "complaints"), ("denunciation", "denunciations")):
        for text, secret in getattr(province, letters):
            yield Slip(text, (kind,), province.places[0], f"Người viết {secret}", secret=secret)


def _strays(province: Province) -> Iterator[Slip]:
    for text, reason in province.aside:
        yield Slip(text, (f"aside@{reason}",), province.places[1], "Người gửi")


def _mixed(province: Province, count: int) -> Iterator[Slip]:
    """Two matters on one slip, and last of all a matter with a complaint behind it."""
    pairs = zip(cycle(province.matters), cycle(province.places[::-1]), strict=False)
    for (one, place), other in islice(zip(pairs, province.matters[3:], strict=False), count):
        first, second = (_at(matter.ways[0], place) for matter in (one, other))
        truth = (f"{one.key}@{place}", f"{other.key}@{place}")
        yield Slip(f"Thứ nhất, {first}\nThứ hai, {second}", truth, place, "Chị Hai Việc")
    place, matter = province.places[2], province.matters[1]
    text, secret = province.complaints[0]
    both = f"1. {_at(matter.ways[0], place)}\n2. {text}"
    truth = (f"{matter.key}@{place}", "complaint")
    yield Slip(both, truth, place, "Anh Vừa Hỏi Vừa Khiếu", secret=secret)


def _private(province: Province) -> Iterator[Slip]:
    for number, (words, secret) in enumerate(province.private):
        matter = province.matters[number % len(province.matters)]
        place = province.places[number % len(province.places)]
        text = f"{_at(matter.ways[1], place)} {words}"
        yield Slip(text, (f"{matter.key}@{place}",), place, f"Bà Số {number}", secret=secret)


def _ordinary(province: Province) -> Iterator[Slip]:
    """Matter by place, again and again, mostly put and spelled another way, by another person."""
    for turn in range(100):
        for at, (place, matter) in enumerate(product(province.places, province.matters)):
            if turn > (at * 7) % 12:
                continue
            number = turn * 1000 + at
            put = turn - (turn % 4 == 3)
            text = _at(matter.ways[(put + at) % len(matter.ways)], place)
            yield Slip(
                SPELLINGS[(put * 3 + at) % len(SPELLINGS)](text),
                (f"{matter.key}@{place}",),
                _unit(place),
                f"Ông Hỏi {number}",
                phone=f"09{number:08d}" if number % 5 == 0 else "",
                email=f"nguoi.hoi.{number}@vidu.vn" if number % 7 == 0 else "",
            )


def _at(way: str, place: str) -> str:
    return way.format(noi=place)


def _unit(place: str) -> str:
    return place if "huyện" in place else f"Công đoàn {place}"


def parcels(slips: Sequence[Slip], *sizes: int) -> list[list[Slip]]:
    """The slips in heaps of these sizes; the last heap holds the rest."""
    heaps, start = [], 0
    for size in sizes:
        heaps.append(list(slips[start : start + size]))
        start += size
    return [*heaps, list(slips[start:])]
