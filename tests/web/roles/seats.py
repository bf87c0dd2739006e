"""The hall, the door and the roll."""

from uuid import UUID

from doithoai.delegates.actions.attendance import check_in
from doithoai.delegates.models import CheckIn, Delegate
from doithoai.delegates.states import DelegateState
from doithoai.planning.models import Mandate, Work
from tests.builders import a_conference
from tests.builders_delegates import a_delegate
from tests.builders_seating import a_hall, seated

# The plan gives the seating to the leading department: it lays out and seats, never confirms.
# address                      key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
delegates:seating              conference in   200  200  200  200  200  200  404  404  200  200  404
delegates:seats                conference in   200  200  200  200  200  200  404  404  200  200  404
delegates:seating_sheet        conference in   200  200  200  200  200  200  404  404  200  200  404
delegates:seat                 conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:propose_seats        conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:propose_afresh       conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:confirm_seating      conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:layout               conference in   200  200  200  403  200  403  403  404  403  403  404
delegates:start_layout         conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:door                 conference in   200  200  200  403  403  403  403  404  403  200  404
delegates:door_enter           conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:door_undo            conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:guest                conference in   200  200  200  403  403  403  403  404  403  200  404
delegates:instead              expected   in   200  200  200  403  403  403  403  404  403  200  404
delegates:door_codes           conference in   200  200  200  403  403  403  403  404  403  200  404
delegates:door_sync            conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:attendance           conference in   200  200  200  200  200  200  404  404  200  200  404
"""
DEEDS = """
delegates:seat.xep             conference in   go   go   go   403  go   403  404  404  403  403  404
delegates:seat.du-phong        conference in   go   go   go   403  go   403  404  404  403  403  404
delegates:propose_seats        conference in   go   go   go   403  go   403  404  404  403  403  404
delegates:propose_afresh       conference in   go   go   go   403  go   403  404  404  403  403  404
delegates:confirm_seating      conference in   go   go   go   403  403  403  404  404  403  403  404
delegates:layout               conference in   go   go   go   403  go   403  403  404  403  403  404
delegates:start_layout         bare_hall  in   go   go   go   403  403  403  403  404  403  403  404
delegates:door                 conference in   go   go   go   403  403  403  403  404  403  go   404
delegates:door_enter           conference in   go   go   go   403  403  403  403  404  403  go   404
delegates:door_undo            conference in   go   go   go   403  403  403  403  404  403  go   404
delegates:guest                conference in   go   go   go   403  403  403  403  404  403  go   404
delegates:instead              expected   in   go   go   go   403  403  403  403  404  403  go   404
delegates:door_sync            conference in   200  200  200  403  403  403  403  404  403  200  404
delegates:attendance           conference in   go   go   go   403  403  403  404  404  403  403  404
"""

TOKEN = UUID("5f0c5a52-3f57-4a53-9f0a-000000000077")
WAITING, INSIDE = "Nguyễn Chưa Đến", "Trần Đã Vào"


def lay(scene):
    """A hall with two people, one of them inside; a conference without a hall."""
    conference = scene.conference
    department = scene.people["leading"].agency
    Mandate.objects.create(conference=conference, agency=department, work=Work.SEATING)
    a_hall(conference)
    waiting = a_delegate(conference, DelegateState.ACCEPTED, full_name=WAITING)
    inside = seated(a_delegate(conference, DelegateState.ACCEPTED, full_name=INSIDE), "A1-1")
    check_in(inside, way="code", by=scene.people["host"])
    sides = {side: getattr(conference, side) for side in ("host", "office", "chair", "finance")}
    others = [scene.people[role].agency for role in ("leading", "supporting", "department")]
    bare = a_conference(**sides, departments=others)
    scene.more_keys["expected"] = {"slug": conference.slug, "pk": waiting.pk}
    scene.more_keys["bare_hall"] = {"slug": bare.slug}


def sent(scene, deed):
    """What each page's form sends."""
    waiting = Delegate.objects.get(conference=scene.conference, full_name=WAITING)
    entrance = CheckIn.objects.get(delegate__full_name=INSIDE)
    return {
        "delegates:seat": {"viec": deed, "nguoi": waiting.pk, "ghe": "A2-1", "den": "A2-1"},
        "delegates:propose_seats": {"version": 0},
        "delegates:propose_afresh": {"version": 0},
        "delegates:confirm_seating": {"version": 0},
        "delegates:layout": {"version": 0, **BLOCKS},
        "delegates:door": {"q": waiting.code},
        "delegates:door_enter": {"nguoi": waiting.pk},
        "delegates:door_undo": {"luot": entrance.pk},
        "delegates:guest": {"token": TOKEN, "full_name": "Lê Khách", "organisation": "Xã Tân Phú"},
        "delegates:instead": {"token": TOKEN, "full_name": "Lê Thay"},
        "delegates:door_sync": {"scans": "[]"},
        "delegates:attendance": {"state": "online", "scope": "chon", "nguoi": waiting.pk},
    }


BLOCKS = {
    "khoi-TOTAL_FORMS": 1,
    "khoi-INITIAL_FORMS": 1,
    "khoi-0-letter": "A",
    "khoi-0-name": "Khối A",
    "khoi-0-kind": "audience",
    "khoi-0-rows": 3,
    "khoi-0-seats_per_row": 6,
    "khoi-0-aisles": 1,
}
