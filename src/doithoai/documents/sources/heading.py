"""Letterhead, number and event of a conference's papers."""

from dataclasses import replace

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.directory.names import full_name
from doithoai.documents.kinds.event import Event, event_name
from doithoai.documents.kinds.issuers import (
    capacity_of,
    drafting_unit,
    issuer_code,
    issuer_lines,
)
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.planning.models import Conference


def event_of(conference: Conference) -> Event:
    """The conference as papers speak of it."""
    year, _, month = conference.held_month.partition("-")
    return Event(
        name=event_name(conference.title),
        chair=conference.chair_title,
        day=conference.held_on,
        month=(int(year), int(month)) if month else None,
        start=conference.start_time,
        end=conference.end_time,
        venue=conference.venue,
        is_tentative=conference.tentative,
    )


def outgoing_of(
    conference: Conference, agency: Agency, *, code: str = "", recipients: tuple[str, ...] = ()
) -> Outgoing:
    """How a paper of an agency leaves: letterhead and symbol proposed, number and day open.

    A copy is always kept: `Lưu` follows the recipients, unless they end with it.
    """
    place = conference.place
    parent, issuer = issuer_lines(agency.name, agency.kind, place.kind, place.name)
    return Outgoing(
        issuer=issuer,
        issuer_name=full_name(agency.name, place.kind, place.name),
        place=place.name,
        year=clock.today().year,
        parent=parent,
        symbol=_symbol(conference, agency, code),
        capacity=capacity_of(agency.name, agency.kind),
        signer=_signer(conference, agency),
        recipients=recipients if _kept(recipients) else (*recipients, _copy(conference, agency)),
    )


def plan_recipients(conference: Conference) -> tuple[str, ...]:
    """Those who got the plan, `Lưu` last; what is decided there goes to them again."""
    return tuple(line.text for line in conference.recipients.all())


def numbered(out: Outgoing, full_number: str) -> Outgoing:
    """The same with a number a room already gave: `272/KH-UBND`."""
    number, sign, symbol = full_number.strip().partition("/")
    if sign and number.strip().isdecimal():
        return replace(out, number=number.strip(), symbol=symbol.strip())
    return replace(out, number=full_number.strip()) if full_number else out


def _symbol(conference: Conference, agency: Agency, code: str) -> str:
    """`KH-UBND`; of a letter, which has no type, `VPUB-KGVX`."""
    if not code:
        return ""
    issuer = issuer_code(agency.name)
    if code != "CV":
        return f"{code}-{issuer}"
    unit = drafting_unit(plan_recipients(conference))
    return f"{issuer}-{unit}" if unit else issuer


def _kept(recipients: tuple[str, ...]) -> bool:
    return bool(recipients) and "lưu" in recipients[-1].lower()


def _copy(conference: Conference, agency: Agency) -> str:
    """`Lưu: VT, KGVX`: the plan names the unit of the office, which drafts for the committee."""
    ours = agency.pk in {conference.chair_id, conference.office_id}
    unit = drafting_unit(plan_recipients(conference)) if ours else ""
    return f"Lưu: VT, {unit}" if unit else "Lưu: VT"


def _signer(conference: Conference, agency: Agency) -> str:
    """The plan's signer signs for the committee; of others nobody knows yet."""
    return conference.signer_name if agency.pk == conference.chair_id else ""
