"""Every page any role reaches by its links: axe finds nothing, nothing scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.looking import faults_of, links_of, name_of
from tests.browser.test_collecting import LAID_OPEN
from tests.browser.test_hall import SEEN_IN_THE_HALL
from tests.browser.test_sending import BEHIND_A_CODE
from tests.browser.test_whole_life import SEEN_ON_THE_WAY
from tests.browser.windows import LAPTOP, Windows
from tests.web.tables import OPEN_TO_ALL, PAGE_TABLE

PLAN = Path(__file__).parents[2] / "src/doithoai/lifecycle/samples/cao-bang-2022.txt"

PEOPLE = (
    *("", "phunu.tg", "vanphong.duyet.tg", "chutich.tg", "nongnghiep.tg", "mattran.tg"),
    *("vanphong.cb", "quantri"),
)
SENT_ONLY = {name for name, (_, row) in PAGE_TABLE.items() if row["administrator"] == "405"}
FILES = {
    *("planning:source_file", "budget:paper", "delegates:door_codes", "delegates:calendar"),
    *("delegates:template", "delegates:door_code", "conclusions:evidence", "public:press_file"),
    *("documents:file", "documents:issued_file", "conclusions:csv", "conclusions:json"),
    *("questions:list_template", "questions:compiled_sheet", "questions:batch_file"),
}
BEHIND_A_FORM = {
    "account_logout",
    "planning:issue",
    "public:receipt",
    "public:tracking",
    *BEHIND_A_CODE,
    *LAID_OPEN,
    "questions:bulk",
    "delegates:instead",
}
CITIZENS_BEGIN = (
    *("/dang-nhap/", "/thanh-phan/"),
    *(f"/cong/cao-bang-cong-nhan-vien-chuc-2022/{room}/" for room in ("ket-luan", "cam-ket")),
)
PARTS = "(all) => [...new Set(all.map((one) => `${one.tagName}.${one.className}`))]"


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    """The kinds of elements already looked at, by the name of the page."""
    return {}


@pytest.mark.parametrize("username", PEOPLE, ids=lambda name: name or "anonymous")
def test_nothing_is_wrong_with_any_page_a_person_reaches(username, windows, known):
    page = at_the_start(windows, username)
    faults = []
    for name in pages_from(page, is_official=bool(username)):
        parts = set(page.locator("body *").evaluate_all(PARTS))
        if not parts <= known.get(name, set()):
            faults += faults_of(page, themes=name not in known)
        known[name] = known.get(name, set()) | parts

    assert faults == []


def at_the_start(windows: Windows, username: str) -> Page:
    """Signed in, or as a citizen; one office has read a note, one has a plan to review."""
    if not username:
        page = windows.visitor()
        page.goto("/")
        return page
    page = windows.official(username)
    if username == "vanphong.duyet.tg":
        page.goto("/tin-nhan/")
        page.locator(".note-open").first.click()
        page.goto("/ban-viec/")
    if username == "vanphong.cb":
        load_a_plan(page)
        page.goto("/ban-viec/")
    return page


def load_a_plan(page: Page) -> None:
    """The sample plan of Cao Bằng, read anew and waiting for review."""
    page.goto("/ke-hoach/nap/")
    page.get_by_label("Tệp kế hoạch").set_input_files(PLAN)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    page.wait_for_url("**/ke-hoach/*/")


def pages_from(page: Page, *, is_official: bool) -> Iterator[str]:
    """Open one page of every name that links lead to, beginning with the page that is open.

    A file is fetched, once a name and an ending, instead of opened."""
    waiting = [page.url, *(() if is_official else CITIZENS_BEGIN)]
    done = set(OPEN_TO_ALL if is_official else ())
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        file = file_of(name, address)
        if (file or name) in done:
            continue
        done.add(file or name)
        if file:
            assert page.request.get(address).ok, address
            continue
        page.set_viewport_size(LAPTOP)
        page.goto(address)
        waiting += links_of(page)
        yield name


def file_of(name: str, address: str) -> str:
    """The name and the ending of the file the address gives; empty for a page."""
    ending = Path(urlsplit(address).path).suffix or (".xlsx" if "xlsx=" in address else "")
    return f"{name}{ending}" if ending or name in FILES else ""


def test_no_page_was_left_out(known):
    expected = set(PAGE_TABLE) - SENT_ONLY - FILES - BEHIND_A_FORM
    expected -= SEEN_IN_THE_HALL | SEEN_ON_THE_WAY

    assert sorted(expected - set(known)) == []
