"""Addresses of sign-in."""

from django.urls import path

from doithoai.web.accounts import views

urlpatterns = [
    path("dang-nhap/", views.SignIn.as_view(), name="account_login"),
    path("dang-xuat/", views.SignOut.as_view(), name="account_logout"),
    path("doi-mat-khau/", views.PasswordChange.as_view(), name="account_change_password"),
]
