"""Addresses of complaints and denunciations."""

from doithoai.questions.actions import pass_on
from doithoai.questions.models import QuestionKind
from tests.builders import a_question
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
questions:letters             conference in   200  200  200  403  404  404  404  404  403  403  404
questions:pass_on             question   in   200  200  200  403  404  404  404  404  403  403  404
questions:letter              passed     in   200  200  200  403  404  404  404  404  403  403  404
questions:call_back           passed     in   405  405  405  405  405  405  405  405  405  405  405
questions:keepers             conference in   403  403  200  403  404  404  404  404  403  403  404
"""

DEEDS = """
questions:pass_on             question   in   go   go   go   403  404  404  404  404  403  403  404
questions:letter.gui          passed     in   go   go   go   403  404  404  404  404  403  403  404
questions:letter.xem          passed     in   403  403  403  403  404  404  404  404  403  403  404
questions:call_back           passed     in   go   go   go   403  404  404  404  404  403  403  404
questions:keepers             conference in   403  403  go   403  404  404  404  404  403  403  404
"""


def lay(scene: Scene) -> None:
    """A denunciation was passed on; nobody is named yet to see who sent it."""
    letter = a_question(scene.conference)
    pass_on(
        letter,
        kind=QuestionKind.DENUNCIATION,
        paper="transfer",
        body="Thanh tra tỉnh",
        ground="Báo hành vi vi phạm",
        version=0,
        by=scene.people["host"],
    )
    scene.more_keys["passed"] = {"slug": scene.conference.slug, "number": letter.number}


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    confirmed = {
        "version": "0",
        "kind": "complaint",
        "ground": "khac",
        "words": "Đề nghị xem lại quyết định",
        "paper": "guidance",
        "body": "Chủ tịch Ủy ban nhân dân huyện",
    }
    people = {"first": scene.people["host"].pk, "second": scene.people["office"].pk}
    return {
        "questions:pass_on": confirmed,
        "questions:letter": {"viec": deed, "day": "7/10/2024", "number": "5/PC-HPN", "xong": "1"},
        "questions:call_back": {},
        "questions:keepers": people,
    }
