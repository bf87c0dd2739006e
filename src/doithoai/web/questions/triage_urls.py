"""Addresses of the triage desk and of splitting a slip."""

from django.urls import path

from doithoai.web.questions import splitting, triage

DESK = "hoi-nghi/<slug:slug>/cau-hoi/phan-loai/"
urlpatterns = [
    path(DESK, triage.triage, name="triage"),
    path(f"{DESK}<int:number>/", triage.triage_one, name="triage_one"),
    path(f"{DESK}<int:number>/gop-vao/<int:into>/", triage.join, name="join"),
    path(f"{DESK}<int:number>/khac/<int:other>/", triage.part, name="part"),
    path(f"{DESK}<int:number>/giu/", triage.keep_open, name="hold"),
    path(f"{DESK}<int:number>/tach/<int:key>/", splitting.cut, name="split"),
    path(f"{DESK}hoan-tac/<int:step>/", triage.take_back, name="undo"),
]
