"""Addresses of the triage desk and of splitting a slip."""

from django.urls import path

from doithoai.web.questions import board, splitting, triage

DESK = "hoi-nghi/<slug:slug>/cau-hoi/phan-loai/"
BOARD = "hoi-nghi/<slug:slug>/cau-hoi/bang-nhom/"
urlpatterns = [
    path(DESK, triage.triage, name="triage"),
    path(f"{DESK}<int:number>/", triage.triage_one, name="triage_one"),
    path(f"{DESK}<int:number>/gop-vao/<int:into>/", triage.join, name="join"),
    path(f"{DESK}<int:number>/khac/<int:other>/", triage.part, name="part"),
    path(f"{DESK}<int:number>/giu/", triage.keep_open, name="hold"),
    path(f"{DESK}<int:number>/tach/<int:key>/", splitting.cut, name="split"),
    path(BOARD, board.board, name="board"),
    path(f"{BOARD}gop/", board.merge_group, name="merge_group"),
    path(f"{BOARD}khac/", board.part_group, name="part_group"),
    path(f"{BOARD}khac-nhau/", board.parted, name="parted"),
    path(f"{BOARD}<int:number>/tach-ra/", board.take_out, name="take_out"),
    path(f"{DESK}hoan-tac/<int:step>/", triage.take_back, name="undo"),
]
