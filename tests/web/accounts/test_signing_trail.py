"""Signing in and out leave their lines, with the address they came from."""

import pytest

from doithoai.audit.models import Entry
from tests.builders import PASSWORD, an_official

pytestmark = pytest.mark.django_db


def verbs():
    return list(Entry.objects.order_by("pk").values_list("verb", "origin"))


def sign_in(client, username, password):
    return client.post("/dang-nhap/", {"login": username, "password": password})


def test_a_sign_in_and_a_sign_out_are_kept(client):
    official = an_official()

    assert sign_in(client, official.username, PASSWORD).status_code == 302
    client.post("/dang-xuat/")

    assert verbs() == [("directory.sign_in", "127.0.0.1"), ("directory.sign_out", "127.0.0.1")]
    assert {entry.actor for entry in Entry.objects.all()} == {official}


def test_a_wrong_password_is_kept_on_the_account_without_an_actor(client):
    official = an_official()

    assert sign_in(client, official.username, "Sai-mat-khau-1").status_code == 200

    entry = Entry.objects.get()
    assert (entry.verb, entry.thing_id, entry.actor) == (
        "directory.fail_sign_in",
        str(official.pk),
        None,
    )


def test_an_unknown_name_leaves_nothing(client):
    sign_in(client, "khong-co-ai", "Sai-mat-khau-1")

    assert not Entry.objects.exists()


def test_the_owners_new_password_is_kept(client):
    official = an_official()
    client.force_login(official)
    new = "Moi-hon-2025"

    client.post("/doi-mat-khau/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    official.refresh_from_db()
    assert official.check_password(new)
    assert ("directory.change_password", "127.0.0.1") in verbs()
