"""How citizens' pages name agencies and hide personal data."""

from typing import Any

from doithoai.directory.models import Agency, Place
from doithoai.planning.models import Conference
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask


def hidden(text: str) -> str:
    """A text with its personal data masked."""
    return mask(nfc(text))


def full_name(agency: Agency, place: Place) -> str:
    """An agency with its province: Sở Y tế tỉnh Tiền Giang, Công an tỉnh Tiền Giang."""
    if place.name in agency.name or agency.level != "province":
        return agency.name
    if agency.name.endswith(place.kind):
        return f"{agency.name} {place.name}"
    return f"{agency.name} {place}"


def frame(conference: Conference) -> dict[str, Any]:
    """What stands above and below every page of a conference: who holds it, who receives."""
    return {
        "issuer": conference.issuer or f"Ủy ban nhân dân {conference.place}",
        "host": full_name(conference.host, conference.place),
    }
