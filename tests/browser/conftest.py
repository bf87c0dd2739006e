"""A running demonstration and a real Chromium; every window watches what a page must never do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.demonstration import COMMAND, environment_of, run, served, start_chromium
from tests.browser.laid import DAY, laid_together
from tests.browser.windows import Windows
from tests.database import kept_in


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything of this folder needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def for_all(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder that the workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


@pytest.fixture(scope="session")
def prepared(for_all: Path, request: pytest.FixtureRequest) -> Path:
    """A house made ready without anything in it; migrated by the tests before these, if any."""
    migrated = kept_in(request.config.cache.mkdir("migrated"))

    def lay(var: Path) -> None:
        if migrated.exists():
            shutil.copy(migrated, var / "doithoai.sqlite3")
        run([COMMAND, "prepare"], environment_of(var, DAY))

    return laid_together(for_all / "prepared", lay)


@pytest.fixture(scope="session")
def loaded(for_all: Path, prepared: Path) -> Path:
    """A house with the two sample conferences; nothing of the developer's own data."""

    def lay(var: Path) -> None:
        shutil.copytree(prepared, var, dirs_exist_ok=True)
        run([COMMAND, "load-samples"], environment_of(var, DAY))

    return laid_together(for_all / "loaded", lay)


@pytest.fixture(scope="session")
def address(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a copy of the two sample conferences is served."""
    var = tmp_path_factory.mktemp("var")
    shutil.copytree(loaded, var, dirs_exist_ok=True)
    with served(environment_of(var, DAY)) as where:
        yield where


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium a file of tests; Playwright's loop must not outlive them."""
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def windows(chromium: Browser, address: str) -> Iterator[Windows]:
    """Windows of this test; at its end nothing forbidden may have happened in any of them."""
    opened = Windows(chromium, address)
    yield opened
    opened.close()
    assert opened.faults == []
