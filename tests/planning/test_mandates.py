"""Works of a conference in the hands of agencies."""

import pytest

from doithoai.planning.actions import grant, lay_mandates, withdraw
from doithoai.planning.models import AssignmentUnit, Work
from doithoai.planning.permissions import may_do
from doithoai.planning.rules import works_named
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_task, an_agency, an_official


@pytest.mark.parametrize(
    "sentence, works",
    [
        ("Chủ trì chuẩn bị các bài phát biểu phục vụ Hội nghị.", ["speeches"]),
        ("Lập danh sách đại biểu và phát hành thư mời.", ["delegates", "invitations"]),
        ("Phân công cán bộ bố trí sơ đồ chỗ ngồi.", ["seating"]),
        ("Lập dự toán gửi Sở Tài chính thẩm định; quyết toán theo quy định.", ["budget"]),
        ("Đưa tin về nội dung kết luận đối thoại.", ["publicity"]),
        ("Cùng Đài tỉnh xây dựng chương trình phóng sự phục vụ hội nghị.", ["documentary"]),
        ("Trả lời các ý kiến, kiến nghị thuộc thẩm quyền.", []),
    ],
)
def test_a_task_names_its_works(sentence, works):
    assert works_named(sentence) == works


@pytest.mark.django_db
def test_every_agency_of_a_task_gets_its_works():
    conference, labour = a_conference(), an_agency("Sở Lao động")
    task = a_task(conference, labour)
    task.text = "Chuẩn bị các bài phát biểu."
    task.save()

    lay_mandates(conference, by=an_official(conference.office))

    assert may_do(an_official(labour), conference, Work.SPEECHES)
    assert not may_do(an_official(labour), conference, Work.SEATING)
    assert AssignmentUnit.objects.filter(agency=labour).count() == 1


@pytest.mark.django_db
def test_a_work_is_granted_once_and_can_be_taken_back():
    conference, labour = a_conference(), an_agency("Sở Lao động")
    office = an_official(conference.office)
    mandate = grant(conference, agency=labour, work=Work.SEATING, by=office)

    with pytest.raises(Refused):
        grant(conference, agency=labour, work=Work.SEATING, by=office)
    withdraw(mandate, by=office)

    assert not may_do(an_official(labour), conference, Work.SEATING)


@pytest.mark.django_db
def test_only_host_and_office_grant():
    conference, labour = a_conference(), an_agency("Sở Lao động")

    with pytest.raises(Forbidden):
        grant(conference, agency=labour, work=Work.SEATING, by=an_official(labour))
