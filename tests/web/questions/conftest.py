"""A conference, and its host signed in."""

import pytest
from django.test import Client

from doithoai.planning.models import Conference
from tests.builders import a_conference, an_official


@pytest.fixture
def conference() -> Conference:
    return a_conference()


@pytest.fixture
def host(conference: Conference) -> Client:
    client = Client()
    client.force_login(an_official(conference.host))
    return client
