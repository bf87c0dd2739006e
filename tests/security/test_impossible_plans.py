"""Days, months and counts of rows no plan has: refused in words, never a 500."""

from datetime import date

import pytest
from django import forms
from django.urls import reverse

from doithoai.lifecycle.opening import start_by_hand
from doithoai.web.fields import DayField, IsoDayField, MonthField
from tests.builders import a_conference, an_official


@pytest.mark.parametrize("typed", ["1/1/0001", "31/12/9999", "31/12/1944"])
@pytest.mark.parametrize("field", [DayField, IsoDayField])
def test_a_day_is_in_a_year_plans_speak_of(field, typed):
    with pytest.raises(forms.ValidationError):
        field().clean(typed)


def test_days_at_both_ends_are_taken():
    assert DayField().clean("1/1/1945") == date(1945, 1, 1)
    assert IsoDayField().clean("31/12/2100") == "2100-12-31"


@pytest.mark.parametrize("typed", ["10/0000", "tháng 1/9999"])
def test_a_month_is_in_a_year_plans_speak_of(typed):
    with pytest.raises(forms.ValidationError, match="năm"):
        MonthField().clean(typed)


@pytest.mark.django_db
@pytest.mark.parametrize("deed", ["luu", "them", f"chen-{'9' * 5000}", f"bo-{'9' * 5000}"])
def test_rows_beyond_counting_draw_the_form_anew(client, deed):
    office = an_official(a_conference().office)
    reading = start_by_hand(title="Đối thoại", audience="nông dân", year=2024, by=office)
    client.force_login(office)
    address = reverse("planning:section", args=[reading.pk, "tasks"])
    typed = {"rows_typed": "9" * 5000 if deed == "luu" else "1", "version": "0", "viec": deed}

    assert client.post(address, typed).status_code in {200, 302}


@pytest.mark.django_db
def test_an_impossible_agency_in_an_address_narrows_nothing(client):
    conference = a_conference()
    client.force_login(an_official(conference.office))

    page = client.get(reverse("planning:tasks", args=[conference.slug]), {"co-quan": "9" * 40})

    assert page.status_code == 200


@pytest.mark.django_db
def test_the_day_of_a_conference_at_the_end_of_time_is_refused_in_words(client):
    conference = a_conference()
    client.force_login(an_official(conference.office))
    typed = {"held_on": "31/12/9999", "venue": "Hội trường", "version": "0"}

    page = client.post(reverse("planning:day", args=[conference.slug]), typed)

    assert "Xem lại năm" in page.text
