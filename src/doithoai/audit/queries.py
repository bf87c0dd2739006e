"""Reading the trail."""

from collections.abc import Collection

from django.db import models
from django.db.models import Q

from doithoai.audit.models import Entry


def trail_of(thing: models.Model) -> "models.QuerySet[Entry]":
    """All deeds on one thing, newest first."""
    return _newest_first(_about(thing))


def has_done(user_id: int, verbs: Collection[str], *, conference_id: int) -> bool:
    """Whether a person has done any of these deeds in a conference."""
    deeds = Entry.objects.filter(conference_id=conference_id, actor=user_id, verb__in=verbs)
    return deeds.exists()


def has_done_to(thing: models.Model, verbs: Collection[str], *, user_id: int) -> bool:
    """Whether a person has done any of these deeds on one thing."""
    return Entry.objects.filter(_about(thing), actor=user_id, verb__in=verbs).exists()


def trail_of_conference(
    conference_id: int, also: models.Model | None = None
) -> "models.QuerySet[Entry]":
    """All deeds in one conference, newest first; with those on a thing older than it."""
    own = Q(conference_id=conference_id)
    return _newest_first(own | _about(also) if also else own)


def _about(thing: models.Model) -> Q:
    return Q(thing_type=thing._meta.label_lower, thing_id=str(thing.pk))


def _newest_first(wanted: Q) -> "models.QuerySet[Entry]":
    return Entry.objects.filter(wanted).select_related("actor").order_by("-at", "-pk")
