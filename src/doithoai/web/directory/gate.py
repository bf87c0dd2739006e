"""Pages only administrators open."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse

from doithoai.directory.permissions import may_administer
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

View = Callable[..., HttpResponse]


def for_administrators(view: View) -> View:
    """Refuse the page to every other account."""

    @wraps(view)
    def guarded(request: OfficialRequest, *args: object, **kwargs: object) -> HttpResponse:
        require(may_administer(request.user), "Chỉ người quản trị mở được trang này.")
        return view(request, *args, **kwargs)

    return guarded
