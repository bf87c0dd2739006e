"""Addresses of the directory."""

from django.urls import path

from doithoai.web.directory import accounts, agencies, holidays

app_name = "directory"
urlpatterns = [
    path("co-quan/", agencies.agencies, name="agencies"),
    path("co-quan/them/", agencies.add, name="add_agency"),
    path("co-quan/nap-danh-muc/", agencies.load, name="load_agencies"),
    path("co-quan/<int:pk>/", agencies.agency, name="agency"),
    path("tai-khoan/", accounts.users, name="users"),
    path("tai-khoan/them/", accounts.add, name="add_user"),
    path("tai-khoan/<int:pk>/", accounts.account, name="user"),
    path("tai-khoan/<int:pk>/mat-khau/", accounts.password, name="password"),
    path("ngay-nghi/", holidays.holidays, name="holidays"),
    path("ngay-nghi/<int:pk>/bo/", holidays.remove, name="remove_holiday"),
]
