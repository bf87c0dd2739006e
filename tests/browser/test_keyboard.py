"""Without a mouse: signing in and giving the verdict on an answer."""

from playwright.sync_api import Page, expect

from doithoai.lifecycle.demonstration import DEMO_PASSWORD
from tests.browser.test_every_state import DESK

LONGEST_WAY = 80
FOCUSED = """() => {
  const one = document.activeElement;
  const own = one.innerText || (one.labels && [...one.labels].map((l) => l.innerText).join(" "));
  return (own || one.value || "").trim();
}"""
OUTLINE = """() => {
  const one = document.activeElement;
  const drawn = (part) => parseFloat(getComputedStyle(part).outlineWidth) || 0;
  const label = one.closest("label") || (one.labels && one.labels[0]) || one;
  return Math.max(drawn(one), drawn(label));
}"""


def test_an_answer_is_returned_by_keyboard_alone(windows):
    page = windows.visitor()
    page.goto("/dang-nhap/")
    page.keyboard.type("vanphong.duyet.tg")
    reach(page, "Mật khẩu")
    page.keyboard.type(DEMO_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ban-viec/")
    skip_to_the_content(page)

    page.goto(f"{DESK}/tra-loi/?trang-thai=submitted")
    page.goto(f"{page.locator('main tbody a').last.get_attribute('href')}")
    reach(page, "Đồng ý, trình Chủ tịch duyệt")
    page.keyboard.press("ArrowDown")
    reach(page, "Lý do trả lại")
    page.keyboard.type("Nêu rõ thời hạn.")
    reach(page, "Trả lại")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã trả lại")


def skip_to_the_content(page: Page) -> None:
    """The first stop of every page leads past its head."""
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Đến nội dung chính"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "noi-dung"


def reach(page: Page, words: str) -> None:
    """Walk on with Tab until the thing has the focus, which every stop must show."""
    for _ in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) >= 2, page.evaluate(FOCUSED)
        if words in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{words!r} is not reached on {page.url}")


def test_a_dialog_keeps_the_focus_and_gives_it_back(windows):
    page = windows.official("quantri")
    page.goto("/ngay-nghi/?nam=2024")
    ask = page.locator("form[data-confirm] > button").first
    ask.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("() => !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(ask).to_be_focused()
