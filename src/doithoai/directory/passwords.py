"""What a password must have (QCVN 12:2026/BCA: length and four kinds of characters)."""

from typing import Any

from django.core.exceptions import ValidationError

HELP = "Mật khẩu có ít nhất 8 ký tự, gồm chữ thường, chữ hoa, chữ số và ký tự đặc biệt."


class FourKinds:
    """At least 8 characters with lower case, upper case, digit and another sign."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when one of the four kinds is missing."""
        kinds = (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
        if len(password) < 8 or not all(any(kind(c) for c in password) for kind in kinds):
            raise ValidationError(HELP, code="password_four_kinds")

    def get_help_text(self) -> str:
        """The rule in one sentence."""
        return HELP
