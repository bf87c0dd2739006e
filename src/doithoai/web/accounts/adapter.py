"""Accounts are given by the administrator; nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url


class OfficialsOnly(DefaultAccountAdapter):
    """Sign-in only, in plain Vietnamese."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": (
            "Gõ lại tên đăng nhập và mật khẩu. Nếu vẫn chưa vào được, gọi quản trị của cơ quan."
        ),
        "too_many_login_attempts": "Đã gõ sai nhiều lần. Chờ 5 phút rồi đăng nhập lại.",
        "enter_current_password": "Gõ lại mật khẩu đang dùng.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account by himself."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """A locked account is told whom to call."""
        messages.error(request, "Tài khoản này đang khóa. Gọi quản trị của cơ quan để mở lại.")
        return redirect("account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to work."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)
