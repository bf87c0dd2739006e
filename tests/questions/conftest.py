"""A conference that receives questions, and who receives them: its host's official."""

import pytest

from tests.builders import a_conference, an_official


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def host(conference):
    return an_official(conference.host)


@pytest.fixture
def official(host):
    return host
