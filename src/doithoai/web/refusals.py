"""How a refusal or an error looks to a person: what happened and what to do, never a traceback."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from doithoai.workflow import Forbidden, Refused

T = TypeVar("T")


def answer_refusal(request: HttpRequest, error: Refused | Forbidden) -> HttpResponse:
    """A forbidden deed gets a 403 page; a refused one goes back to its page with the reason."""
    if isinstance(error, Forbidden):
        return _page(request, 403, "Chưa được phép", str(error))
    back = request.headers.get("Referer", "")
    if request.method == "POST" and url_has_allowed_host_and_scheme(back, {request.get_host()}):
        messages.error(request, str(error))
        return redirect(back)
    return _page(request, 409, "Chưa làm được việc này", str(error))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the data sent is broken."""
    return _page(
        request,
        400,
        "Yêu cầu không đọc được",
        "Quay lại trang trước, tải lại rồi làm lại việc này.",
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this account may not."""
    return _page(
        request,
        403,
        "Chưa được phép",
        "Tài khoản này không có quyền xem trang. Đăng nhập bằng tài khoản của cơ quan được giao.",
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none this account may know of."""
    return _page(
        request,
        404,
        "Không có trang này",
        "Kiểm tra lại địa chỉ, hoặc tài khoản này không thuộc hội nghị có trang đó."
        if _is_official(request)
        else "Kiểm tra lại địa chỉ. Câu hỏi đã gửi thì xem bằng mã biên nhận.",
    )


def too_heavy(request: HttpRequest) -> HttpResponse:
    """413: more than any form sends; nothing of it was kept."""
    return _page(
        request,
        413,
        "Tệp gửi lên quá nặng",
        "Các tệp gửi cùng một lần nặng quá 30 MB nên chưa nhận. Quay lại trang trước, chọn tệp "
        "nhẹ hơn hoặc gửi bớt tệp rồi bấm lại.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing of it is shown."""
    return HttpResponse(
        "<!doctype html><html lang=vi><meta charset=utf-8><title>Có lỗi ở máy chủ</title>"
        "<meta name=viewport content='width=device-width'><link rel=icon href=data:,>"
        "<main><h1>Có lỗi ở máy chủ</h1><p>Việc vừa làm chưa được ghi. Quay lại trang trước và "
        "thử lại. Nếu vẫn lỗi, báo người quản trị kèm giờ xảy ra.</p></main></html>",
        status=500,
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was opened too long ago or cookies are off."""
    return _page(
        request,
        403,
        "Trang để quá lâu",
        "Bật cookie của trình duyệt, tải lại trang rồi gửi lại. Chữ đã gõ còn khi bấm Quay lại.",
    )


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    context = {"title": title, "text": text}
    surface = "refusal" if _is_official(request) else "refusal_public"
    return render(request, f"layout/{surface}.html", context, status=status)


def _is_official(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def try_action(form: Form, call: Callable[[], T]) -> T | None:
    """Run the one action of a form; a refusal becomes the form's error, so typed text stays."""
    try:
        return call()
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
