"""What the rest of the province does beside the browser.

`python -m tests.browser.meanwhile tien_giang told shared` plays chapters of a journey in the house
the environment names, and prints how the browser finds it: address, agencies, keys.
"""

import json
import sys
from importlib import import_module

import django


def main(plan: str, *chapters: str) -> None:
    """Play the chapters in their order; without any, lay the province with its people."""
    django.setup()
    from django.test import Client

    from doithoai.audit import clock
    from doithoai.directory.models import Right
    from doithoai.directory.queries import agencies_on
    from doithoai.planning.models import Conference
    from tests.journeys.road import person, province

    life = import_module(f"tests.journeys.{plan}")
    place = province(life.PROVINCE)
    for name in chapters:
        conference = Conference.objects.get(place=place, parent=None)
        getattr(life, name)(conference, Client(SERVER_NAME="127.0.0.1"))
    agencies = agencies_on(place, clock.today())
    for agency in agencies:
        for right in (Right.DRAFTER, Right.APPROVER, Right.DOOR):
            person(agency, right)
    print(json.dumps({agency.name: agency.pk for agency in agencies}))


if __name__ == "__main__":
    main(*sys.argv[1:])
