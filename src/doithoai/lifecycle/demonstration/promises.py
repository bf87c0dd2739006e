"""After the day: the conclusion notice, every promise as it went, what the askers say."""

from datetime import date
from typing import Any

from doithoai.conclusions.actions import (
    Evidence,
    Line,
    add_item,
    ask_extension,
    begin_notice,
    decide_extension,
    judge_report,
    publish_notice,
    remove_item,
    reopen,
    report_progress,
    say_if_solved,
    submit_notice,
)
from doithoai.conclusions.models import Commitment, Notice, NoticePart
from doithoai.directory.models import Right
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import NotYet, from_citizens, on, reach
from doithoai.lifecycle.numbering import sign_notice
from doithoai.planning.models import Conference
from doithoai.questions.models import Part


def conclude(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The notice: drafted by the agency the plan names, signed, published."""
    told = data["notice"]
    drafter = people.of(people.agency(told["drafter"]))
    with on(date.fromisoformat(told["drafted_on"]), 14):
        notice = begin_notice(conference, by=drafter)
        for item in notice.items.filter(part=NoticePart.ASSIGNED):
            remove_item(item, version=_version(notice), by=drafter)
        for promise in data["promises"]:
            line = Line(
                NoticePart.ASSIGNED,
                promise["text"],
                people.agency(promise["agency"]),
                date.fromisoformat(promise["due"]),
                conference.questions.get(number=promise["question"]),
            )
            add_item(notice, line, version=_version(notice), by=drafter)
        notice = submit_notice(notice, version=_version(notice), by=drafter)
    signed_on = date.fromisoformat(told["signed_on"])
    with on(signed_on, 10):
        notice = sign_notice(
            notice,
            number=told["number"],
            signed_on=signed_on,
            signer_title=told["signer_title"],
            signer_name=told["signer_name"],
            version=notice.version,
            by=people.of(conference.chair, Right.APPROVER),
        )
    with on(date.fromisoformat(told["published_on"]), 8):
        publish_notice(notice, version=notice.version, by=people.office())


def keep(conference: Conference, data: dict[str, Any], people: People) -> None:
    """What became of each promise, in the order of its days."""
    reach(date.fromisoformat(data["notice"]["published_on"]))
    for number, promise in enumerate(data["promises"], start=1):
        for event in promise["story"]:
            try:
                _tell(conference.commitments.get(number=number), event, people)
            except NotYet:
                break


def _tell(commitment: Commitment, event: dict[str, Any], people: People) -> None:
    with on(date.fromisoformat(event["on"]), 10):
        STORY[event["what"]](commitment, event, people)


def _report(commitment: Commitment, event: dict[str, Any], people: People) -> None:
    report_progress(
        commitment,
        text=event["text"],
        claims_done=event.get("done", False),
        evidence=Evidence(url=event.get("url", "")),
        version=commitment.version,
        by=people.of(commitment.agency),
    )


def _judge(commitment: Commitment, event: dict[str, Any], people: People) -> None:
    judge_report(
        commitment.reports.order_by("-pk")[0],
        verdict=event["verdict"],
        note=event.get("note", ""),
        version=commitment.version,
        by=people.office(),
    )


def _extend(commitment: Commitment, event: dict[str, Any], people: People) -> None:
    extension = ask_extension(
        commitment,
        new_due=date.fromisoformat(event["new_due"]),
        reason=event["text"],
        version=commitment.version,
        by=people.of(commitment.agency),
    )
    commitment.refresh_from_db()
    decide_extension(
        extension,
        verdict="granted",
        note="",
        version=commitment.version,
        by=people.office(Right.APPROVER),
    )


def _ask(commitment: Commitment, event: dict[str, Any], people: People) -> None:
    part = Part.objects.filter(question=commitment.question_id).order_by("pk")[0]
    with from_citizens():
        say_if_solved(part, verdict=event["verdict"], note=event.get("text", ""), by=None)


def _reopen(commitment: Commitment, event: dict[str, Any], people: People) -> None:
    reopen(
        commitment,
        due=date.fromisoformat(event["new_due"]),
        reason=event["text"],
        version=commitment.version,
        by=people.office(),
    )


STORY = {
    "report": _report,
    "judge": _judge,
    "extend": _extend,
    "asker": _ask,
    "reopen": _reopen,
}


def _version(notice: Notice) -> int:
    return Notice.objects.get(pk=notice.pk).version
