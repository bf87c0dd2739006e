"""The request of a signed-in official, as views that require sign-in receive it."""

from django.http import HttpRequest

from doithoai.directory.models import User


class OfficialRequest(HttpRequest):
    """A request whose user is known: LoginRequiredMiddleware has let it through."""

    user: User
