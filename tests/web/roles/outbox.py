"""The addresses of messages."""

from typing import Any

from tests.builders_outbox import a_letter, a_note
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
outbox:notes                  -          in   200  200  200  200  200  200  200  200  200  200  200
outbox:note                   note       in   200  404  404  404  404  404  404  404  404  404  404
outbox:messages               conference in   200  200  200  404  404  404  404  404  404  404  404
outbox:message                letter     in   200  200  200  404  404  404  404  404  404  404  404
"""

DEEDS = """
outbox:note                   note       in   go   404  404  404  404  404  404  404  404  404  404
outbox:messages            conference in   200  200  200  404  404  404  404  404  404  404  404
outbox:message.xem         letter     in   200  200  200  404  404  404  404  404  404  404  404
outbox:message.gui-lai        letter     in   go   go   go   404  404  404  404  404  404  404  404
outbox:message.huy            letter     in   go   go   go   404  404  404  404  404  404  404  404
"""


def lay(scene: Scene) -> None:
    """A letter of the conference that waits, and something told to the host's person."""
    conference = scene.conference
    letter = a_letter(conference_id=conference.pk)
    note = a_note(scene.people["host"], conference_id=conference.pk)
    scene.more_keys["letter"] = {"slug": conference.slug, "pk": letter.pk}
    scene.more_keys["note"] = {"pk": note.pk}


def sent(scene: Scene, deed: str) -> dict[str, dict[str, Any]]:
    """What the buttons of a letter send."""
    return {"outbox:message": {"viec": deed}}
