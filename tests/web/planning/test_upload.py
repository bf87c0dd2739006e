"""A plan comes in from its file or by hand."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import doithoai.lifecycle
from doithoai.directory.models import AgencyKind, Right
from doithoai.planning.models import PlanReading
from tests.builders import an_agency, an_official

pytestmark = pytest.mark.django_db

SAMPLE = Path(doithoai.lifecycle.__file__).parent / "samples" / "cao-bang-2022.txt"
UPLOAD, BY_HAND = "/ke-hoach/nap/", "/ke-hoach/moi/"


def sent(client, data, name="ke-hoach.txt"):
    return client.post(UPLOAD, {"plan": SimpleUploadedFile(name, data)})


@pytest.fixture
def official(client):
    by = an_official()
    client.force_login(by)
    return by


def test_a_plan_is_read_and_waits_for_review(client, official):
    answer = sent(client, SAMPLE.read_bytes())
    reading = PlanReading.objects.get()

    assert answer.url == reverse("planning:review", args=[reading.pk])
    assert reading.created_by == official
    assert bytes(reading.file) == SAMPLE.read_bytes()
    assert len(reading.facts["tasks"]) > 5


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Tệp vừa chọn không có nội dung"),
        (b"MZ\x90\x00" + b"\x00" * 200, "ệp"),
        ("Công thức nấu phở bò: hầm xương tám giờ, thả bánh.".encode(), "kế hoạch"),
    ],
)
def test_a_file_that_is_no_plan_is_said_at_the_field(client, official, data, words):
    answer = sent(client, data)

    assert answer.status_code == 200
    assert words in answer.context["form"].errors["plan"][0]
    assert "<title>Lỗi:" in answer.content.decode()
    assert not PlanReading.objects.exists()


def test_without_a_file_the_field_asks_for_one(client, official):
    answer = client.post(UPLOAD)

    assert answer.context["form"].errors["plan"] == ["Chọn tệp kế hoạch."]


def test_by_hand_begins_with_three_facts_and_the_same_page(client, official):
    answer = client.post(BY_HAND, {"title": "Đối thoại", "audience": "nông dân", "year": "2026"})
    reading = PlanReading.objects.get()

    assert answer.url == reverse("planning:review", args=[reading.pk])
    assert (reading.facts["title"], reading.facts["year"], reading.lines) == ("Đối thoại", 2026, [])
    assert client.get(answer.url).status_code == 200


def test_by_hand_keeps_what_was_typed(client, official):
    answer = client.post(BY_HAND, {"title": "Đối thoại", "audience": "", "year": "hai nghìn"})

    assert set(answer.context["form"].errors) == {"audience", "year"}
    assert "hai nghìn" in answer.content.decode()


@pytest.mark.parametrize("address", [UPLOAD, BY_HAND])
def test_those_who_only_read_may_not_begin(client, address):
    client.force_login(an_official(right=Right.READER))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [UPLOAD, BY_HAND])
def test_an_agency_that_organises_nothing_may_not_begin(client, address):
    client.force_login(an_official(an_agency("Báo Ấp Bắc", kind=AgencyKind.PRESS)))
    assert client.get(address).status_code == 403


def test_without_signing_in_nobody_loads_a_plan(client):
    assert client.get(UPLOAD).url.startswith("/dang-nhap/")
