"""Addresses of the citizens' portal."""

from django.urls import path

from doithoai.web.public import (
    asking,
    correcting,
    following,
    news,
    own_data,
    points,
    searching,
    supporting,
    views,
)

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("cong/<slug:slug>/", views.conference, name="conference"),
    path("cong/<slug:slug>/gui-cau-hoi/", asking.ask, name="ask"),
    path("cong/<slug:slug>/diem/<str:code>/", points.point, name="point"),
    path("cong/<slug:slug>/gui-cau-hoi/giong/", supporting.like, name="like"),
    path("cong/<slug:slug>/cung-hoi/<int:number>/", supporting.join, name="join"),
    path("cong/<slug:slug>/da-gui/<str:code>/", following.receipt, name="receipt"),
    path("cong/<slug:slug>/tra-loi/", views.answers, name="answers"),
    path("cong/<slug:slug>/tra-loi/<int:number>/", views.answer, name="answer"),
    path("cong/<slug:slug>/ke-hoach/", views.plan, name="plan"),
    path("cong/<slug:slug>/tin/", news.news, name="news"),
    path("cong/<slug:slug>/tin/<int:pk>/", news.news_item, name="news_item"),
    path("cong/<slug:slug>/bao-chi/", news.press, name="press"),
    path(
        "cong/<slug:slug>/bao-chi/tai-lieu-bao-chi.<str:ending>",
        news.press_file,
        name="press_file",
    ),
    path("tim-kiem/", searching.search, name="search"),
    path("tra-cuu/", following.track, name="track"),
    path("tra-cuu/<str:code>/", following.tracking, name="tracking"),
    path("tra-cuu/<str:code>/sua/", correcting.correcting, name="correct"),
    path("tra-cuu/<str:code>/rut/", correcting.withdrawing, name="withdraw"),
    path("tra-cuu/<str:code>/du-lieu/", own_data.own, name="own_data"),
    path("tra-cuu/<str:code>/du-lieu/ban-sao/", own_data.copy, name="own_copy"),
    path("du-lieu-ca-nhan/", views.privacy, name="privacy"),
    path("du-lieu-ca-nhan/<slug:version>/", views.notice, name="notice"),
]
