"""Reading the trail."""

from django.db import models

from doithoai.audit.models import Entry


def trail_of(thing: models.Model) -> "models.QuerySet[Entry]":
    """All deeds on one thing, newest first."""
    entries = Entry.objects.filter(thing_type=thing._meta.label_lower, thing_id=str(thing.pk))
    return entries.select_related("actor").order_by("-at", "-pk")


def trail_of_conference(conference_id: int) -> "models.QuerySet[Entry]":
    """All deeds in one conference, newest first."""
    entries = Entry.objects.filter(conference_id=conference_id)
    return entries.select_related("actor").order_by("-at", "-pk")
