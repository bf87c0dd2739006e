"""Addresses of delegates."""

from django.urls import path

from doithoai.web.delegates import inviting, lines, nominating, people, quotas, replying
from doithoai.web.delegates.hall_urls import hall_urlpatterns

ROOM = "hoi-nghi/<slug:slug>/dai-bieu/"

app_name = "delegates"
urlpatterns = [
    path(ROOM, quotas.quotas, name="quotas"),
    path(f"{ROOM}dong/them/", lines.add_line, name="add_line"),
    path(f"{ROOM}dong/<int:pk>/", lines.line, name="line"),
    path(f"{ROOM}dong/<int:pk>/xoa/", lines.remove_line, name="remove_line"),
    path(f"{ROOM}phan-bo/<int:pk>/", quotas.allocation, name="allocation"),
    path(f"{ROOM}phan-bo/<int:pk>/bo/", quotas.take_back, name="take_back"),
    path(f"{ROOM}cu/", nominating.nominate, name="nominate"),
    path(f"{ROOM}cu/<int:pk>/", nominating.nominations, name="nominations"),
    path(f"{ROOM}nhap-excel/<int:pk>/", nominating.upload, name="upload"),
    path(f"{ROOM}nhap-excel/<int:pk>/mau/", nominating.template, name="template"),
    path(f"{ROOM}nhap-excel/<int:pk>/ghi/", nominating.commit, name="commit"),
    path(f"{ROOM}danh-sach/", people.delegates, name="delegates"),
    path(f"{ROOM}danh-sach/chap-thuan/", people.accept, name="accept"),
    path(f"{ROOM}danh-sach/lien-he/", people.contacts_sheet, name="contacts_sheet"),
    path(f"{ROOM}them/", people.add, name="add"),
    path(f"{ROOM}<int:pk>/", people.delegate, name="delegate"),
    path(f"{ROOM}<int:pk>/lien-he/", people.contacts, name="contacts"),
    path(f"{ROOM}giay-moi/", inviting.invitations, name="invitations"),
    path(f"{ROOM}giay-moi/chuan-bi/", inviting.prepare, name="prepare"),
    path(f"{ROOM}giay-moi/gui/", inviting.send, name="send"),
    path(f"{ROOM}giay-moi/co-quan-giu-cau-hoi/", inviting.ask_agencies, name="ask_agencies"),
    path(f"{ROOM}giay-moi/<int:pk>/tra-loi/", inviting.note_reply, name="note_reply"),
    path("giay-moi/<uuid:token>/", replying.reply, name="reply"),
    path("giay-moi/<uuid:token>/ma.svg", replying.door_code, name="door_code"),
    path("giay-moi/<uuid:token>/lich.ics", replying.calendar, name="calendar"),
    *hall_urlpatterns,
]
