"""What a paper still lacks leads to where it is made."""

import pytest
from django.test import Client

from tests.builders import a_conference, an_official

pytestmark = pytest.mark.django_db


def test_minutes_not_begun_lead_to_the_hall_that_is_not_open_yet():
    conference = a_conference()
    client = Client()
    client.force_login(an_official(conference.host))
    page = client.get(f"/hoi-nghi/{conference.slug}/van-ban/").content.decode()

    assert "Chưa ghi biên bản hội nghị." in page
    assert f"/hoi-nghi/{conference.slug}/hoi-truong/thu-ky/" not in page
    assert client.get(f"/hoi-nghi/{conference.slug}/hoi-truong/").status_code == 200
