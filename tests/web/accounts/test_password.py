"""Changing the password and signing out."""

import pytest
from django.utils.html import strip_tags

from tests.builders import PASSWORD, an_official

pytestmark = pytest.mark.django_db
NEW = "Mat-khau-Moi-9"


@pytest.fixture
def official(client):
    user = an_official()
    client.force_login(user)
    return user


def changed(client, old=PASSWORD, new=NEW, again=NEW):
    typed = {"oldpassword": old, "password1": new, "password2": again}
    return client.post("/doi-mat-khau/", typed)


def test_the_new_password_holds_and_the_session_stays(client, official):
    response = changed(client)

    official.refresh_from_db()
    assert response.status_code == 302
    assert official.check_password(NEW)
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"old": "sai"}, "Gõ lại mật khẩu đang dùng."),
        ({"again": "khac-Hoan-toan-1"}, "Gõ hai lần mật khẩu mới giống nhau."),
        ({"new": "ngan", "again": "ngan"}, "Mật khẩu có ít nhất"),
        ({"new": "", "again": ""}, "Nhập mật khẩu vào ô này."),
    ],
)
def test_a_refused_password_says_what_to_do(client, official, typed, words):
    response = changed(client, **typed)

    official.refresh_from_db()
    assert words in strip_tags(response.content.decode())
    assert official.check_password(PASSWORD)


def test_only_the_signed_in_may_change_a_password(client):
    assert client.get("/doi-mat-khau/").url.startswith("/dang-nhap/")


def test_signing_out_asks_first_and_leaves_on_post(client, official):
    asked = client.get("/dang-xuat/")
    assert "Đăng xuất khỏi Đối Thoại?" in asked.content.decode()
    assert "_auth_user_id" in client.session

    assert client.post("/dang-xuat/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_the_menu_names_the_person_and_the_agency(client, official):
    page = client.get("/doi-mat-khau/").content.decode()

    assert official.full_name in page
    assert official.agency.name in page
