"""The table's own rules, told as a refusal."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from doithoai.directory.models import Agency, User
from doithoai.workflow import Refused


def check(thing: Agency | User) -> None:
    """Raise Refused when a field or constraint is broken."""
    try:
        thing.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def check_password(password: str, user: User) -> None:
    """Raise Refused when the password is too weak."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
