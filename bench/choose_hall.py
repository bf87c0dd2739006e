"""What the proposed set covers beside the most-asked questions, on made-up dialogues.

python -m bench.choose_hall [--rounds 20]
"""

import argparse
import platform
import random
import statistics
import time
from collections.abc import Callable, Sequence

from doithoai.questions.rules.choosing import Candidate, propose_hall

TOPICS, FIELDS, PLACES = 5, 18, 11
KINDS = ("topics", "fields", "places", "senders")
Choice = Callable[[Sequence[Candidate], int], list[Candidate]]


def candidates(count: int, seed: int) -> list[Candidate]:
    """Questions as provinces get them: few topics and fields hold most, most are asked once."""
    dice = random.Random(seed)
    return [
        Candidate(
            number=number,
            asked=min(1 + int(dice.paretovariate(1.3) - 1), 200),
            topic=min(int(dice.expovariate(0.7)), TOPICS - 1),
            field=f"agency {min(int(dice.expovariate(0.25)), FIELDS - 1)}",
            places=frozenset({f"district {min(int(dice.expovariate(0.3)), PLACES - 1)}"}),
        )
        for number in range(1, count + 1)
    ]


def most_asked(known: Sequence[Candidate], minutes: int) -> list[Candidate]:
    """Greedy by count: those asked by most, until the time is full."""
    ranked = sorted(known, key=lambda one: (-one.asked, one.number))
    return ranked[: minutes // ranked[0].minutes]


def proposed(known: Sequence[Candidate], minutes: int) -> list[Candidate]:
    """The house's own proposal."""
    numbers = {pick.number for pick in propose_hall(known, minutes=minutes).picks}
    return [one for one in known if one.number in numbers]


def covered(some: Sequence[Candidate], known: Sequence[Candidate]) -> dict[str, float]:
    """Shares from 0 to 1 of topics, fields, places touched and of senders carried."""

    def share(of: Callable[[Candidate], set[object]]) -> float:
        return len(set().union(*map(of, some))) / len(set().union(*map(of, known)))

    return {
        "topics": share(lambda one: {one.topic}),
        "fields": share(lambda one: {one.field}),
        "places": share(lambda one: set(one.places)),
        "senders": sum(one.asked for one in some) / sum(one.asked for one in known),
    }


def main() -> None:
    """Print means over the rounds for three sizes and two lengths."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    print(f"{platform.machine()}, Python {platform.python_version()}, {rounds} dialogues a line")
    print(f"{'questions':>9} {'minutes':>7} {'by':12}" + "".join(f"{kind:>9}" for kind in KINDS))
    ways: dict[str, Choice] = {"count": most_asked, "proposal": proposed}
    for count, minutes in ((60, 120), (300, 120), (300, 150), (2_000, 150)):
        for name, way in ways.items():
            shares, spent = [], time.perf_counter()
            for seed in range(rounds):
                known = candidates(count, seed)
                shares.append(covered(way(known, minutes), known))
            seconds = (time.perf_counter() - spent) / rounds
            means = "".join(f"{statistics.mean(s[kind] for s in shares):9.2f}" for kind in KINDS)
            print(f"{count:9} {minutes:7} {name:12}{means}   {seconds:.3f} s")


if __name__ == "__main__":
    main()
