"""Finding questions and their answers by what is said in them; one order on every database."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from doithoai.matching.terms import EVERY, hashed
from doithoai.questions.models import Question, SearchText, Side, Submission
from doithoai.questions.queries.comparing import document_frequencies
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.rules.searching import Ranking, Sought, narrowed_less, read_query
from doithoai.questions.states import LISTED_STATES
from doithoai.questions.text_index import holds, says

MOST = 400
"""How many texts are ranked, the newest ones."""
WINDOW = 8_000
"""So many of the newest texts are read one by one when MOST of them may be expected to answer."""
FEW, MANY = 5_000, 2_000
"""All texts of so few questions are read one by one rather than so many that an index names."""
BEGUN = {1: 0.5, 2: 0.2, 3: 0.06}
"""What share of the texts is expected to hold a word that begins with so many letters."""
ENOUGH = MOST + 1

Text = tuple[int, str, str, str]
"""A text's question, side and two forms."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A question found, by key; which of its texts answer, and how well in thousandths."""

    question: int
    score: int
    sides: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first.

    `sought` is what was looked for in the end; `is_narrowed` says that some words had to be left
    out because nothing holds all of them, `is_cut` that more texts hold them than are ranked.
    """

    sought: Sought
    hits: tuple[Hit, ...] = ()
    is_narrowed: bool = False
    is_cut: bool = False


def search(typed: str, among: "QuerySet[Question]", *, receipts: bool = False) -> Found:
    """Questions among those given that hold what was typed, or whose answers do.

    With `receipts` a receipt code finds the questions of its slip. Letters are never found.
    """
    sought = read_query(typed, house_lexicon())
    among = among.filter(state__in=sorted(LISTED_STATES)).order_by()
    if sought.number is not None:
        return _all_of(sought, among.filter(number=sought.number))
    if sought.receipt:
        sent = without_secrets(Submission.objects.filter(code=sought.receipt))
        slips = among.filter(parts__submission__in=sent)
        return _all_of(sought, slips if receipts else among.none())
    if not sought:
        return Found(sought)
    dfs = _frequencies(sought)
    looked_for: Sought | None = sought
    while looked_for:
        texts = _texts(looked_for, among, dfs)
        if texts:
            hits = _ranked(looked_for, texts[:MOST], dfs)
            return Found(looked_for, hits, looked_for != sought, len(texts) > MOST)
        looked_for = narrowed_less(looked_for, dfs)
    return Found(sought)


def _all_of(sought: Sought, questions: "QuerySet[Question]") -> Found:
    keys = questions.distinct().order_by("-conference__year", "pk").values_list("pk", flat=True)
    return Found(sought, tuple(Hit(key, 0, frozenset({Side.QUESTION})) for key in keys[:MOST]))


def _frequencies(sought: Sought) -> dict[str, int]:
    """In how many parts each word looked for stands; under no word how many parts there are."""
    words = {word for word in (*sought.words, sought.begins) if word}
    terms = {word: hashed(word) for word in words}
    known = document_frequencies(sorted(terms.values()))
    return {word: known.get(term, 0) for word, term in terms.items()} | {"": known.get(EVERY, 0)}


def _texts(sought: Sought, among: "QuerySet[Question]", dfs: dict[str, int]) -> Sequence[Text]:
    """The newest texts that answer, one more than are ranked.

    Common words are looked for among the newest texts first, or among those of the few questions
    a filter leaves: an index would name most texts before it could tell which are to be shown.
    Each way finds the same.
    """
    answering = SearchText.objects.filter(Exists(among.filter(pk=OuterRef("question_id"))))
    share, total = _share(sought, dfs), dfs[""]
    if share * total > MANY and not among.values("pk")[FEW : FEW + 1]:
        few = SearchText.objects.filter(question__in=among.values("pk"))
        return _newest(few.filter(says(sought)))
    if share * min(WINDOW, total) > MOST:
        older = SearchText.objects.order_by("-pk").values("pk")[WINDOW : WINDOW + 1]
        texts = _newest(answering.filter(says(sought), pk__gt=Coalesce(Subquery(older), 0)))
        if len(texts) > MOST:
            return texts
    return _newest(answering.filter(holds(sought)))


def _newest(texts: "QuerySet[SearchText]") -> Sequence[Text]:
    return list(texts.order_by("-pk").values_list("question_id", "side", "fold", "exact")[:ENOUGH])


def _share(sought: Sought, dfs: dict[str, int]) -> float:
    """What share of all texts is expected to answer, if each word stood where it liked."""
    shares = [dfs[word] / max(1, dfs[""]) for word in set(sought.words)]
    if sought.begins:
        whole = dfs[sought.begins] / max(1, dfs[""])
        shares.append(max(whole, BEGUN.get(len(sought.begins), 0.0)))
    return prod(shares)


def _ranked(sought: Sought, texts: Sequence[Text], dfs: dict[str, int]) -> tuple[Hit, ...]:
    ranking = Ranking.of(sought, dfs, dfs[""])
    best: dict[int, int] = {}
    sides: dict[int, set[str]] = {}
    for question, side, fold, exact in texts:
        worth = ranking.score(fold, exact)
        best[question] = max(worth, best.get(question, 0))
        sides.setdefault(question, set()).add(side)
    ranked = sorted(best, key=lambda key: (-best[key], key))
    return tuple(Hit(key, best[key], frozenset(sides[key])) for key in ranked)
