"""What the comparing engine is given: the house's words, the agencies of a conference's day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from doithoai.audit import clock
from doithoai.directory.models import Agency, Succession
from doithoai.directory.queries import Resolver
from doithoai.matching.agencies import (
    Mandates,
    Model,
    Phrase,
    gathered,
    model_from_json,
    shipped_mandates,
    shipped_model,
)
from doithoai.matching.lexicon import Lexicon
from doithoai.planning.models import Conference
from doithoai.questions.models import LexiconEntry, RoutingModel
from doithoai.questions.rules.lexicon import Entry, extended
from doithoai.vietnamese.letters import fold

OWN_WEIGHT = 4.0
"""What a phrase that an official gave an agency says for it."""


@dataclass(frozen=True, slots=True)
class Routing:
    """What agencies are proposed by: their mandates, what was learned, and who they are."""

    mandates: Mandates
    model: Model | None
    agencies: dict[str, Agency]
    is_replaced: bool = False
    """Whether agencies of the shipped mandates are gone, so that shipped weights say nothing."""


def house_lexicon() -> Lexicon:
    """The shipped lexicon with the entries in force here. One query."""
    return extended(tuple(own_entries()))


def own_entries() -> list[Entry]:
    """The entries in force that officials added. One query."""
    found = LexiconEntry.objects.filter(is_on=True).order_by("kind", "left", "right")
    return [Entry(*row) for row in found.values_list("kind", "left", "right")]


def routing_of(conference: Conference, lexicon: Lexicon) -> Routing:
    """Who may be proposed at a conference: whoever holds each field on its day."""
    day = conference.held_on or conference.issued_on or clock.today()
    heirs = _Heirs.of(conference, day)
    shipped = shipped_mandates(heirs.holder)
    own = _own_phrases(heirs.agencies.values(), Resolver.of(conference.place, day))
    held = [(each.agency, phrase) for each in shipped for phrase in each.phrases]
    mandates = Mandates.of(gathered([*own, *held]), lexicon)
    return Routing(mandates, _model(heirs.replaced), heirs.agencies, heirs.replaced)


def _model(is_replaced: bool) -> Model | None:
    kept = RoutingModel.objects.filter(is_in_use=True).first()
    learned = model_from_json(kept.weights) if kept else None
    return learned or (None if is_replaced else shipped_model())


def _own_phrases(agencies: Iterable[Agency], resolver: Resolver) -> Iterator[tuple[str, Phrase]]:
    """Phrases officials gave an agency, in the directory or in the lexicon."""
    for agency in agencies:
        for given in agency.phrases:
            yield agency.key, Phrase(given["text"], float(given["weight"]))
    for entry in own_entries():
        if entry.kind == LexiconEntry.Kind.AGENCY_PHRASE:
            found = resolver.resolve(entry.right)
            heirs = [found.agency] if found.agency else found.successors
            for heir in heirs:
                yield heir.key, Phrase(entry.left, OWN_WEIGHT)


@dataclass(slots=True)
class _Heirs:
    """The agencies of a place on a day, and who took over from those that are gone."""

    agencies: dict[str, Agency]
    gone: dict[str, list[Succession]]
    replaced: bool = False

    @classmethod
    def of(cls, conference: Conference, day: date) -> "_Heirs":
        every = list(Agency.objects.filter(place=conference.place_id))
        living = {agency.key: agency for agency in every if agency.exists_on(day)}
        gone: dict[str, list[Succession]] = {}
        successions = Succession.objects.filter(agency__place=conference.place_id)
        for one in successions.select_related("agency", "successor").order_by("pk"):
            gone.setdefault(one.agency.key, []).append(one)
        return cls(living, gone)

    def holder(self, key: str, field: str) -> str:
        """The key of the agency that answers on the day for a field of an agency of 2024."""
        seen: set[str] = set()
        while key not in self.agencies and key in self.gone and key not in seen:
            seen.add(key)
            key = max(self.gone[key], key=lambda one: _shared(one.fields, field)).successor.key
            self.replaced = True
        return key


def _shared(fields: str, field: str) -> int:
    wanted = {*fold(field).replace(",", " ").split()}
    said = fold(fields).replace(";", ",").split(",")
    return max(len(wanted & {*part.split()}) for part in said)
