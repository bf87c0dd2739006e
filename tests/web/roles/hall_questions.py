"""Addresses of the hall's questions and of the batches sent to the office."""

from doithoai.questions.models import Question
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
questions:hall                conference in   200  200  200  200  404  404  404  404  200  200  404
questions:fill_hall           conference in   405  405  405  405  405  405  405  405  405  405  405
questions:drop_from_hall      question   in   405  405  405  405  405  405  405  405  405  405  405
questions:batches             conference in   200  200  200  200  404  404  404  404  200  200  404
questions:compiled_sheet      conference in   200  200  200  200  404  404  404  404  200  200  404
questions:figures             conference in   200  200  200  200  404  404  404  404  200  200  404
questions:choose              conference in   200  200  200  200  404  404  404  404  200  200  404
questions:outcomes            conference in   200  200  200  200  404  404  404  404  200  200  404
"""

DEEDS = """
questions:hall                conference in   go   go   go   403  404  404  404  404  403  403  404
questions:fill_hall           conference in   go   go   go   403  404  404  404  404  403  403  404
questions:drop_from_hall      question-7 in   go   go   go   403  404  404  404  404  403  403  404
questions:batches             conference in   go   go   go   403  404  404  404  404  403  403  404
questions:choose              conference in   go   go   go   403  404  404  404  404  403  403  404
"""


def lay(scene: Scene) -> None:
    """Question 7 is asked in the hall."""
    Question.objects.filter(conference=scene.conference, number=7).update(hall_position=1)


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    listed = scene.conference.questions.filter(hall_position__isnull=False)
    return {
        "questions:hall": {f"cau-{one.number}": str(one.hall_position) for one in listed},
        "questions:fill_hall": {"cau": ["2"]},
        "questions:choose": {"cau": ["2"]},
        "questions:batches": {"note": "Kính gửi."},
    }
