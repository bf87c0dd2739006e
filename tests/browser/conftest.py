"""A running demonstration and a real Chromium; every window watches what a page must never do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.demonstration import served_demonstration, start_chromium
from tests.browser.windows import Windows


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything of this folder needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the two sample conferences are served; nothing of the developer's own data."""
    with served_demonstration(tmp_path_factory.mktemp("var")) as served:
        yield served


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
