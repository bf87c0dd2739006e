"""Addresses of received lists and collection points."""

import io

from doithoai.questions.actions import send_list
from doithoai.questions.models import ListRow
from doithoai.questions.states import ListState
from tests.builders_questions import a_collection_point, a_list_file
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
questions:lists               conference in   200  200  200  403  403  403  403  404  403  403  404
questions:fix_typing          slip       in   404  404  404  403  403  403  403  404  403  403  404
questions:list_template       conference in   200  200  200  403  403  403  403  404  403  403  404
questions:list                list       in   200  200  200  403  403  403  403  404  403  403  404
questions:list_faults         list       in   405  405  405  405  405  405  405  405  405  405  405
questions:points              conference in   200  200  200  403  403  403  403  404  403  403  404
questions:points_sheet        conference in   200  200  200  403  403  403  403  404  403  403  404
questions:change_point        point      in   405  405  405  405  405  405  405  405  405  405  405
public:point                  point      200  200  200  200  200  200  200  200  200  200  200  200
"""

DEEDS = """
questions:lists               conference in   go   go   go   403  403  403  403  404  403  403  404
questions:fix_typing          slip       in   404  404  404  403  403  403  403  404  403  403  404
questions:list.danh-dau       list       in   go   go   go   403  403  403  403  404  403  403  404
questions:list.nhan           list       in   go   go   go   403  403  403  403  404  403  403  404
questions:list.bo             list       in   go   go   go   403  403  403  403  404  403  403  404
questions:list_faults         list       in   200  200  200  403  403  403  403  404  403  403  404
questions:points              conference in   go   go   go   403  403  403  403  404  403  403  404
questions:change_point.ngung  point      in   go   go   go   403  403  403  403  404  403  403  404
questions:change_point.mo-lai point      in   go   go   go   403  403  403  403  404  403  403  404
"""
ROW = (1, "Khi nào sửa đường ấp 3?", "Nguyễn Thị Mười", "Ấp 3", "", "", "")


def lay(scene: Scene) -> None:
    """A list of one good and one faulty row waits to be taken; a commune gathers by its link."""
    point = a_collection_point(scene.conference, opened_by=scene.people["host"])
    scene.more_keys["point"] = {"slug": scene.conference.slug, "code": point.code}
    received = send_list(
        scene.conference,
        file_name="xa-phu-tan.xlsx",
        content=a_list_file([ROW, ROW]),
        by=scene.people["host"],
    )
    received.state = ListState.READ
    received.save()
    values = {"text": ROW[1], "sender_name": ROW[2]}
    ListRow.objects.bulk_create(
        ListRow(received_list=received, number=n, verdict=verdict, values=values)
        for n, verdict in ((2, "new"), (3, "faulty"))
    )
    scene.more_keys["slip"] = {"slug": scene.conference.slug, "code": scene.code}
    scene.more_keys["list"] = {"slug": scene.conference.slug, "pk": received.pk}
    scene.more_keys["list_version"] = received.version


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    file = io.BytesIO(a_list_file([(7, "Bao giờ có nước sạch?")]))
    file.name = "xa-phu-tan.xlsx"
    marks = {"dong": ["2"], "nhan": ["2"], "bo-loi": "on"}
    version = scene.more_keys["list_version"]
    return {
        "questions:lists": {"sheet": file, "channel": "union"},
        "questions:list": {**marks, "version": version, "viec": deed},
        "questions:list_faults": {},
        "questions:fix_typing": {"text": "Khi nào sửa đường?"},
        "questions:points": {"names": "Hội Phụ nữ xã Bình Phan"},
        "questions:change_point": {"viec": deed},
    }
