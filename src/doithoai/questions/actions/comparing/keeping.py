"""Keeping the words of what was sent, so that questions can be found by them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from django.db import transaction
from django.db.models import Q

from doithoai.matching.lexicon import Lexicon
from doithoai.matching.terms import EVERY, terms
from doithoai.matching.words import NORM_VERSION, normalise
from doithoai.questions.models import Part, PartWords, Posting, SearchText, Suggestion, Term
from doithoai.questions.queries.comparing import chunks, document_frequencies
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

SEALED = (QuestionState.PASSED_ON, QuestionState.WITHDRAWN)
ROWS = 500


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be kept of one part."""

    fold: str
    exact: str
    terms: tuple[int, ...]

    @classmethod
    def of(cls, part: Part, lexicon: Lexicon) -> "_Made":
        words = normalise(mask(nfc(part.text)), lexicon)
        return cls(" ".join(words.fold), " ".join(words.exact), terms(words))

    def row(self, part: int) -> PartWords:
        digest = blake2b(self.fold.encode(), digest_size=16).hexdigest()
        return PartWords(
            part_id=part, fold=self.fold, exact=self.exact, digest=digest, version=NORM_VERSION
        )


def keep_words(parts: Sequence[Part]) -> int:
    """Keep words and postings of parts, personal data masked; how many had none or others.

    Whoever writes postings holds the count of all parts first, so no two workers block another.
    """
    lexicon = house_lexicon()
    made = {part.pk: _Made.of(part, lexicon) for part in parts}
    with transaction.atomic():
        _hold_index()
        known = {words.part_id: words for words in PartWords.objects.filter(part__in=made)}
        stale = [key for key in sorted(made) if not _is_kept(made[key], known.get(key))]
        _take_out([key for key in stale if key in known])
        _put_in({key: made[key] for key in stale})
    return len(stale)


@transaction.atomic
def forget_sealed() -> set[int]:
    """Take out the words of letters passed on by law and of what senders withdrew.

    Gives the keys of the conferences that lost a question by it.
    """
    sealed = Q(part__question__state__in=SEALED) | Q(part__submission__withdrawn_at__isnull=False)
    _hold_index()
    keys = list(PartWords.objects.filter(sealed).values_list("part_id", flat=True))
    _take_out(keys)
    texts = SearchText.objects.filter(question__state__in=SEALED)
    conferences = {*texts.values_list("question__conference", flat=True)}
    texts.delete()
    Suggestion.objects.filter(question__state__in=SEALED).delete()
    return conferences


def _hold_index() -> None:
    Term.objects.get_or_create(pk=EVERY)
    Term.objects.select_for_update().get(pk=EVERY)


def _is_kept(made: _Made, words: PartWords | None) -> bool:
    return words is not None and (words.fold, words.exact, words.version) == (
        made.fold,
        made.exact,
        NORM_VERSION,
    )


def _put_in(made: dict[int, _Made]) -> None:
    PartWords.objects.bulk_create((made[key].row(key) for key in made), batch_size=ROWS)
    postings = sorted((term, key) for key in made for term in made[key].terms)
    Posting.objects.bulk_create(
        (Posting(hash=term, part_id=key) for term, key in postings), batch_size=ROWS
    )
    _count(Counter(term for term, _ in postings), len(made))


def _take_out(keys: Sequence[int]) -> None:
    gone: Counter[int] = Counter()
    for chunk in chunks(keys):
        held = Posting.objects.filter(part__in=chunk)
        gone.update(held.values_list("hash", flat=True))
        held.delete()
        PartWords.objects.filter(part__in=chunk).delete()
    _count({term: -count for term, count in gone.items()}, -len(keys))


def _count(more: "dict[int, int] | Counter[int]", parts: int) -> None:
    """Add to the number of parts of each term, and of all; the caller holds the index."""
    if not parts and not more:
        return
    wanted = {EVERY: parts, **more}
    now = document_frequencies(sorted(more))
    rows: Iterable[Term] = (
        Term(hash=term, parts=max(0, now.get(term, 0) + wanted[term])) for term in sorted(wanted)
    )
    Term.objects.bulk_create(
        rows,
        batch_size=ROWS,
        update_conflicts=True,
        unique_fields=["hash"],
        update_fields=["parts"],
    )
