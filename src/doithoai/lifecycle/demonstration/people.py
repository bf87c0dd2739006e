"""Who does what in the samples: the demo accounts of a province."""

from dataclasses import dataclass

from doithoai.directory.actions import open_account
from doithoai.directory.models import Agency, Place, Right, User
from doithoai.directory.queries import Resolver
from doithoai.lifecycle.demonstration.samples import SAMPLES, sample_data

DEMO_PASSWORD = "Doi-thoai-2024"


@dataclass(frozen=True, slots=True)
class People:
    """The demo accounts of one province, by agency and right."""

    place: Place
    resolver: Resolver

    def of(self, agency: Agency, right: str = Right.DRAFTER) -> User:
        """An account of the agency; one is made when no demo account is listed."""
        found = User.objects.filter(agency=agency, right=right, is_administrator=False).first()
        return found or _account(agency, right)

    def office(self, right: str = Right.DRAFTER) -> User:
        """Someone of the provincial office."""
        return self.of(self.agency("Văn phòng Ủy ban nhân dân tỉnh"), right)

    def agency(self, name: str) -> Agency:
        """The agency of this name; raises LookupError when the catalogue lacks it."""
        found = self.resolver.resolve(name).agency
        if found is None:
            raise LookupError(f"{self.place}: {name}")
        return found


def open_accounts() -> None:
    """The accounts listed for the demonstration."""
    resolvers: dict[str, Resolver] = {}
    for entry in sample_data("accounts.json"):
        place = Place.objects.get(code=entry["place"])
        if place.code not in resolvers:
            day = next(s.issued_on for s in SAMPLES if s.place == place.code)
            resolvers[place.code] = Resolver.of(place, day)
        agency = resolvers[place.code].resolve(entry["agency"]).agency
        if agency is None:
            raise LookupError(f"{place}: {entry['agency']}")
        values = {key: entry[key] for key in ("username", "full_name", "right")}
        open_account(
            by=None,
            password=DEMO_PASSWORD,
            agency=agency,
            post=entry["role_label"][:120],
            is_administrator=entry["administrator"],
            **values,
        )


def _account(agency: Agency, right: str) -> User:
    label = "Lãnh đạo" if right == Right.APPROVER else "Chuyên viên"
    number = User.objects.count() + 1
    return open_account(
        by=None,
        password=None,
        username=f"canbo{number}",
        full_name=f"{label} {agency.short_name}"[:120],
        agency=agency,
        right=right,
    )
