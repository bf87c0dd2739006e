"""Addresses of the seating, the door and the roll."""

from django.urls import path

from doithoai.web.delegates import attendance, door, layout, seating

SEATS = "hoi-nghi/<slug:slug>/dai-bieu/cho-ngoi"
DOOR = "hoi-nghi/<slug:slug>/dai-bieu/don-tiep"
hall_urlpatterns = [
    path(f"{SEATS}/", seating.seating, name="seating"),
    path(f"{SEATS}/bang/", seating.seats, name="seats"),
    path(f"{SEATS}/ban-in/", seating.seating_sheet, name="seating_sheet"),
    path(f"{SEATS}/ghe/", seating.seat, name="seat"),
    path(f"{SEATS}/de-xuat/", seating.propose, name="propose_seats"),
    path(f"{SEATS}/xep-lai/", seating.propose, {"afresh": True}, name="propose_afresh"),
    path(f"{SEATS}/xac-nhan/", seating.confirm, name="confirm_seating"),
    path(f"{SEATS}/khoi/", layout.layout, name="layout"),
    path(f"{SEATS}/khoi/bo-tri-san/", layout.start, name="start_layout"),
    path(f"{DOOR}/", door.door, name="door"),
    path(f"{DOOR}/ghi/", door.enter, name="door_enter"),
    path(f"{DOOR}/hoan-tac/", door.undo, name="door_undo"),
    path(f"{DOOR}/khach/", door.guest, name="guest"),
    path(f"{DOOR}/thay/<int:pk>/", door.instead, name="instead"),
    path(f"{DOOR}/danh-sach/", door.codes, name="door_codes"),
    path(f"{DOOR}/dong-bo/", door.sync, name="door_sync"),
    path("hoi-nghi/<slug:slug>/dai-bieu/diem-danh/", attendance.attendance, name="attendance"),
]
