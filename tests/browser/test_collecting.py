"""Slips typed one after the other without the mouse; a list from its file to its receipts."""

import io
import re

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.looking import faults_of
from tests.browser.test_every_state import DESK
from tests.browser.windows import sign_in

SAVE = "Control+Enter"
WORKING = 60_000
LAID_OPEN = {
    *("public:point", "questions:fix_typing", "questions:letter", "questions:list"),
    *("questions:parted", "questions:points_sheet"),
}
"""Pages no link leads to before somebody has gathered, or passed a letter on; looked at here."""

PARTED = f"{DESK}/cau-hoi/bang-nhom/khac-nhau/"


def test_slips_are_typed_one_after_the_other_by_keyboard_alone(windows):
    page = windows.official("phunu.tg")
    page.goto(f"{DESK}/cau-hoi/nhap/")
    page.keyboard.type("Khi nào huyện sửa cầu Kinh Ngang?")
    page.keyboard.press(SAVE)
    expect(page.get_by_text("Đã nhập.")).to_be_visible()

    page.keyboard.type("KHI NAO HUYEN SUA CAU KINH NGANG")
    page.keyboard.press(SAVE)
    expect(page.get_by_text("Giống phiếu đã nhập.")).to_be_visible()
    page.keyboard.press(SAVE)
    expect(page.get_by_text("Đã nhập.")).to_be_visible()
    expect(page.get_by_label("Nội dung", exact=True)).to_be_focused()
    expect(page.get_by_label("Nội dung", exact=True)).to_have_value("")


def test_a_list_goes_from_its_file_to_its_receipts_by_itself(windows):
    page = windows.official("phunu.tg")
    send(page, "Bao giờ xã Bình Phan có lớp mầm non?")
    page.get_by_role("button", name="Đọc các dòng").click()

    page.get_by_role("button", name="Nhận các dòng đã đánh dấu").click(timeout=WORKING)
    expect(page.get_by_text("Đã nhận vào.")).to_be_visible(timeout=WORKING)
    expect(page.locator(".list-sender .code")).to_have_text(re.compile("TG24-"))


def test_without_scripts_a_link_tells_how_far_the_list_is(windows):
    page = windows.open(java_script_enabled=False)
    sign_in(page, "phunu.tg")
    send(page, "Bao giờ xã Bình Ninh có lớp mầm non?")
    page.get_by_role("button", name="Đọc các dòng").click()

    take = page.get_by_role("button", name="Nhận các dòng đã đánh dấu")
    for _ in range(100):
        if take.is_visible():
            break
        page.wait_for_timeout(200)
        page.get_by_role("link", name="Xem lại tiến độ").click()
    expect(take).to_be_visible()


def test_nothing_is_wrong_with_the_pages_that_deeds_lay_open(windows):
    page = windows.official("phunu.tg")
    page.goto(f"{DESK}/cau-hoi/nhap/")
    page.keyboard.type("Khi nào xã Bình Xuân có chợ mới?")
    page.keyboard.press(SAVE)
    expect(page.get_by_text("Đã nhập.")).to_be_visible()
    page.get_by_role("link", name="Sửa lỗi gõ").first.click()
    page.wait_for_url("**/cau-hoi/nhap/TG24-*/")
    faults = faults_of(page, themes=False)
    send(page, "Bao giờ xã Bình Tân có sân bóng?")
    page.wait_for_url("**/cau-hoi/danh-sach/*/")
    faults += faults_of(page, themes=False)
    page.goto(f"{DESK}/cau-hoi/diem-thu-thap/")
    page.locator("textarea").fill("Hội Phụ nữ xã Bình Phan")
    page.locator("form:has(textarea) button").click()
    counts = page.get_by_role("link", name="Trang số liệu").first.get_attribute("href")
    for address in (counts, f"{DESK}/cau-hoi/diem-thu-thap/the-ma-qr/", PARTED):
        page.goto(address)
        faults += faults_of(page, themes=False)
    page.goto(f"{DESK}/cau-hoi/36/chuyen-don/")
    for name in ("kind", "ground", "paper"):
        page.locator(f"input[type=radio][name={name}]").first.check()
    page.get_by_label("Cơ quan có thẩm quyền giải quyết").fill("Thanh tra tỉnh")
    page.get_by_role("button", name="Chuyển đơn theo luật").click()
    page.goto(f"{DESK}/cau-hoi/don-thu/36/")

    assert faults + faults_of(page, themes=False) == []


def send(page: Page, text: str) -> None:
    """Upload a list of one question."""
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for row in (["STT", "Kiến nghị"], [1, text]):
        book.worksheets[0].append(row)
    book.save(kept)
    page.goto(f"{DESK}/cau-hoi/danh-sach/")
    file = {"name": "ds.xlsx", "mimeType": "application/zip", "buffer": kept.getvalue()}
    page.get_by_label("Tệp danh sách").set_input_files(file)
    page.get_by_role("button", name="Tải lên, xem các cột").click()
