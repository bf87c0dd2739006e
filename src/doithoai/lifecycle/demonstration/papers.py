"""Papers of the samples: numbered and kept in the register on the days they left."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from doithoai.answers.models import Referral
from doithoai.audit import clock
from doithoai.documents.actions import Terms, issue
from doithoai.documents.catalogue import RECIPES
from doithoai.documents.models import PaperKind
from doithoai.documents.numbers import next_number
from doithoai.documents.permissions import issuer_of, issuing_agency
from doithoai.documents.queries import proposed_out
from doithoai.documents.sources.recipe import Wanted
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import NotYet, on
from doithoai.planning.models import Conference


def leave(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Every kind the data list, each as far as the house's day has come."""
    for told in data["papers"]:
        with suppress(NotYet):
            for day, subject in _occasions(conference, told):
                with on(day, 16):
                    _issue(Wanted(conference, subject), told, people)


def _occasions(conference: Conference, told: dict[str, Any]) -> Iterator[tuple[date, str]]:
    """The day of the data; of letters, the day each agency got the last of its questions."""
    if told["kind"] != PaperKind.REFERRAL:
        yield date.fromisoformat(told["on"]), ""
        return
    referrals = Referral.objects.filter(question__conference=conference).order_by()
    lasts = referrals.values_list("agency_id").annotate(last=Max("referred_at"))
    for agency, last in lasts.order_by("last", "agency_id"):
        yield timezone.localdate(last), str(agency)


def _issue(wanted: Wanted, told: dict[str, Any], people: People) -> None:
    kind, conference = PaperKind(told["kind"]), wanted.conference
    by = people.of(issuing_agency(conference, kind))
    out = proposed_out(kind, wanted)
    terms = Terms(clock.today(), out.capacity if out else (), told.get("signer", ""))
    if out and "from" in told:
        following = next_number(issuer_of(conference, kind), RECIPES[kind].code, clock.today().year)
        terms = replace(terms, number=max(told["from"], following), symbol=out.symbol)
    issue(kind, wanted, terms=terms, by=by)
