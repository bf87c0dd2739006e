"""A plan issued, a notice signed: with a number that no other paper of the register has."""

from datetime import date
from typing import Any

from django.db import transaction

from doithoai.conclusions import actions as conclusions
from doithoai.conclusions.models import Notice
from doithoai.directory.models import User
from doithoai.documents.numbers import hold_numbers, number_in, refuse_taken
from doithoai.documents.sources.conclusions import NOTICE_CODE
from doithoai.documents.sources.plan import PLAN_CODE
from doithoai.planning import actions as planning
from doithoai.planning.models import Conference
from doithoai.vietnamese.document_numbers import parse_document_number
from doithoai.workflow import Refused


@transaction.atomic
def issue_plan(
    conference: Conference, *, number: str, issued_on: date, by: User, **signed: Any
) -> Conference:
    """Issue the plan; raises Refused when its number is another plan's of that year."""
    _refuse_odd(number)
    hold_numbers(conference.chair)
    conference = planning.issue(conference, number=number, issued_on=issued_on, by=by, **signed)
    _refuse_another(conference, PLAN_CODE, number, issued_on)
    return conference


@transaction.atomic
def sign_notice(notice: Notice, *, number: str, signed_on: date, by: User, **signed: Any) -> Notice:
    """Sign the notice; raises Refused when its number is another notice's of that year."""
    _refuse_odd(number)
    hold_numbers(notice.conference.chair)
    notice = conclusions.sign_notice(notice, number=number, signed_on=signed_on, by=by, **signed)
    _refuse_another(notice.conference, NOTICE_CODE, number, signed_on)
    return notice


def _refuse_odd(full_number: str) -> None:
    """A number the register could never count, or read again."""
    written = parse_document_number(full_number)
    if written is None or not written.serial or not written.serial.strip("0"):
        raise Refused("Ghi số, ký hiệu như trên văn bản đã ký, ví dụ 310/TB-UBND.")


def _refuse_another(conference: Conference, code: str, full_number: str, day: date) -> None:
    number = number_in(full_number)
    if number is not None:
        refuse_taken(conference.chair, code, number, day, besides=conference)
