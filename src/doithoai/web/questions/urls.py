"""Addresses of the questions room."""

from django.urls import path

from doithoai.web.questions import (
    attachments,
    bulk,
    calling,
    choosing,
    collecting_urls,
    data_requests,
    entering,
    figures,
    hall,
    letters,
    lexicon,
    outcomes,
    search,
    sending,
    triage_urls,
    views,
)

app_name = "questions"
urlpatterns = [
    path("tim-cau-hoi/", search.search, name="search"),
    path("tu-dien/", lexicon.lexicon, name="lexicon"),
    path("tu-dien/<int:pk>/", lexicon.switch, name="switch_entry"),
    path("hoi-nghi/<slug:slug>/cau-hoi/", views.questions, name="questions"),
    path("hoi-nghi/<slug:slug>/cau-hoi/nhieu-cau/", bulk.bulk, name="bulk"),
    path("hoi-nghi/<slug:slug>/cau-hoi/nhap/", entering.enter, name="enter"),
    *collecting_urls.urlpatterns,
    *triage_urls.urlpatterns,
    path("hoi-nghi/<slug:slug>/cau-hoi/hoi-truong/", hall.hall, name="hall"),
    path("hoi-nghi/<slug:slug>/cau-hoi/chon-hoi-truong/", choosing.choose, name="choose"),
    path("hoi-nghi/<slug:slug>/cau-hoi/so-lieu/", figures.figures, name="figures"),
    path("hoi-nghi/<slug:slug>/cau-hoi/khong-bo-sot/", outcomes.outcomes, name="outcomes"),
    path("hoi-nghi/<slug:slug>/cau-hoi/can-goi-dien/", calling.calls, name="calls"),
    path("hoi-nghi/<slug:slug>/cau-hoi/gui-van-phong/", sending.batches, name="batches"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/gui-van-phong/tong-hop.xlsx",
        sending.compiled_sheet,
        name="compiled_sheet",
    ),
    path("hoi-nghi/<slug:slug>/cau-hoi/gui-van-phong/<int:number>/", sending.batch, name="batch"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/gui-van-phong/<int:number>/tong-hop.<slug:ending>",
        sending.batch_file,
        name="batch_file",
    ),
    path("hoi-nghi/<slug:slug>/cau-hoi/hoi-truong/dua-ra/", hall.fill, name="fill_hall"),
    path("hoi-nghi/<slug:slug>/cau-hoi/don-thu/", letters.letters, name="letters"),
    path("hoi-nghi/<slug:slug>/cau-hoi/don-thu/nguoi-giu/", letters.keepers, name="keepers"),
    path("hoi-nghi/<slug:slug>/cau-hoi/don-thu/<int:number>/", letters.letter, name="letter"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/don-thu/<int:number>/rut-lai/",
        letters.call_back,
        name="call_back",
    ),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/chuyen-don/", letters.confirm, name="pass_on"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/du-lieu-ca-nhan/",
        data_requests.data_requests,
        name="data_requests",
    ),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/du-lieu-ca-nhan/<int:pk>/",
        data_requests.data_request,
        name="data_request",
    ),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/rut/", hall.drop, name="drop_from_hall"),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/", views.question, name="question"),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/tep/", attachments.attachment, name="file"),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/nguoi-gui/", views.sender, name="sender"),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/nguoi-gui/xoa/", views.forget, name="forget"),
]
