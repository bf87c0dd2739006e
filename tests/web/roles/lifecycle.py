"""The addresses of the overview that came with the whole life cycle."""

from datetime import date
from typing import Any

from tests.builders import a_task
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
overview:press                conference in   405  405  405  405  405  405  405  405  405  405  405
overview:agencies             conference in   200  200  200  200  200  200  200  404  200  200  404
"""

DEEDS = """
overview:press                conference in   go   go   go   403  403  403  403  404  403  403  404
overview:agencies.giao        conference in   go   go   go   403  403  403  403  404  403  403  404
overview:agencies.thoi        conference in   go   go   go   403  403  403  403  404  403  403  404
"""


def lay(scene: Scene) -> None:
    """A task that is late, and a work in an agency's hands."""
    agency = scene.people["leading"].agency
    a_task(scene.conference, agency, due=date(2024, 10, 1))
    scene.conference.mandates.create(agency=agency, work="awards")


def sent(scene: Scene, deed: str) -> dict[str, dict[str, Any]]:
    """What the forms of the page of agencies send."""
    mandate = scene.conference.mandates.get(work="awards")
    return {
        "overview:agencies": {
            "viec": deed,
            "giao": mandate.pk,
            "agency": scene.people["leading"].agency_id,
            "work": "safety",
        }
    }
