"""Proposals of agencies for a question, the likeliest first, each with its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.matching.agencies.evidence import Evidence, Mandates
from doithoai.matching.agencies.mandates import Mandate
from doithoai.matching.agencies.model import Model
from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, normalise

LIKE_EARLIER = "Cách nói giống các câu đã chuyển cơ quan này"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An agency that may answer, how likely from 0 to 1, and why.

    `phrases` of its mandate stand in the question; so do the words in `learned`, which stood in
    earlier questions that officials referred to it. The strongest of each come first. Common words
    may have spoken for it that tell an official nothing: then only that it `speaks` is known.
    """

    agency: str
    score: float
    phrases: tuple[str, ...]
    learned: tuple[str, ...] = ()
    speaks: bool = True

    @property
    def reason(self) -> str:
        """Why, in words for an official; empty when nothing speaks for the agency."""
        within = [f" {phrase.lower()} " for phrase in self.phrases]
        more = [one for one in self.learned if not any(f" {one} " in said for said in within)]
        told = [
            f"{said}: {', '.join(words)}"
            for said, words in (("Có", self.phrases), ("Đã chuyển câu hỏi có", more))
            if words
        ]
        return "; ".join(told) or (LIKE_EARLIER if self.speaks else "")


def propose(
    text: str,
    mandates: Mandates | Iterable[Mandate],
    model: Model | None = None,
    lexicon: Lexicon | None = None,
) -> list[Proposal]:
    """Agencies a question may be for, the likeliest first; equals in the order of the mandates.

    Without a model only those whose mandate speaks in the question; with one, all of them. Many
    texts go faster when `mandates` are made ready once, by the same lexicon.
    """
    ready = mandates if isinstance(mandates, Mandates) else Mandates.of(mandates, lexicon)
    words = normalise(text, lexicon)
    evidence = ready.evidence(words)
    if model is None:
        found = _by_mandate(ready.agencies, evidence)
    else:
        found = _by_model(model, ready.agencies, evidence, words)
    return sorted(found, key=lambda proposal: -proposal.score)


def _by_mandate(agencies: Iterable[str], evidence: list[Evidence]) -> list[Proposal]:
    total = sum(each.score for each in evidence if each.score > 0)
    return [
        Proposal(agency, round(each.score / total, 6), each.phrases)
        for agency, each in zip(agencies, evidence, strict=True)
        if each.score > 0
    ]


def _by_model(
    model: Model, agencies: tuple[str, ...], evidence: list[Evidence], words: Words
) -> list[Proposal]:
    likely = model.probabilities(agencies, evidence, words)
    return [
        Proposal(
            agency,
            score,
            each.phrases,
            model.reasons(agency, words),
            speaks=bool(each.phrases) or model.speaks_for(agency, words),
        )
        for agency, score, each in zip(agencies, likely, evidence, strict=True)
    ]
