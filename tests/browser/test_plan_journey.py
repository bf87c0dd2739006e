"""A plan's whole way on the pages: from its file to a conference with tasks, seats, programme."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src/doithoai/lifecycle/samples/cao-bang-2022.txt"
SEEDS = ROOT.parent / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans are not here")


def test_our_own_sample_becomes_a_conference(windows):
    walk(windows.official("vanphong.cb"), SAMPLE)


@needs_seeds
def test_a_real_plan_becomes_a_conference(windows):
    walk(windows.official("vanphong.cb"), next(SEEDS.glob("003*.txt")))


def walk(page: Page, plan: Path) -> None:
    """From the file to rooms that hold what it says."""
    expect_rooms(page, from_file_to_conference(page, plan))


def from_file_to_conference(page: Page, plan: Path) -> str:
    """Load, look at every warning, confirm every part, say who does what, open.

    Gives the address of the conference.
    """
    load(page, plan)
    settle_warnings(page)
    confirm_sections(page)
    assign_roles(page)
    return open_conference(page)


def load(page: Page, plan: Path) -> None:
    """From the desk's own way in to the review page."""
    page.goto("/hoi-nghi/")
    page.get_by_role("link", name="Nạp kế hoạch").click()
    page.get_by_label("Tệp kế hoạch").set_input_files(plan)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".source")).to_contain_text("KẾ HOẠCH")


def settle_warnings(page: Page) -> None:
    """Every warning is answered; none is left open."""
    press_all(page, page.get_by_role("button", name="Giữ nguyên như kế hoạch"))


def confirm_sections(page: Page) -> None:
    """First all parts without warnings at once, then the others one by one."""
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile(r"^Xác nhận \d+ phần")).click()
    one = page.locator("[data-section]").get_by_role("button", name=re.compile("^Xác nhận"))
    press_all(page, one.filter(has_not_text="Vai trò"))


def press_all(page: Page, buttons: Locator) -> None:
    """Each press loads the page anew, with one button less."""
    while buttons.count():
        with page.expect_navigation():
            buttons.first.click()


def assign_roles(page: Page) -> None:
    """The proposed agencies are kept."""
    page.get_by_role("link", name=re.compile("phần Vai trò")).click()
    expect(page.get_by_label("Cơ quan chủ trì tổ chức")).not_to_have_value("")
    page.get_by_role("button", name=re.compile("Lưu")).last.click()
    expect(page.locator("#phan-roles")).to_contain_text("Đã xác nhận")


def open_conference(page: Page) -> str:
    """The dialog asks; then the conference stands. Gives the address of its overview."""
    page.get_by_role("button", name="Mở hội nghị").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Mở hội nghị").click()
    expect(page.get_by_text("Đã mở hội nghị")).to_be_visible()
    return page.url


def expect_rooms(page: Page, home: str) -> None:
    """What the plan says stands in the rooms."""
    for room, words in (
        ("nhiem-vu", "Liên đoàn lao động"),
        ("dai-bieu", "450"),
        ("chuong-trinh", "khai mạc"),
    ):
        page.goto(f"{home}{room}/")
        expect(page.locator("main")).to_contain_text(words, ignore_case=True)
