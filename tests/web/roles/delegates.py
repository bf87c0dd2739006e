"""The addresses of seats for agencies, of the list of delegates and of invitations."""

import io
from datetime import date, time
from typing import Any

import openpyxl
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from doithoai.delegates.actions import nominate
from doithoai.delegates.people import Person
from doithoai.web.delegates.nominating import SALT
from tests.builders_delegates import a_delegate, a_line, an_allocation, an_invitation

# The supporting department has the script by its mandate, so it sees everybody of the list.
# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
delegates:add_line          conference in   200  200  200  403  403  403  403  404  403  403  404
delegates:line              line       in   200  200  200  403  403  403  403  404  403  403  404
delegates:remove_line       spare_line in   405  405  405  405  405  405  405  405  405  405  405
delegates:allocation        share      in   200  200  200  403  403  403  403  404  403  403  404
delegates:take_back         idle_share in   405  405  405  405  405  405  405  405  405  405  405
delegates:nominate          conference in   200  200  200  200  200  200  200  404  200  200  404
delegates:nominations       share      in   200  200  200  404  200  404  404  404  200  200  404
delegates:upload            share      in   200  200  200  404  200  404  404  404  403  403  404
delegates:template          share      in   200  200  200  404  200  404  404  404  403  403  404
delegates:commit            share      in   405  405  405  405  405  405  405  405  405  405  405
delegates:delegates         conference in   200  200  200  200  200  200  200  404  200  200  404
delegates:accept            conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:contacts_sheet    conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:add               conference in   200  200  200  403  403  403  403  404  403  403  404
delegates:delegate          delegate   in   200  200  200  200  200  200  404  404  200  200  404
delegates:contacts          delegate   in   405  405  405  405  405  405  405  405  405  405  405
delegates:invitations       conference in   200  200  200  403  403  403  403  404  403  403  404
delegates:prepare           conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:send              conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:ask_agencies      conference in   405  405  405  405  405  405  405  405  405  405  405
delegates:note_reply        invitation in   200  200  200  403  403  403  403  404  403  403  404
delegates:reply             token      200  200  200  200  200  200  200  200  200  200  200  200
delegates:door_code         token      200  200  200  200  200  200  200  200  200  200  200  200
delegates:calendar          token      200  200  200  200  200  200  200  200  200  200  200  200
"""
DEEDS = """
delegates:add_line          conference in   go   go   go   403  403  403  403  404  403  403  404
delegates:line.sua          line       in   go   go   go   403  403  403  403  404  403  403  404
delegates:line.mot          line       in   go   go   go   403  403  403  403  404  403  403  404
delegates:remove_line       spare_line in   go   go   go   403  403  403  403  404  403  403  404
delegates:allocation        share      in   go   go   go   403  403  403  403  404  403  403  404
delegates:take_back         idle_share in   go   go   go   403  403  403  403  404  403  403  404
delegates:nominations       share      in   go   go   go   404  go   404  404  404  403  403  404
delegates:upload            share      in   200  200  200  404  200  404  404  404  403  403  404
delegates:commit            share      in   go   go   go   404  go   404  404  404  403  403  404
delegates:accept            conference in   go   go   go   403  403  403  403  404  403  403  404
delegates:contacts_sheet    conference in   200  200  200  403  403  403  403  404  403  403  404
delegates:add               conference in   go   go   go   403  403  403  403  404  403  403  404
delegates:delegate.sua      delegate   in   go   go   go   403  go   403  404  404  403  403  404
delegates:delegate.thay     delegate   in   go   go   go   403  go   403  404  404  403  403  404
delegates:delegate.rut      delegate   in   go   go   go   403  go   403  404  404  403  403  404
delegates:contacts          delegate   in   200  200  200  403  200  403  404  404  403  403  404
delegates:prepare           conference in   go   go   go   403  403  403  403  404  403  403  404
delegates:send              conference in   go   go   go   403  403  403  403  404  403  403  404
delegates:ask_agencies      conference in   go   go   go   403  403  403  403  404  403  403  404
delegates:note_reply        invitation in   go   go   go   403  403  403  403  404  403  403  404
delegates:reply             token      go   go   go   go   go   go   go   go   go   go   go   go
"""


def lay(scene: Any) -> None:
    """Seats of the leading department: one person waits, one is invited, a third seat is free."""
    conference = scene.conference
    fixed = {"held_on": date(2024, 10, 24), "start_time": time(8), "tentative": False}
    type(conference).objects.filter(pk=conference.pk).update(**fixed, venue="Hội trường tỉnh")
    conference.refresh_from_db()
    agency = scene.people["leading"].agency
    line, empty = a_line(conference), a_line(conference)
    share, idle = an_allocation(line, agency, seats=3), an_allocation(empty, agency)
    waiting = nominate(share, Person("Nguyễn Thị Lan"), by=scene.people["leading"])
    invited = a_delegate(allocation=share, state="accepted", email="be@vidu.vn")
    invitation = an_invitation(invited)
    a_delegate(conference, "accepted", full_name="Lê Thị Hoa")
    slug = {"slug": conference.slug}
    scene.more_keys["line"] = slug | {"pk": line.pk}
    scene.more_keys["spare_line"] = slug | {"pk": a_line(conference).pk}
    scene.more_keys["share"] = slug | {"pk": share.pk}
    scene.more_keys["idle_share"] = slug | {"pk": idle.pk}
    scene.more_keys["delegate"] = slug | {"pk": waiting.pk}
    scene.more_keys["invitation"] = slug | {"pk": invitation.pk}
    scene.more_keys["token"] = {"token": invitation.token}


def sent(scene: Any, deed: str) -> dict[str, Any]:
    """What each page's form sends when it is filled in."""
    version = {"version": 0, "viec": deed}
    agency = scene.conference.office_id
    person = {"full_name": "Trần Văn Bé", "post": "Trưởng phòng", "reason": "Bận họp"}
    line = {"no": "9", "name": "Cơ quan báo chí", "seats": "3"}
    keys = {name: scene.keys[name].get("pk") for name in ("delegate", "invitation")}
    return {
        "delegates:add_line": line,
        "delegates:line": {**version, **line, "agency": agency},
        "delegates:remove_line": {},
        "delegates:allocation": {**version, "seats": 4, "due": "20/10/2024"},
        "delegates:take_back": {},
        "delegates:nominations": person,
        "delegates:upload": {"sheet": a_sheet()},
        "delegates:commit": {"danh-sach": signed_people(scene)},
        "delegates:accept": {"dai-bieu": [keys["delegate"]]},
        "delegates:contacts_sheet": {},
        "delegates:add": {**person, "kind": "guest"},
        "delegates:delegate": {**version, **person, "kind": "delegate", "rank": 60},
        "delegates:contacts": {},
        "delegates:prepare": {},
        "delegates:send": {"giay-moi": [keys["invitation"]], "cach": "email"},
        "delegates:ask_agencies": {},
        "delegates:note_reply": {"answer": "accepted"},
        "delegates:reply": {"answer": "declined", "reason": "Ốm"},
    }


def a_sheet() -> SimpleUploadedFile:
    """A list of one person in Excel."""
    content = io.BytesIO()
    book = openpyxl.Workbook()
    for row in (["Họ và tên", "Chức vụ"], ["Phạm Thị Mai", "Chuyên viên"]):
        book.active.append(row)
    book.save(content)
    return SimpleUploadedFile("danh-sach.xlsx", content.getvalue())


def signed_people(scene: Any) -> str:
    """What the preview of a sheet carries to the last step."""
    people = [Person("Phạm Thị Mai").values()]
    return signing.dumps({"share": scene.keys["share"]["pk"], "people": people}, salt=SALT)
