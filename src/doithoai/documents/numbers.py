"""Numbers of papers: given by the register, or where a plan is issued and a notice signed."""

from collections.abc import Callable, Iterable
from datetime import date

from doithoai.conclusions.models import Notice
from doithoai.conclusions.states import NUMBERED
from doithoai.directory.models import Agency
from doithoai.documents.models import IssuedDocument
from doithoai.documents.sources.conclusions import NOTICE_CODE
from doithoai.documents.sources.plan import PLAN_CODE
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.workflow import Refused

LONGEST = 6
Given = Iterable[tuple[int, str]]
"""(key of the conference, `272/KH-UBND`) of papers that rooms numbered."""


def next_number(agency: Agency, code: str, year: int) -> int:
    """The number after the last of this issuer, type and year."""
    return max(_numbers(agency, code, year, besides=None), default=0) + 1


def is_taken(
    agency: Agency, code: str, number: int, day: date, *, besides: Conference | None = None
) -> bool:
    """Whether another paper of this issuer and type has the number in the year of `day`.

    `besides` is the conference whose own room gave it that number.
    """
    return number in _numbers(agency, code, day.year, besides=besides)


def refuse_taken(
    agency: Agency, code: str, number: int, day: date, *, besides: Conference | None = None
) -> None:
    """Raise Refused, naming the next number, when another paper has this one."""
    if is_taken(agency, code, number, day, besides=besides):
        raise Refused(
            f"Số {number} năm {day.year} đã cấp cho văn bản khác cùng loại. "
            f"Số tiếp theo là {next_number(agency, code, day.year)}."
        )


def hold_numbers(agency: Agency) -> None:
    """Let nobody else number a paper of this issuer until the transaction ends."""
    Agency.objects.select_for_update().get(pk=agency.pk)


def number_in(full_number: str) -> int | None:
    """272 in `272/KH-UBND`; None in numbers of another make, such as `94-KH/TU`."""
    number = full_number.partition("/")[0].strip()
    return int(number) if number.isdecimal() and len(number) <= LONGEST else None


def _numbers(agency: Agency, code: str, year: int, *, besides: Conference | None) -> set[int]:
    kept = IssuedDocument.objects.filter(agency=agency, code=code, year=year)
    given = GIVEN[code](agency, year) if code in GIVEN else ()
    apart = besides.pk if besides else 0
    return {
        number
        for number in (
            *kept.values_list("number", flat=True),
            *(number_in(full) for key, full in given if key != apart),
        )
        if number is not None
    }


def _of_plans(agency: Agency, year: int) -> Given:
    issued = Conference.objects.filter(state=ConferenceState.ISSUED, issued_on__year=year)
    return issued.filter(chair=agency).values_list("pk", "number")


def _of_notices(agency: Agency, year: int) -> Given:
    signed = Notice.objects.filter(state__in=NUMBERED, signed_on__year=year)
    return signed.filter(conference__chair=agency).values_list("conference_id", "number")


GIVEN: dict[str, Callable[[Agency, int], Given]] = {
    PLAN_CODE: _of_plans,
    NOTICE_CODE: _of_notices,
}
"""Types numbered in their own rooms."""
