"""The shipped phrases leave the directory; what an official typed stays."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from doithoai.directory.models import Agency
from tests.builders import an_agency

pytestmark = pytest.mark.django_db
MOVING = import_module("doithoai.directory.migrations.0002_own_phrases")
GIVEN = [{"text": "trạm y tế", "weight": 1.5}]
APPS = SimpleNamespace(get_model=lambda room, name: Agency)


def with_phrases(monkeypatch, shipped):
    agency = an_agency("Sở Y tế")
    agency.phrases = GIVEN
    agency.save()
    monkeypatch.setattr(MOVING, "SHIPPED", {agency.key: MOVING.digest(shipped)})
    MOVING.forget_shipped(APPS, None)
    agency.refresh_from_db()
    return agency.phrases


def test_phrases_as_they_shipped_are_forgotten(monkeypatch):
    assert with_phrases(monkeypatch, GIVEN) == []


def test_phrases_that_an_official_changed_stay(monkeypatch):
    assert with_phrases(monkeypatch, [*GIVEN, {"text": "bệnh viện", "weight": 2.0}]) == GIVEN
