"""What the samples tell: news, what the press wrote, difficulties told and settled."""

from datetime import date
from typing import Any

from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import NotYet, on
from doithoai.planning.actions import (
    publish_announcement,
    record_coverage,
    report_difficulty,
    settle_difficulty,
    write_announcement,
)
from doithoai.planning.models import Conference


def tell(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Everything told up to the house's day."""
    for deed, entries in ((_news, "news"), (_coverage, "coverage"), (_difficulty, "difficulties")):
        for entry in data[entries]:
            try:
                deed(conference, entry, people)
            except NotYet:
                break


def _news(conference: Conference, entry: dict[str, Any], people: People) -> None:
    host = people.of(conference.host)
    with on(date.fromisoformat(entry["on"]), 9):
        news = write_announcement(conference, title=entry["title"], body=entry["body"], by=host)
        publish_announcement(news, by=host)


def _coverage(conference: Conference, entry: dict[str, Any], people: People) -> None:
    day = date.fromisoformat(entry["on"])
    with on(day, 17):
        record_coverage(
            conference,
            title=entry["title"],
            url=entry["url"],
            published_on=day,
            by=people.of(people.agency(entry["agency"])),
        )


def _difficulty(conference: Conference, entry: dict[str, Any], people: People) -> None:
    with on(date.fromisoformat(entry["on"]), 9):
        by = people.of(people.agency(entry["agency"]))
        told = report_difficulty(conference, text=entry["text"], by=by)
    if "reply" in entry:
        with on(date.fromisoformat(entry["replied_on"]), 9):
            settle_difficulty(told, reply=entry["reply"], by=people.office())
