"""Signing in keeps what was typed, says what to do, and never says who exists."""

import re

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils.html import strip_tags

from doithoai.directory.models import User
from tests.builders import PASSWORD, an_official

pytestmark = pytest.mark.django_db
ADDRESS = "/dang-nhap/"


def sent(client, name, password=PASSWORD, **extra):
    return client.post(ADDRESS, {"login": name, "password": password}, **extra)


def test_an_official_signs_in_and_lands_at_work(client):
    response = sent(client, an_official().username)

    assert response.status_code == 302
    assert response.url == reverse("desk:desk")
    assert "_auth_user_id" in client.session


def test_after_signing_in_one_returns_to_the_page_one_wanted(client):
    response = client.post(
        f"{ADDRESS}?next=/thanh-phan/", {"login": an_official().username, "password": PASSWORD}
    )

    assert response.url == "/thanh-phan/"


@pytest.mark.parametrize("name", ["known", "unknown"])
def test_a_wrong_password_and_an_unknown_name_sound_the_same(client, name):
    an_official(username="known")
    page = sent(client, name, "sai-mat-khau").content.decode()

    assert "Gõ lại tên đăng nhập và mật khẩu." in page
    assert f'value="{name}"' in page
    assert "<title>Lỗi: Đăng nhập" in page


def test_empty_fields_are_asked_for_by_name(client):
    page = sent(client, "", "").content.decode()

    assert "Cần sửa 2 chỗ" in page
    assert "Nhập tên đăng nhập." in page
    assert "Nhập mật khẩu." in page


def test_a_locked_account_is_told_whom_to_call(client):
    user = an_official()
    User.objects.filter(pk=user.pk).update(is_active=False)
    response = sent(client, user.username, follow=True)

    assert "Tài khoản này đang khóa." in strip_tags(response.content.decode())
    assert "_auth_user_id" not in client.session


def test_too_many_failures_close_the_door_for_a_while(client):
    user = an_official()
    for _ in range(6):
        response = sent(client, user.username, "sai-mat-khau")

    assert "Chờ 5 phút" in response.content.decode()


def test_the_page_draws_the_road_of_eight_stages(client):
    page = client.get(ADDRESS).content.decode()

    assert len(re.findall(r'class="marker ', page)) == 8


def test_demo_accounts_are_shown_in_a_demonstration_only(client, settings):
    user = an_official(username="vanphong.mau", post="Văn phòng: thẩm định")
    assert user.username not in client.get(ADDRESS).content.decode()

    settings.DEMO = True
    page = client.get(ADDRESS).content.decode()

    assert "vanphong.mau" in page
    assert "Văn phòng: thẩm định" in page


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password", "account_email"])
def test_nobody_opens_or_recovers_an_account_alone(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
