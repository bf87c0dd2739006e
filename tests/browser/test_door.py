"""The door without network: codes go on being read, nothing is lost, conflicts are told."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_every_state import DESK

DOOR = f"{DESK}/dai-bieu/don-tiep/"


def test_the_door_goes_on_without_network_and_sends_later(windows):
    page = windows.official("phunu.tg")
    code, name = newcomer(page, "Trần Thị Mất Mạng")
    open_with_list(page)
    page.context.set_offline(True)
    scan(page, code)

    expect(page.locator(".door-name")).to_have_text(name)
    expect(page.locator(".door-state")).to_have_text("Đã ghi vào cửa")
    expect(page.locator(".door-network")).to_contain_text("Mất mạng")
    expect(page.locator(".door-network")).to_contain_text("1 lượt chờ gửi")
    page.context.set_offline(False)
    expect(page.locator(".door-network")).not_to_contain_text("chờ gửi")
    expect(page.locator(".door-last")).to_contain_text(name)

    page.goto(f"{DOOR}?tim={code}")
    expect(page.locator(".door-found")).to_contain_text("Đã vào")


def test_scans_outlive_the_page_that_made_them(windows):
    page = windows.official("phunu.tg")
    code, name = newcomer(page, "Ngô Văn Tắt Máy")
    open_with_list(page)
    page.context.set_offline(True)
    scan(page, code)
    expect(page.locator(".door-network")).to_contain_text("1 lượt chờ gửi")
    page.goto("about:blank")
    page.context.set_offline(False)

    page.goto(DOOR)
    expect(page.locator(".door-last")).to_contain_text(name)
    expect(page.locator(".door-network")).not_to_contain_text("chờ gửi")


def test_a_person_read_at_two_doors_is_told_as_a_conflict(windows):
    one, other = windows.official("phunu.tg"), windows.official("vanphong.tg")
    code, name = newcomer(one, "Lê Thị Hai Cửa")
    open_with_list(one)
    one.context.set_offline(True)
    scan(one, code)
    expect(one.locator(".door-network")).to_contain_text("1 lượt chờ gửi")

    open_with_list(other)
    scan(other, code)
    expect(other.locator(".door-last")).to_contain_text(name)
    one.context.set_offline(False)
    expect(one.locator(".door-conflicts")).to_contain_text(f"{name} đã vào lúc")
    expect(one.locator(".door-state")).to_have_text("Đã vào từ trước")
    one.get_by_role("button", name="Đã xem, bỏ khỏi bảng").click()
    expect(one.locator(".door-conflicts")).to_be_hidden()


def test_names_are_found_in_the_kept_list_without_network(windows):
    page = windows.official("phunu.tg")
    _, name = newcomer(page, "Đặng Thị Ưởng Xa")
    open_with_list(page)
    page.context.set_offline(True)
    expect(page.locator(".door-network")).to_contain_text("Mất mạng")
    scan(page, "dang thi uong xa")
    page.get_by_role("button", name="Ghi vào cửa").last.click()
    expect(page.locator(".door-name")).to_have_text(name)

    page.context.set_offline(False)
    expect(page.locator(".door-network")).not_to_contain_text("chờ gửi")


def test_an_entrance_read_by_the_script_can_be_taken_back(windows):
    page = windows.official("phunu.tg")
    code, name = newcomer(page, "Phạm Văn Nhầm")
    open_with_list(page)
    scan(page, code)
    row = page.locator(".door-last li", has_text=name)
    row.get_by_role("button").click()

    expect(page.get_by_role("status").first).to_contain_text("Đã hoàn tác")


def newcomer(page: Page, name: str) -> tuple[str, str]:
    """Somebody on the list who has not come: written in at the door, the entrance taken back."""
    page.goto(f"{DOOR}khach/")
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Nơi công tác, nơi ở").fill("Xã Tân Phú")
    page.get_by_role("button", name="Ghi vào cửa").click()
    page.get_by_role("button", name="Hoàn tác lượt này").click()
    expect(page.locator(".door-state")).to_have_text("Chưa vào")
    people = page.request.get(f"{DOOR}danh-sach/").json()["people"]
    return next(code for code, (called, _) in people.items() if called == name), name


def open_with_list(page: Page) -> None:
    """The door with the list of codes on the device."""
    page.goto(DOOR)
    expect(page.locator(".door-network")).to_have_text(re.compile(r"Danh sách \d+ người"))


def scan(page: Page, code: str) -> None:
    """What a hand scanner does: types and presses Enter."""
    page.get_by_label("Mã đại biểu hoặc họ tên").fill(code)
    page.keyboard.press("Enter")
