"""Addresses of the programme room."""

from django.urls import path

from doithoai.web.programme import agenda, honours, preparing, scripting, speaking

DAY = "hoi-nghi/<slug:slug>/chuong-trinh/"
SCRIPT = "hoi-nghi/<slug:slug>/kich-ban/"
app_name = "programme"
urlpatterns = [
    path(DAY, agenda.programme, name="programme"),
    path(f"{DAY}lap-mau/", agenda.lay_usual, name="lay_usual"),
    path(f"{DAY}phat-hanh/", agenda.release, name="release"),
    path(f"{DAY}muc/them/", agenda.add_item, name="add_item"),
    path(f"{DAY}muc/<int:pk>/", agenda.item, name="item"),
    path(f"{DAY}muc/<int:pk>/chuyen-cho/", agenda.move_item, name="move_item"),
    path(f"{DAY}muc/<int:pk>/bo/", agenda.remove_item, name="remove_item"),
    path(f"{DAY}chuan-bi/", preparing.preparations, name="preparations"),
    path(f"{DAY}chuan-bi/nhan/", preparing.take_up, name="take_preparations"),
    path(f"{DAY}chuan-bi/them/", preparing.add, name="add_preparation"),
    path(f"{DAY}chuan-bi/<int:pk>/", preparing.preparation, name="preparation"),
    path(f"{DAY}khen-thuong/", honours.awards, name="awards"),
    path(f"{DAY}khen-thuong/them/", honours.add, name="add_award"),
    path(f"{DAY}khen-thuong/<int:pk>/", honours.award, name="award"),
    path(f"{DAY}khen-thuong/<int:pk>/chuyen-cho/", honours.move, name="move_award"),
    path(f"{DAY}phat-bieu/", speaking.speeches, name="speeches"),
    path(f"{DAY}phat-bieu/nhan/", speaking.take_up, name="take_speeches"),
    path(f"{DAY}phat-bieu/them/", speaking.add, name="add_speech"),
    path(f"{DAY}phat-bieu/<int:pk>/", speaking.speech, name="speech"),
    path(f"{DAY}phat-bieu/<int:pk>/giao/", speaking.assign, name="assign_speech"),
    path(SCRIPT, scripting.script, name="script"),
    path(f"{SCRIPT}doc/", scripting.reading, name="reading"),
    path(f"{SCRIPT}soan/", scripting.compose, name="compose"),
    path(f"{SCRIPT}phat-hanh/", scripting.release, name="release_script"),
    path(f"{SCRIPT}loi-dan/them/", scripting.add_cue, name="add_cue"),
    path(f"{SCRIPT}loi-dan/<int:pk>/", scripting.cue, name="cue"),
    path(f"{SCRIPT}loi-dan/<int:pk>/chuyen-cho/", scripting.move_cue, name="move_cue"),
    path(f"{SCRIPT}loi-dan/<int:pk>/bo/", scripting.drop_cue, name="drop_cue"),
    path(f"{SCRIPT}loi-dan/<int:pk>/lay-lai/", scripting.restore_cue, name="restore_cue"),
]
