"""200 telephones on the public form: `python -m bench.intake_load [--postgres] [--only ours,…]`.

The real server is loaded whole: form, steps, receipt. Beside it, in the same run on the same
machine and the same kind of database, a bare Django form (one page, one durable row: the ceiling)
and pretalx's anonymous submission, in an environment of its own that this bench makes.
"""

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from bench.hall_live import postgres
from bench.peers import intake_bare, intake_ours, intake_pretalx
from bench.peers.intake import Peer, Place
from bench.phones import Outcome, Phone, load

PEERS = {"ours": intake_ours.PEER, "bare": intake_bare.PEER, "pretalx": intake_pretalx.PEER}
HEAD = "{:<10}{:>10}{:>10}{:>9}{:>9}{:>9}{:>9}{:>8}{:>10}"


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
    print(
        HEAD.format(
            "", "asked /s", "POST /s", "p50 ms", "p95 ms", "whole s", "cpu ms", "errors", "in store"
        )
    )
    for name in options.only.split(","):
        with tempfile.TemporaryDirectory() as var, ExitStack() as kept:
            address = kept.enter_context(postgres(var)) if options.postgres else ""
            measure(name, PEERS[name], Place(Path(var), address), options)
    return 0


def measure(name: str, peer: Peer, place: Place, options: argparse.Namespace) -> None:
    """One peer under load; one line of the table."""
    try:
        peer.prepare(place)
        with peer.served(place) as server:
            asyncio.run(load(phones(peer, server.port, 8), peer.ask, 2))
            before = server.worked()
            outcome = asyncio.run(
                load(phones(peer, server.port, options.phones), peer.ask, options.seconds)
            )
            busy = server.worked() - before
    except OSError as missing:
        print(f"{name:<10} not run: {missing}")
        return
    stored = peer.stored(place)
    once = sum(stored.count(receipt) == 1 for receipt in set(outcome.receipts))
    tell(name, outcome, busy, f"{once}/{len(outcome.receipts)}")


def phones(peer: Peer, port: int, count: int) -> list[Phone]:
    """So many telephones, each with an address of its own where the peer can be told it."""
    return [Phone(port, number, peer.is_behind_proxy) for number in range(1, count + 1)]


def tell(name: str, outcome: Outcome, busy: float, once: str) -> None:
    """A line of the table; then five kinds of complaint at most."""
    posts, accepted = sorted(outcome.posts) or [0.0], len(outcome.receipts)
    figures = (
        name,
        f"{accepted / outcome.took:.1f}",
        f"{len(outcome.posts) / outcome.took:.1f}",
        f"{1000 * median(posts):.0f}",
        f"{1000 * posts[int(0.95 * (len(posts) - 1))]:.0f}",
        f"{median(outcome.wholes or [0.0]):.2f}",
        f"{1000 * busy / max(accepted, 1):.0f}",
        str(len(outcome.faults)),
        once,
    )
    print(HEAD.format(*figures), flush=True)
    for fault in sorted(set(outcome.faults))[:5]:
        print(f"    {outcome.faults.count(fault)} x {fault}")


if __name__ == "__main__":
    sys.exit(main())
