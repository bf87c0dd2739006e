"""Pages of accounts and of days off, for administrators."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.directory.models import Holiday, User
from tests.builders import PASSWORD, an_administrator, an_agency, an_official

pytestmark = pytest.mark.django_db


def browser(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def administrator():
    return browser(an_administrator())


def typed(agency, **over):
    values = {"full_name": "Lê Văn Tám", "agency": agency.pk, "right": "drafter", "is_active": "on"}
    return values | over


@pytest.mark.parametrize("path", ["/tai-khoan/", "/tai-khoan/them/", "/ngay-nghi/"])
def test_officials_do_not_open_these_pages(path):
    assert browser(an_official()).get(path).status_code == 403
    assert Client().get(path).status_code == 302


def test_accounts_are_found_by_name_username_and_agency(administrator):
    tam = an_official(an_agency("Sở Công Thương"), full_name="Lê Văn Tám", username="tam.lv")

    for words in ("Văn Tám", "tam.lv", "Công Thương"):
        page = administrator.get("/tai-khoan/", {"tim": words})
        assert list(page.context["page"]) == [tam]


def test_more_accounts_need_no_more_queries(administrator):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            an_official()
        with CaptureQueriesContext(connection) as asked:
            administrator.get("/tai-khoan/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_an_opened_account_signs_in_with_its_first_password(administrator):
    new = typed(an_agency(), username="tam.lv", password=PASSWORD)
    administrator.post("/tai-khoan/them/", new)

    assert Client().login(username="tam.lv", password=PASSWORD)


def test_a_weak_password_is_told_and_the_rest_stays_typed(administrator):
    new = typed(an_agency(), username="tam.lv", password="ngan")
    page = administrator.post("/tai-khoan/them/", new).content.decode()

    assert 'value="Lê Văn Tám"' in page
    assert not User.objects.filter(username="tam.lv").exists()


def test_a_changed_right_is_told_in_words_on_the_account(administrator):
    official = an_official(full_name="Lê Văn Tám")
    sent = typed(official.agency, right="approver")
    del sent["is_active"]
    administrator.post(f"/tai-khoan/{official.pk}/", sent)
    page = administrator.get(f"/tai-khoan/{official.pk}/").content.decode()

    assert "Sửa tài khoản" in page
    assert "quyền: <del>Soạn</del> Duyệt" in page
    assert "đang dùng: <del>có</del> không" in page


def test_a_given_password_takes_the_place_of_the_old_one(administrator):
    official = an_official()
    administrator.post(f"/tai-khoan/{official.pk}/mat-khau/", {"password": "Mat-khau-moi-9"})

    assert not Client().login(username=official.username, password=PASSWORD)
    assert Client().login(username=official.username, password="Mat-khau-moi-9")


def test_days_off_stand_by_year_and_are_taken_out(administrator):
    Holiday.objects.create(date=date(2023, 9, 2), name="Quốc khánh 2023")
    sent = {"day": "2/9/2024", "name": "Quốc khánh", "kind": "off"}
    assert administrator.post("/ngay-nghi/", sent).url == "/ngay-nghi/?nam=2024"

    shown = administrator.get("/ngay-nghi/").context["days"]
    assert [day.name for day in shown] == ["Quốc khánh"]
    assert len(administrator.get("/ngay-nghi/?nam=x").context["days"]) == 1
    administrator.post(f"/ngay-nghi/{shown[0].pk}/bo/")
    assert Holiday.objects.get().name == "Quốc khánh 2023"
