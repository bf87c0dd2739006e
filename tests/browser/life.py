"""One province's house through the year: served on one day after another, chapters in between."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.demonstration import environment_of, run, served
from tests.browser.windows import Windows

ROOT = Path(__file__).parents[2]


class Life:
    """The house of one plan (`tests/journeys/<plan>.py`) and the windows open on it."""

    def __init__(self, plan: str, first_day: str, chromium: Browser, var: Path) -> None:
        """In a house made ready, on its first day: the province's agencies and their people."""
        self.windows: Windows
        self._plan, self._first_day = plan, first_day
        self._chromium, self._var = chromium, var
        self._keys: dict[str, int] = {}
        self.play()

    def play(self, *chapters: str) -> None:
        """What everyone else does, by the same actions the pages call."""
        command = [sys.executable, "-m", "tests.browser.meanwhile", self._plan, *chapters]
        self._keys = json.loads(run(command, self._environment(self._first_day)))

    @contextmanager
    def on(self, day: str) -> Iterator[Windows]:
        """The house served on that day; nothing forbidden may happen in any window."""
        with served(self._environment(day)) as address:
            self.windows = Windows(self._chromium, address)
            yield self.windows
            self.windows.close()
            assert self.windows.faults == []

    def desk(self, agency: str, right: str = "drafter") -> Page:
        """A window of the agency's person of that right, signed in."""
        return self.windows.official(f"{right}-{self._keys[agency]}")

    def _environment(self, day: str) -> dict[str, str]:
        environment = environment_of(self._var, day)
        found = os.pathsep.join([str(ROOT), environment.get("PYTHONPATH", "")])
        return environment | {
            "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
            "PYTHONPATH": found,
        }
