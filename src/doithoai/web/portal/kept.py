"""A conference as citizens' forms show it, kept by each process while its plan stays the same."""

from django.core.cache import caches
from django.http import Http404

from doithoai.planning.models import Conference
from doithoai.planning.queries import public_conferences, public_version

SECONDS = 60
"""For so long the name of an agency or a province may be the one before: as open pages keep it."""


def kept_conference(slug: str) -> Conference:
    """A conference everyone may see, its topics, host and place with it. Raises Http404.

    Asked of the database again as soon as the plan is amended. Each caller has a copy of its own.
    """
    version = public_version(slug)
    if version is None:
        raise Http404
    kept, key = caches["process"], "conference:{}:{}".format(*version)
    conference: Conference | None = kept.get(key)
    if conference is None:
        conference = public_conferences().prefetch_related("topics").filter(slug=slug).first()
        if conference is None:
            raise Http404
        kept.set(key, conference, SECONDS)
    return conference
