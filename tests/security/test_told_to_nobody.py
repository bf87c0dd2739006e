"""Telephones that stand in a speaker's place are shown on no screen of the hall."""

import pytest

from doithoai.audit import clock
from doithoai.hall.actions import call_next
from doithoai.hall.queries import board_of
from doithoai.web.hall.regions import drawn
from tests.builders_hall import a_driver, a_session, turns_of

pytestmark = pytest.mark.django_db
PHONE = "0912345678"


@pytest.mark.parametrize("channel", ["stage", "audience", "chair", "presenter"])
def test_a_telephone_in_a_speakers_place_is_masked_on_every_screen(channel):
    session = a_session()
    turn = turns_of(session)[0]
    turn.speaker_name, turn.speaker_unit, turn.shows_name = "Lan", f"Ấp 3, {PHONE}", True
    turn.save()
    session = call_next(session, version=session.version, by=a_driver(session))

    said = str(drawn(channel, board_of(session, clock.now())))

    assert "Ấp 3" in said
    assert PHONE not in said
