"""Every kind of work that waits or is owed leads to a page that exists."""

import pytest
from django.urls import reverse

from doithoai.lifecycle.duties import KINDS
from doithoai.web.waiting import PAGES


@pytest.mark.parametrize("key", PAGES)
def test_every_kind_of_waiting_work_has_its_page(key):
    assert reverse(PAGES[key][0], args=["mot-hoi-nghi"]).startswith("/hoi-nghi/mot-hoi-nghi/")


def test_every_kind_of_duty_has_its_page():
    assert {page for _, page in KINDS.values()} <= set(PAGES)
