"""Things of the questions room that only its own tests need."""

from typing import Any

from doithoai.planning.models import Conference
from doithoai.questions.models import CollectionPoint
from doithoai.vietnamese.codes import random_letters
from tests.builders import a_conference, an_official


def a_collection_point(conference: Conference | None = None, **over: Any) -> CollectionPoint:
    """A commune's own link, opened by someone of the host."""
    conference = conference or a_conference()
    values = {"name": "Hội Phụ nữ xã Phú Tân", "code": random_letters(8)}
    values["opened_by"] = over.pop("opened_by", None) or an_official(conference.host)
    return CollectionPoint.objects.create(conference=conference, **(values | over))
