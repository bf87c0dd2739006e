"""Addresses of the conclusions room, for officials and for everyone."""

from django.urls import path

from doithoai.web.conclusions import commitments, notice, public, reporting, solved

CONFERENCE = "hoi-nghi/<slug:slug>"
app_name = "conclusions"
urlpatterns = [
    path(f"{CONFERENCE}/ket-luan/", notice.notice, name="notice"),
    path(f"{CONFERENCE}/ket-luan/soan/", notice.begin, name="begin"),
    path(f"{CONFERENCE}/ket-luan/muc/them/", notice.add_item, name="add_item"),
    path(f"{CONFERENCE}/ket-luan/muc/<int:pk>/", notice.item, name="item"),
    path(f"{CONFERENCE}/cam-ket/", commitments.commitments, name="commitments"),
    path(f"{CONFERENCE}/cam-ket/them/", commitments.add, name="add"),
    path(f"{CONFERENCE}/cam-ket/bao-cao/", reporting.report, name="report"),
    path(f"{CONFERENCE}/cam-ket/lan-truoc/", reporting.carry, name="carry"),
    path(f"{CONFERENCE}/cam-ket/<int:number>/", commitments.commitment, name="commitment"),
    path(f"{CONFERENCE}/cam-ket/<int:number>/tep/<int:pk>/", commitments.evidence, name="evidence"),
    path("cong/<slug:slug>/ket-luan/", public.notice, name="public_notice"),
    path("cong/<slug:slug>/cam-ket/", public.commitments, name="public_commitments"),
    path("cong/<slug:slug>/cam-ket/du-lieu.csv", public.commitments_csv, name="csv"),
    path("cong/<slug:slug>/cam-ket/du-lieu.json", public.commitments_json, name="json"),
    path("cong/<slug:slug>/cam-ket/<int:number>/", public.commitment, name="public_commitment"),
    path("tra-cuu/<str:code>/da-giai-quyet/", solved.solved, name="solved"),
]
