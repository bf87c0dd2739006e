"""The seating editor by keyboard and by dragging; without scripts the same forms do it."""

from playwright.sync_api import Page, expect

from tests.browser.test_every_state import DESK

SEATING = f"{DESK}/dai-bieu/cho-ngoi/"


def test_a_seat_is_chosen_by_arrows_and_its_person_moved(windows):
    page = windows.official("phunu.tg")
    name, seat = somebody_seated(page, "Trần Thị Phím")
    page.goto(f"{SEATING}?ghe={seat}")
    chosen = page.locator(f'[data-seat="{seat}"]')
    chosen.focus()
    there, back = ("ArrowRight", "ArrowLeft") if is_first(seat) else ("ArrowLeft", "ArrowRight")
    page.keyboard.press(there)
    assert page.evaluate("() => document.activeElement.dataset.seat") == beside(seat)
    page.keyboard.press(back)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**ghe={seat}*")

    page.locator(f'[data-seat="{seat}"]').focus()
    page.keyboard.press("m")
    page.keyboard.type(beside(seat))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text(f"đến ghế {beside(seat)}")
    expect(page.locator("#ghe h2").first).to_have_text(f"Ghế {beside(seat)}")
    page.keyboard.press("Escape")
    expect(page.locator("#ghe h2").first).to_have_text("Chưa chọn ghế")


def test_a_person_is_dragged_to_a_free_seat(windows):
    page = windows.official("phunu.tg")
    name, seat = somebody_seated(page, "Ngô Thị Kéo")
    page.goto(SEATING)
    page.drag_and_drop(f'[data-seat="{seat}"]', f'[data-seat="{beside(seat)}"]')

    expect(page.get_by_role("status").first).to_contain_text(f"chuyển {name} đến ghế")
    expect(page.locator(f'[data-seat="{beside(seat)}"]')).to_have_attribute("aria-current", "true")


def somebody_seated(page: Page, name: str) -> tuple[str, str]:
    """A guest in a spare seat whose neighbour is free; the hall is laid first if need be."""
    page.goto(SEATING)
    start = page.get_by_role("button", name="Bố trí sẵn theo số đại biểu")
    if start.count():
        start.click()
        page.wait_for_url("**/khoi/")
    page.goto(f"{DESK}/dai-bieu/don-tiep/khach/")
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Nơi công tác, nơi ở").fill("Xã Tân Phú")
    page.get_by_role("button", name="Ghi vào cửa").click()
    seat = page.locator(".door-seat").inner_text()
    page.goto(f"{SEATING}?ghe={beside(seat)}")
    for keep in ("Không để dự phòng nữa", "Đưa ra khỏi ghế này"):
        button = page.get_by_role("button", name=keep)
        if button.count():
            button.click()
            expect(page.get_by_role("status").first).to_be_visible()
    return name, seat


def beside(seat: str) -> str:
    """The seat on the left; of the first of a row, the one on the right."""
    row, _, number = seat.partition("-")
    return f"{row}-{int(number) + (1 if is_first(seat) else -1)}"


def is_first(seat: str) -> bool:
    """Whether the row begins with it."""
    return seat.endswith("-1")
