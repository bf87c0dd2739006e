"""Whatever goes wrong, what a person typed is still there."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_every_state import DESK, MAIN, PORTAL
from tests.browser.test_question_journey import SLOWLY

LONG = "Đường vào ấp Bình Hòa hư hỏng đã hai năm, trẻ em đi học phải lội nước mỗi khi mưa."


def test_a_citizen_keeps_every_word(windows):
    page = windows.citizen()
    page.goto(f"{PORTAL}/gui-cau-hoi/")
    page.get_by_label("Nội dung", exact=True).press_sequentially(LONG, delay=SLOWLY)
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Bình")
    page.get_by_label("Số điện thoại", exact=True).fill("12")
    page.get_by_role("button", name="Tiếp tục").click()
    expect_complaint(page)
    expect(page.get_by_label("Họ và tên")).to_have_value("Nguyễn Thị Bình")
    expect(page.get_by_label("Số điện thoại", exact=True)).to_have_value("12")
    page.get_by_role("link", name="Quay lại").click()
    expect(page.get_by_label("Nội dung", exact=True)).to_have_value(LONG)


def test_a_wrong_receipt_code_stays_to_be_mended(windows):
    page = windows.citizen()
    page.goto("/tra-cuu/")
    page.get_by_label("Mã biên nhận").fill("TG24-AAAA-AAAB")
    page.get_by_role("button", name="Xem").click()
    expect_complaint(page)
    expect(page.get_by_label("Mã biên nhận")).to_have_value("TG24-AAAA-AAAB")


def test_a_return_without_reason_keeps_the_verdict(windows):
    page = windows.official("vanphong.tg")
    open_first(page, f"{DESK}/tra-loi/?trang-thai=submitted")
    page.get_by_label("Trả lại để sửa").check()
    page.locator(MAIN).click()
    expect_complaint(page)
    expect(page.get_by_label("Trả lại để sửa")).to_be_checked()


def test_an_answer_saved_elsewhere_meanwhile_keeps_the_words_of_both(windows):
    one, other = windows.official("nongnghiep.tg"), windows.official("nongnghiep.tg")
    open_first(one, f"{DESK}/tra-loi/?trang-thai=draft")
    other.goto(one.url)
    write_and_save(one, "Bản của người thứ nhất.")
    write_and_save(other, LONG)
    expect_complaint(other)
    expect(other.get_by_label("Nội dung trả lời")).to_have_value(LONG)


def write_and_save(page: Page, words: str) -> None:
    """A draft is written and kept."""
    page.get_by_label("Nội dung trả lời").fill(words)
    page.get_by_role("button", name="Lưu dự thảo").click()


def open_first(page: Page, listed: str) -> None:
    """The first answer of a list."""
    page.goto(listed)
    page.locator("main tbody a").first.click()


def expect_complaint(page: Page) -> None:
    """The page says what to mend, in its title and at its top."""
    expect(page).to_have_title(re.compile("^Lỗi: "))
    expect(page.locator(".error-summary")).to_be_visible()
