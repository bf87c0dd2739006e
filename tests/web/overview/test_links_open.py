"""Nobody is led to a page that would refuse them: not by waiting work, needs or duties."""

import pytest

pytestmark = pytest.mark.django_db
ROLES = ("host", "office", "office_decides", "chair_decides", "leading", "supporting")
WATCHING = ("office_reader", "host_door")


def offered(client, slug):
    """Every address the overview and the desk lead this person to."""
    overview = client.get(f"/hoi-nghi/{slug}/").context
    desk = client.get("/ban-viec/").context
    links = [*overview["waiting"], *(link for _, links in desk["work"] for link in links)]
    dues = [url for _, duties in desk["dues"] for _, url in duties]
    needs = [row["url"] for row in overview["readiness"]["needs"] if row["url"]]
    return {*(link.url for link in links), *dues, *needs}


@pytest.mark.parametrize("role", [*ROLES, *WATCHING])
def test_every_offered_page_opens(role, scene):
    client = scene.clients[role]
    found = {
        url: client.get(url, follow=True).status_code
        for url in offered(client, scene.conference.slug)
    }

    assert found or role in WATCHING
    assert {url: status for url, status in found.items() if status != 200} == {}
