"""How near a reading comes to its gold: one figure a field, each between 0 and 1."""

import re
import unicodedata
from difflib import SequenceMatcher

TEXT_LISTS = ("purposes", "requirements", "topics", "recipients")
ALIKE = 0.93


def plain(value):
    """A value without case, emphasis, outer punctuation and spacing, for comparing."""
    text = unicodedata.normalize("NFC", "" if value is None else str(value)).lower()
    text = text.translate(str.maketrans({"“": '"', "”": '"', "–": "-", "*": None}))
    return " ".join(text.split()).strip(" .;:,\"'()")


def alike(one, other):
    """Whether two texts say the same, small differences of typing allowed."""
    one, other = plain(one), plain(other)
    if one == other:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def overlap(gold, found, matches):
    """The harmonic mean of precision and recall of a one-to-one matching."""
    gold, left = list(gold), list(found or [])
    size = len(gold) + len(left)
    if not size:
        return 1.0
    hits = 0
    for wanted in gold:
        hit = next((i for i, one in enumerate(left) if matches(wanted, one)), None)
        if hit is not None:
            del left[hit]
            hits += 1
    return 2 * hits / size


def same_set(one, other):
    """Whether two lists of names match one to one."""
    return overlap(one, other, alike) == 1


TASK_PARTS = {
    "text": lambda gold, got: True,
    "units": lambda gold, got: same_set(gold["units"], got["units"]),
    "role": lambda gold, got: gold["role"] == got["role"],
    "due": lambda gold, got: gold.get("due") == got.get("due"),
    "with": lambda gold, got: same_set(gold["with"], got["with"]),
}


def seats(quotas):
    """Every section and row of a seats table as (name, seats)."""
    sections = [(section["name"], section["seats"]) for section in quotas]
    rows = [(row["name"], row["seats"]) for section in quotas for row in section["rows"]]
    return sections + rows


def scores(gold, got):
    """The score of every field the gold has."""
    out = {}
    for key, wanted in gold.items():
        found = got.get(key)
        if key == "tasks":
            out |= {
                f"tasks.{part}": _tasks(wanted, found, same) for part, same in TASK_PARTS.items()
            }
        elif key == "time":
            out |= {f"time.{part}": _scalar(wanted[part], found[part]) for part in wanted}
        elif key in LISTS:
            out[key] = LISTS[key](wanted, found)
        elif key == "signer":
            out[key] = float(plain(wanted["name"]) == plain(found["name"]))
        else:
            out[key] = _scalar(wanted, found)
    return out


def mean(gold, got):
    """The mean score of a plan."""
    found = scores(gold, got)
    return sum(found.values()) / len(found)


def _scalar(wanted, found):
    if isinstance(wanted, str) and not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", wanted):
        return float(alike(wanted, found))
    return float(wanted == found)


def _tasks(wanted, found, same):
    return overlap(wanted, found, lambda a, b: alike(a["text"], b["text"]) and same(a, b))


def _bases(wanted, found):
    def same(a, b):
        return plain(a["number"]) == plain(b["number"]) and a["date"] == b["date"]

    return overlap(wanted, found, same)


def _composition(wanted, found):
    gold = [entry for group in wanted for entry in group["entries"]]
    return overlap(gold, [entry for group in found for entry in group["entries"]], alike)


def _seats(wanted, found):
    return overlap(seats(wanted), seats(found), lambda a, b: alike(a[0], b[0]) and a[1] == b[1])


def _programme(wanted, found):
    def items(parts):
        return [(item["name"], item["performer"]) for part in parts for item in part["items"]]

    return overlap(
        items(wanted), items(found), lambda a, b: alike(a[0], b[0]) and alike(a[1], b[1])
    )


LISTS = {
    **{key: lambda wanted, found: overlap(wanted, found, alike) for key in TEXT_LISTS},
    "legal_bases": _bases,
    "composition": _composition,
    "quotas": _seats,
    "programme": _programme,
}
