"""The standard catalogue that ships as data: places, agencies of a province, holidays."""

import json
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@cache
def catalogue(name: str) -> Any:
    """One data file of `directory/data`, e.g. `catalogue("places")`."""
    text = resources.files("doithoai.directory").joinpath("data", f"{name}.json").read_text("utf-8")
    return json.loads(text)


def day_or_none(text: str | None) -> date | None:
    """An ISO day of the data files."""
    return date.fromisoformat(text) if text else None
