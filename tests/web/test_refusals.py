"""A refusal looks like the side of the house the person came from, and says nothing more."""

import pytest
from django.test import Client

from doithoai.web import middleware
from doithoai.web.public import views
from tests.builders import an_official

pytestmark = pytest.mark.django_db


def test_a_citizen_is_refused_on_a_citizens_page(client):
    page = client.get("/cong/khong-co/").content.decode()

    assert "Cổng đối thoại" in page
    assert "tài khoản" not in page
    assert "/dang-nhap/" not in page


def test_an_official_is_refused_at_the_desk(client):
    client.force_login(an_official())
    page = client.get("/hoi-nghi/khong-co/").content.decode()

    assert "tài khoản này không thuộc hội nghị" in page
    assert 'href="/ban-viec/">Về bàn việc' in page


def test_an_error_of_ours_shows_nothing_of_it_and_stays_protected(monkeypatch):
    def broken(request):
        raise RuntimeError("bí mật trong máy")

    monkeypatch.setattr(views, "render", broken)
    response = Client(raise_request_exception=False).get("/")

    assert response.status_code == 500
    assert "bí mật" not in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_host_that_is_not_ours_is_turned_away(client):
    assert client.get("/", headers={"host": "xau.example"}).status_code == 400


def test_signing_in_never_leads_to_another_site(client):
    official = an_official()
    data = {"login": official.username, "password": "Doi-thoai-2024"}
    response = client.post("/dang-nhap/?next=https://xau.example/", data)

    assert response.url == "/ban-viec/"


def test_the_session_is_kept_from_scripts_and_other_sites(client):
    official = an_official()
    client.post("/dang-nhap/", {"login": official.username, "password": "Doi-thoai-2024"})
    cookie = client.cookies["sessionid"]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_form_too_heavy_is_told_so_before_it_is_read(client, monkeypatch):
    monkeypatch.setattr(middleware, "MOST_BYTES", 1000)
    page = client.post("/tra-cuu/", {"code": "x" * 1001})

    assert page.status_code == 413
    assert "nặng quá 30 MB" in page.content.decode()


def test_a_form_as_heavy_as_ours_may_be_is_read(client, monkeypatch):
    monkeypatch.setattr(middleware, "MOST_BYTES", 20_000)

    assert client.post("/tra-cuu/", {"code": "x" * 9_000}).status_code == 200
