"""Why a deed is not done, in words its doer reads."""

NOT_YOURS = "Tài khoản này không được giao việc này ở hội nghị này."


class Refused(Exception):
    """The deed is not possible now; the message says why and what to do."""


class Forbidden(Exception):
    """The deed is not this person's."""


def require(allowed: bool, message: str = NOT_YOURS) -> None:
    """Raise Forbidden with `message` unless `allowed`."""
    if not allowed:
        raise Forbidden(message)
