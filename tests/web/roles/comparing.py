"""Addresses of search and of the lexicon."""

from doithoai.questions.models import LexiconEntry
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
public:search                 -          200  200  200  200  200  200  200  200  200  200  200  200
questions:search              -          in   200  200  200  200  200  200  200  200  200  200  200
questions:lexicon             -          in   200  200  200  403  403  403  403  403  403  403  200
questions:switch_entry        entry      in   405  405  405  405  405  405  405  405  405  405  405
"""

DEEDS = """
questions:lexicon             -          in   go   go   go   403  403  403  403  403  403  403  go
questions:switch_entry        entry      in   go   go   go   403  403  403  403  403  403  403  go
"""


def lay(scene: Scene) -> None:
    """An entry that the host added."""
    entry = LexiconEntry.objects.create(
        kind="abbreviation",
        left="NTMKM",
        right="nông thôn mới kiểu mẫu",
        set_by=scene.people["host"],
    )
    scene.more_keys["entry"] = {"pk": entry.pk}


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    return {
        "questions:lexicon": {"kind": "synonym", "left": "ấp", "right": "xóm"},
        "questions:switch_entry": {"bat": "0"},
    }
