"""The addresses of the hall."""

from typing import Any

from doithoai.hall.actions import draft_minutes, open_session, start_session
from doithoai.hall.models import AudienceQuestion
from doithoai.hall.states import AudienceState
from doithoai.questions.models import Question
from tests.builders import an_official

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
hall:hall                     conference in   200  200  200  200  200  200  200  404  200  200  404
hall:stage                    conference 404  200  200  200  200  404  404  404  404  404  404  404
hall:chair                    conference in   200  200  200  200  403  403  403  404  403  403  404
hall:presenter                conference in   200  200  200  403  403  403  403  404  403  403  404
hall:minutes                  conference in   200  200  200  200  403  403  403  404  200  200  404
hall:short                    day        go   go   go   go   go   go   go   go   go   go   go   go
hall:audience                 conference 200  200  200  200  200  200  200  200  200  200  200  200
"""

DEEDS = """
hall:hall.tiep-theo           conference in   go   go   go   403  403  403  403  404  403  403  404
hall:hall.mo                  conference in   go   go   go   403  403  403  403  404  403  403  404
hall:hall.duyet               conference in   go   go   go   403  403  403  403  404  403  403  404
hall:hall.doi-khoa            conference in   go   go   go   403  403  403  403  404  403  403  404
hall:hall.hoan-tac            conference in   go   go   go   403  403  403  403  404  403  403  404
hall:minutes.luu              conference in   go   go   go   403  403  403  403  404  403  403  404
hall:minutes.ghi-lai          conference in   go   go   go   403  403  403  403  404  403  403  404
hall:minutes.duyet            conference in   403  403  403  409  403  403  403  404  403  403  404
hall:audience.hoi             conference go   go   go   go   go   go   go   go   go   go   go   go
hall:audience.ung-ho          conference go   go   go   go   go   go   go   go   go   go   go   go
"""


def lay(scene: Any) -> None:
    """A running hall with one question in its queue, telephones open, minutes begun."""
    conference = scene.conference
    Question.objects.filter(conference=conference, number=2).update(hall_position=90)
    by = an_official(conference.host)
    session = open_session(conference, by=by)
    session = start_session(session, version=0, by=by)
    session.audience_open = True
    session.save()
    for state in (AudienceState.WAITING, AudienceState.SHOWN):
        AudienceQuestion.objects.create(
            session=session, text="Khi nào có xe buýt?", device="may-1", state=state
        )
    draft_minutes(session, version=0, by=by)
    scene.more_keys["day"] = {"number": conference.pk}


def sent(scene: Any, deed: str) -> dict[str, Any]:
    """What the pages send."""
    session = scene.conference.session
    waiting, shown = session.audience_questions.order_by("pk")
    target = f":{waiting.pk}" if deed == "duyet" else ""
    minutes = {"viec": deed, "version": 1, "body": "Biên bản.", "note": ""}
    asked = {"ung-ho": shown.pk} if deed == "ung-ho" else {"text": "Khi nào có nước sạch?"}
    return {
        "hall:hall": {"viec": f"{deed}{target}", "version": session.version},
        "hall:minutes": minutes,
        "hall:audience": asked,
    }
