"""Pages of accounts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit.queries import trail_of
from doithoai.directory.actions import amend_account, give_password, open_account
from doithoai.directory.models import User
from doithoai.directory.queries import find_users
from doithoai.web.deeds import deeds_of
from doithoai.web.directory.forms import AccountForm, NewAccountForm, PasswordForm
from doithoai.web.directory.gate import for_administrators
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest

SHOWN = ("full_name", "post", "agency", "right", "email", "is_administrator", "is_active")


@for_administrators
@require_safe
def users(request: OfficialRequest) -> HttpResponse:
    """Tài khoản: who, of which agency, with which right."""
    found = find_users(request.GET.get("tim", ""))
    page = Paginator(found, 50).get_page(request.GET.get("trang"))
    clear_url = request.path if request.GET else ""
    return render(request, "directory/users.html", {"page": page, "clear_url": clear_url})


@for_administrators
@require_http_methods(["GET", "POST"])
def account(request: OfficialRequest, pk: int) -> HttpResponse:
    """One account and its trail."""
    user = get_object_or_404(User, pk=pk)
    form = AccountForm(request.POST or None, initial={name: getattr(user, name) for name in SHOWN})
    if form.is_valid() and (
        saved := try_action(form, lambda: amend_account(user, by=request.user, **form.cleaned_data))
    ):
        messages.success(request, f"Đã lưu tài khoản {saved.username}.")
        return redirect("directory:users")
    context = {"form": form, "account": user, "deeds": deeds_of(trail_of(user)[:20])}
    return render(request, "directory/user.html", context)


@for_administrators
@require_http_methods(["GET", "POST"])
def add(request: OfficialRequest) -> HttpResponse:
    """A new account."""
    form = NewAccountForm(request.POST or None, initial={"is_active": True})
    if form.is_valid() and (
        user := try_action(form, lambda: open_account(by=request.user, **form.cleaned_data))
    ):
        messages.success(request, f"Đã mở tài khoản {user.username}.")
        return redirect("directory:users")
    return render(request, "directory/user.html", {"form": form})


@for_administrators
@require_http_methods(["GET", "POST"])
def password(request: OfficialRequest, pk: int) -> HttpResponse:
    """A new password for someone."""
    user = get_object_or_404(User, pk=pk)
    form = PasswordForm(request.POST or None)
    if form.is_valid() and (
        saved := try_action(
            form, lambda: give_password(user, form.cleaned_data["password"], by=request.user)
        )
    ):
        messages.success(request, f"Đã đặt mật khẩu mới cho {saved.username}.")
        return redirect("directory:users")
    return render(request, "directory/password.html", {"form": form, "account": user})
