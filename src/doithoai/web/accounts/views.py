"""Sign-in and change of password: allauth's views with our forms and words."""

from typing import Any

from allauth.account.views import LoginView, LogoutView, PasswordChangeView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator

from doithoai.audit.actions import ORIGIN
from doithoai.directory.actions import (
    note_failed_sign_in,
    note_password_change,
    note_sign_in,
    note_sign_out,
)
from doithoai.directory.queries import demo_accounts
from doithoai.web.accounts.forms import NewPasswordForm, SignInForm
from doithoai.web.middleware import client_address

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


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Two fields, one button; in a demonstration also the accounts of every role."""

    form_class = SignInForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever tries to sign in is told apart by address, unlike those who ask."""
        token = ORIGIN.set(client_address(request))
        try:
            response: HttpResponse = super().dispatch(request, *args, **kwargs)
        finally:
            ORIGIN.reset(token)
        return response

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Signed in: the trail says so."""
        response: HttpResponse = super().form_valid(form)
        if self.request.user.is_authenticated:
            note_sign_in(self.request.user, by=self.request.user)
        return response

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        """Not signed in: the account's trail says so."""
        note_failed_sign_in(form.data.get("login", ""))
        response: HttpResponse = super().form_invalid(form)
        return response

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

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        """Changed: the trail says so."""
        response: HttpResponse = super().form_valid(form)
        note_password_change(self.request.user, by=self.request.user)
        return response


class SignOut(LogoutView):
    """A button in the menu; a page that asks when opened by its address."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Signed out: the trail says so."""
        if self.request.user.is_authenticated:
            note_sign_out(self.request.user, by=self.request.user)
        response: HttpResponse = super().post(*args, **kwargs)
        return response


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
