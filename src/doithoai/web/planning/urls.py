"""Addresses of planning."""

from django.urls import path

from doithoai.web.planning.views import (
    difficulties,
    plan,
    publicity,
    review,
    sections,
    tasks,
    uploads,
)

app_name = "planning"
urlpatterns = [
    path("ke-hoach/nap/", uploads.upload, name="upload"),
    path("ke-hoach/moi/", uploads.by_hand, name="by_hand"),
    path("ke-hoach/<int:pk>/", review.review, name="review"),
    path("ke-hoach/<int:pk>/xac-nhan/", review.confirm, name="confirm"),
    path("ke-hoach/<int:pk>/canh-bao/<int:index>/", review.settle, name="settle"),
    path("ke-hoach/<int:pk>/mo/", review.open_reading, name="open"),
    path("ke-hoach/<int:pk>/bo/", review.discard, name="discard"),
    path("ke-hoach/<int:pk>/tep/", review.source_file, name="source_file"),
    path("ke-hoach/<int:pk>/phan/roles/", sections.roles, name="roles"),
    path("ke-hoach/<int:pk>/phan/<str:section>/", sections.section, name="section"),
    path("hoi-nghi/<slug:slug>/ke-hoach/", plan.plan, name="plan"),
    path("hoi-nghi/<slug:slug>/ke-hoach/ban-hanh/", plan.issue_plan, name="issue"),
    path("hoi-nghi/<slug:slug>/ke-hoach/ngay/", plan.day, name="day"),
    path("hoi-nghi/<slug:slug>/ke-hoach/nhan-cau-hoi/", plan.window, name="window"),
    path("hoi-nghi/<slug:slug>/ke-hoach/moc/", plan.milestone, name="milestone"),
    path("hoi-nghi/<slug:slug>/tin-bai/", publicity.news, name="news"),
    path("hoi-nghi/<slug:slug>/tin-bai/soan/", publicity.write, name="write_news"),
    path("hoi-nghi/<slug:slug>/tin-bai/<int:pk>/", publicity.announcement, name="announcement"),
    path("hoi-nghi/<slug:slug>/vuong-mac/", difficulties.difficulties, name="difficulties"),
    path("hoi-nghi/<slug:slug>/vuong-mac/<int:pk>/", difficulties.difficulty, name="difficulty"),
    path("hoi-nghi/<slug:slug>/hoi-nghi-cap-duoi/", difficulties.lower_levels, name="lower_levels"),
    path("hoi-nghi/<slug:slug>/nhiem-vu/", tasks.tasks, name="tasks"),
    path("hoi-nghi/<slug:slug>/nhiem-vu/<int:position>/", tasks.task, name="task"),
]
