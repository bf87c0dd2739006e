"""The hall in real browsers: everyone sees a call at once, and knows when the line is lost."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import axe_faults
from tests.browser.windows import LAPTOP, PHONE

HALL = "/hoi-nghi/tien-giang-can-bo-hoi-vien-2024/hoi-truong/"
PHONES = "/cong/tien-giang-can-bo-hoi-vien-2024/hoi-truong/"
SEEN_IN_THE_HALL = {
    *("hall:stage", "hall:chair", "hall:presenter", "hall:audience", "hall:short"),
}
TABLET = {"width": 1024, "height": 768}
AT_ONCE = 3_000
"""Milliseconds: a second on a quiet machine, with room for a busy one."""


@pytest.fixture
def desk(windows) -> Page:
    """The secretary's desk of a running session with a question called from the floor."""
    page = windows.official("phunu.tg")
    page.goto(HALL)
    if page.get_by_role("button", name="Mở phiên hội trường").count():
        page.get_by_role("button", name="Mở phiên hội trường").click()
        page.get_by_role("button", name="Khai mạc", exact=True).click()
        expect(page.get_by_role("button", name="Tạm nghỉ")).to_be_visible()
    return page


def ask_from_the_floor(desk: Page, text: str) -> None:
    """A new question at the head of the queue."""
    opened = desk.locator("details", has_text="Thêm lượt hỏi từ hội trường")
    if not opened.get_attribute("open"):
        opened.locator("summary").click()
    desk.locator("#them_text").fill(text)
    desk.get_by_role("button", name="Thêm vào lượt tiếp").click()
    expect(desk.locator(".hall-queue").first).to_contain_text(text)


def test_a_call_reaches_screen_and_telephone_at_once(windows, desk):
    ask_from_the_floor(desk, "Khi nào xã Tân Thới có nước sạch?")
    screen = windows.open(viewport={"width": 1920, "height": 1080})
    screen.goto(desk.get_by_role("link", name="Mở màn hình lớn").get_attribute("href"))
    phone = windows.citizen(scripts=True)
    phone.goto(PHONES)
    desk.locator("body").press("n")

    for page in (screen, phone):
        expect(page.locator("main")).to_contain_text("xã Tân Thới", timeout=AT_ONCE)
    desk.locator("body").press("s")
    for page in (screen, phone):
        expect(page.get_by_role("timer")).to_be_visible(timeout=AT_ONCE)
    assert axe_faults(screen) == []
    desk.locator("body").press("u")
    desk.locator("body").press("u")


def test_what_the_secretary_types_stays_while_the_hall_goes_on(desk):
    desk.get_by_label("Nội dung đã trả lời").fill("Sở sẽ khảo sát trong tháng 11.")
    desk.get_by_role("button", name="Màn hình tối").click()
    expect(desk.get_by_text("Đang hiện: Màn hình tối")).to_be_visible()

    expect(desk.get_by_label("Nội dung đã trả lời")).to_have_value("Sở sẽ khảo sát trong tháng 11.")
    desk.get_by_role("button", name="Chào mừng").click()


def test_a_question_from_a_telephone_comes_back_as_a_turn_with_a_receipt(windows, desk):
    if desk.get_by_role("button", name="Mở nhận").count():
        desk.get_by_role("button", name="Mở nhận").click()
    expect(desk.get_by_role("button", name="Đóng nhận")).to_be_visible()
    phone = windows.citizen()
    phone.goto(PHONES)
    phone.get_by_label("Câu hỏi").fill("Khi nào có xe buýt về Gò Công?")
    phone.get_by_role("button", name="Gửi câu hỏi").click()
    expect(phone.locator("#cua-toi")).to_contain_text("Chờ duyệt")
    desk.get_by_role("button", name="Duyệt: Khi nào có xe buýt").click(timeout=AT_ONCE)
    desk.get_by_role("button", name="Đưa vào lượt tiếp: Khi nào có xe buýt").click()
    expect(desk.locator(".hall-queue").first).to_contain_text("xe buýt về Gò Công")
    phone.reload()

    expect(phone.locator("#cua-toi")).to_contain_text("Mã biên nhận")


@pytest.mark.parametrize(
    ("path", "own"),
    [("", LAPTOP), ("chu-tri/", TABLET), ("dan-chuong-trinh/", TABLET), ("thu-ky/", LAPTOP)],
)
def test_pages_of_the_hall_are_accessible_and_fit(desk, path, own):
    desk.goto(f"{HALL}{path}")
    found = []
    for size in (PHONE, TABLET, own):
        desk.set_viewport_size(size)
        width = desk.evaluate("() => document.documentElement.scrollWidth")
        found += [f"{size['width']}: {width} px wide"] if width > size["width"] else []
        found += axe_faults(desk)

    assert found == []


def test_the_offline_mark_comes_and_goes_with_the_live_process(windows, desk):
    environment, port = beside(windows.address)
    own = free_port()
    screen = windows.open(viewport=LAPTOP)
    screen.context.route(
        "**/truc-tiep/**",
        lambda route: route.continue_(url=route.request.url.replace(f":{port}/", f":{own}/")),
    )
    link = desk.get_by_role("link", name="Mở màn hình lớn").get_attribute("href")
    mark = screen.locator("[data-live-lost]")
    with streaming(environment, own):
        screen.goto(link)
        expect(mark).to_be_hidden()
    expect(mark).to_be_visible()
    desk.get_by_label("Lời nhắn trên màn hình lớn").fill("Nghỉ giải lao 15 phút")
    desk.get_by_role("button", name="Đưa lời nhắn lên màn hình").click()
    with streaming(environment, own):
        expect(mark).to_be_hidden()
        expect(screen.locator("h1")).to_have_text("Nghỉ giải lao 15 phút")


def test_the_mark_shows_as_soon_as_the_device_knows_that_it_is_offline(windows, desk):
    phone = windows.citizen(scripts=True)
    phone.goto(PHONES)
    mark = phone.locator("[data-live-lost]")
    expect(mark).to_be_hidden()
    phone.context.set_offline(True)
    expect(mark).to_be_visible(timeout=AT_ONCE)
    phone.context.set_offline(False)

    expect(mark).to_be_hidden(timeout=AT_ONCE)


def beside(address: str) -> tuple[dict[str, str], int]:
    """The environment and port of the streaming process beside the pages at this address."""
    port = int(address.rpartition(":")[2]) + 1
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            line = (folder / "cmdline").read_text().split("\0")
            if f"--port={port}" in line:
                pairs = (folder / "environ").read_text().split("\0")
                return dict(pair.split("=", 1) for pair in pairs if "=" in pair), port
    raise AssertionError(f"No live process at {port}.")


@contextmanager
def streaming(environment: dict[str, str], port: int) -> Iterator[None]:
    """Another live process over the same hall, as long as it is wanted."""
    command = [sys.executable, "-m", "uvicorn", f"--port={port}", "--log-level=error"]
    process = subprocess.Popen(
        [*command, "--timeout-graceful-shutdown=1", "doithoai.config.live:application"],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and not answers(port):
            time.sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait()


def answers(port: int) -> bool:
    """Whether something listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
