"""Sign-in and change of password: allauth's views with our forms and words."""

from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from django.conf import settings

from doithoai.directory.queries import demo_accounts
from doithoai.web.accounts.forms import NewPasswordForm, SignInForm

ROAD = (
    "Kế hoạch",
    "Đại biểu",
    "Câu hỏi",
    "Trả lời",
    "Chương trình",
    "Kinh phí",
    "Hội trường",
    "Kết luận",
)
SHOWN_AS_CURRENT = 3


class SignIn(LoginView):
    """Two fields, one button; in a demonstration also the accounts of every role."""

    form_class = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the eight stages drawn beside the form and the accounts of a demonstration."""
        stages = [
            {"number": number, "name": name, "state": _state(number), "share": 0}
            for number, name in enumerate(ROAD, start=1)
        ]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"stages": stages} | _demonstration()


class PasswordChange(PasswordChangeView):
    """The password in use, then the new one twice."""

    form_class = NewPasswordForm


def _state(number: int) -> str:
    if number == SHOWN_AS_CURRENT:
        return "now"
    return "done" if number < SHOWN_AS_CURRENT else "todo"


def _demonstration() -> dict[str, Any]:
    if not settings.DEMO:
        return {}
    # Real installations never load the samples.
    from doithoai.lifecycle.demonstration import DEMO_PASSWORD

    return {"demo_accounts": demo_accounts(), "demo_password": DEMO_PASSWORD}
