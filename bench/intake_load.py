"""200 telephones on the public form: `python -m bench.intake_load [--postgres] [--only ours,…]`.

The real server is loaded whole: form, steps, receipt. Beside it, in the same run on the same
machine and the same kind of database, two ceilings (a bare Django form on one page, and the same
form in three steps with the draft in a session: seven requests, as ours) and pretalx's anonymous
submission, in an environment of its own that this bench makes. `cpu ms` is what the processes that
answer spend on one question, `behind` what the worker spends that compares and sorts later.
"""

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.hall_live import postgres
from bench.peers import intake_bare, intake_ours, intake_pretalx
from bench.peers.intake import Peer, Place, Work
from bench.phones import Outcome, Phone, load

PEERS = {
    "ours": intake_ours.PEER,
    "bare-steps": intake_bare.STEPS,
    "bare-page": intake_bare.PEER,
    "pretalx": intake_pretalx.PEER,
}
HEAD = "{:<12}{:>9}{:>9}{:>8}{:>8}{:>9}{:>8}{:>8}{:>8}{:>10}"
TITLES = (
    *("asked /s", "POST /s", "p50 ms", "p95 ms", "whole s", "cpu ms", "behind"),
    *("errors", "in store"),
)


def main() -> int:
    """Serve each peer, load it, count what is in its database, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--postgres", action="store_true")
    asked.add_argument("--phones", type=int, default=200)
    asked.add_argument("--seconds", type=float, default=20)
    asked.add_argument("--only", default=",".join(PEERS))
    options = asked.parse_args()
    kind = "PostgreSQL" if options.postgres else "SQLite"
    load_now = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {load_now:.1f}, {kind}")
    print(f"{options.phones} telephones on the same machine, 2 workers, {options.seconds:.0f} s")
    print(HEAD.format("", *TITLES))
    found: dict[str, Cost] = {}
    for name in options.only.split(","):
        with tempfile.TemporaryDirectory() as var, ExitStack() as kept:
            address = kept.enter_context(postgres(var)) if options.postgres else ""
            if cost := measure(name, PEERS[name], Place(Path(var), address), options):
                found[name] = cost
    compare(found)
    return 0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one question takes: questions a second under load, CPU milliseconds of the pages."""

    rate: float
    cpu: float


def compare(found: dict[str, Cost]) -> None:
    """Ours as a share of each other peer's figures."""
    ours = found.pop("ours", None)
    for name, other in found.items() if ours else ():
        rate, cpu = ours.rate / other.rate, other.cpu / ours.cpu
        print(f"ours beside {name}: {rate:.0%} of its rate; by CPU a question {cpu:.0%}")


def measure(name: str, peer: Peer, place: Place, options: argparse.Namespace) -> Cost | None:
    """One peer under load: one line of the table; None when it cannot be run."""
    try:
        peer.prepare(place)
        with peer.served(place) as server:
            asyncio.run(load(phones(peer, server.port, 8), peer.ask, 2))
            before = server.worked()
            outcome = asyncio.run(
                load(phones(peer, server.port, options.phones), peer.ask, options.seconds)
            )
            after = server.worked()
    except OSError as missing:
        print(f"{name:<14} not run: {missing}")
        return None
    stored = peer.stored(place)
    once = sum(stored.count(receipt) == 1 for receipt in set(outcome.receipts))
    busy = Work(after.pages - before.pages, after.behind - before.behind)
    return tell(name, outcome, busy, f"{once}/{len(outcome.receipts)}")


def phones(peer: Peer, port: int, count: int) -> list[Phone]:
    """So many telephones, each with an address of its own where the peer can be told it."""
    return [Phone(port, number, peer.is_behind_proxy) for number in range(1, count + 1)]


def tell(name: str, outcome: Outcome, busy: Work, once: str) -> Cost | None:
    """A line of the table; then five kinds of complaint at most."""
    posts, accepted = sorted(outcome.posts) or [0.0], len(outcome.receipts)
    cost = Cost(accepted / outcome.took, 1000 * busy.pages / max(accepted, 1))
    figures = (
        name,
        f"{cost.rate:.1f}",
        f"{len(outcome.posts) / outcome.took:.1f}",
        f"{1000 * median(posts):.0f}",
        f"{1000 * posts[int(0.95 * (len(posts) - 1))]:.0f}",
        f"{median(outcome.wholes or [0.0]):.2f}",
        f"{cost.cpu:.1f}",
        f"{1000 * busy.behind / max(accepted, 1):.1f}",
        str(len(outcome.faults)),
        once,
    )
    print(HEAD.format(*figures), flush=True)
    for fault in sorted(set(outcome.faults))[:5]:
        print(f"    {outcome.faults.count(fault)} x {fault}")
    return cost if accepted else None


if __name__ == "__main__":
    sys.exit(main())
