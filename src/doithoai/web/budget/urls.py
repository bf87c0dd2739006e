"""Addresses of money."""

from django.urls import path

from doithoai.web.budget import importing, lines, rates, settling, spending, views

app_name = "budget"
HOME = "hoi-nghi/<slug:slug>/kinh-phi/"
urlpatterns = [
    path(HOME, views.budget, name="budget"),
    path(f"{HOME}dong/them/", lines.add, name="add_line"),
    path(f"{HOME}dong/<int:position>/", lines.line, name="line"),
    path(f"{HOME}nhap-excel/", importing.import_lines, name="import_lines"),
    path(f"{HOME}chung-tu/", spending.vouchers, name="vouchers"),
    path(f"{HOME}chung-tu/them/", spending.add, name="add_voucher"),
    path(f"{HOME}chung-tu/<int:pk>/bo/", spending.drop, name="drop_voucher"),
    path(f"{HOME}chung-tu/<int:pk>/tep/", spending.paper, name="paper"),
    path(f"{HOME}quyet-toan/", settling.settlement, name="settlement"),
    path("muc-chi/", rates.rates, name="rates"),
    path("muc-chi/<int:pk>/het-ap-dung/", rates.end, name="end_rate"),
]
