"""Pictures of the demonstration for the README: `python -m docs.screenshots`."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.demonstration import served_demonstration, start_chromium
from tests.browser.windows import Windows, sign_in

IMAGES = Path(__file__).parent / "images"
PLAN = Path(__file__).parents[1] / "src/doithoai/lifecycle/samples/cao-bang-2022.txt"
TIEN_GIANG = "tien-giang-can-bo-hoi-vien-2024"
CAO_BANG = "cao-bang-cong-nhan-vien-chuc-2022"
DESK: ViewportSize = {"width": 1280, "height": 800}
WIDE: ViewportSize = {"width": 1600, "height": 1000}
SCREEN: ViewportSize = {"width": 1920, "height": 1080}
HEAVIEST = 220_000
Step = Callable[[Page], object]
Pictures = dict[str, tuple[ViewportSize, str, Step]]


class TooHeavy(Exception):
    """A picture would make the README slow to open."""


def main() -> None:
    """Serve a fresh demonstration of each day and take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = start_chromium(playwright)
        for today, pictures in DAYS.items():
            with (
                tempfile.TemporaryDirectory() as var,
                served_demonstration(Path(var), today) as address,
            ):
                take(Windows(chromium, address), pictures)
        chromium.close()


def take(windows: Windows, pictures: Pictures) -> None:
    """Open each page as its reader and keep what it shows."""
    for name, (size, username, step) in pictures.items():
        page = windows.open(viewport=size)
        if username:
            sign_in(page, username)
        step(page)
        keep(page, name)
    windows.close()


def keep(page: Page, name: str) -> None:
    """Write what is seen without scrolling. Raises TooHeavy."""
    page.evaluate("document.fonts.ready")
    picture = page.screenshot(path=IMAGES / f"{name}.png")
    print(f"{name}.png {len(picture) / 1000:.0f} kB")
    if len(picture) > HEAVIEST:
        raise TooHeavy(f"{name}.png: {len(picture)} bytes, at most {HEAVIEST}")


def at(address: str) -> Step:
    """The page as it opens."""
    return lambda page: page.goto(address)


def first_of(listed: str) -> Step:
    """The page of the first thing in a list."""

    def go(page: Page) -> None:
        page.goto(listed)
        page.locator("main tbody a").first.click()
        page.wait_for_load_state()

    return go


def a_plan_being_read(page: Page) -> None:
    """The sample plan of Cao Bằng, waiting for its facts to be confirmed."""
    page.goto("/ke-hoach/nap/")
    page.get_by_label("Tệp kế hoạch").set_input_files(PLAN)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    page.wait_for_url(re.compile(r"/ke-hoach/\d+/"))


def the_big_screen(page: Page) -> None:
    """The hall's screen while a question is being put."""
    page.goto(f"/hoi-nghi/{CAO_BANG}/hoi-truong/")
    page.get_by_role("button", name="Khai mạc", exact=True).click()
    page.get_by_role("button", name="Tạm nghỉ").wait_for()
    screen = page.get_by_role("link", name="Mở màn hình lớn").get_attribute("href")
    page.locator("body").press("n")
    page.get_by_role("button", name="Bắt đầu phát biểu").wait_for()
    page.locator("body").press("s")
    page.get_by_role("button", name="Đã trả lời xong").first.wait_for()
    page.set_viewport_size(SCREEN)
    page.goto(screen or "")
    page.get_by_role("timer").first.wait_for()


DAYS: dict[str, Pictures] = {
    "2024-10-07": {
        "tong-quan": (DESK, "vanphong.tg", at(f"/hoi-nghi/{TIEN_GIANG}/")),
        "doc-ke-hoach": (DESK, "vanphong.cb", a_plan_being_read),
        "cho-ngoi": (WIDE, "vanphong.cb", at(f"/hoi-nghi/{CAO_BANG}/dai-bieu/cho-ngoi/")),
        "cau-hoi": (DESK, "phunu.tg", at(f"/hoi-nghi/{TIEN_GIANG}/cau-hoi/")),
        "tham-dinh": (
            DESK,
            "vanphong.duyet.tg",
            first_of(f"/hoi-nghi/{TIEN_GIANG}/tra-loi/?trang-thai=submitted"),
        ),
        "kich-ban": (DESK, "vanphong.cb", at(f"/hoi-nghi/{CAO_BANG}/kich-ban/")),
        "kinh-phi": (DESK, "taichinh.tg", at(f"/hoi-nghi/{TIEN_GIANG}/kinh-phi/")),
        "cam-ket": (DESK, "vanphong.cb", at(f"/hoi-nghi/{CAO_BANG}/cam-ket/")),
        "cam-ket-cong-khai": (DESK, "", at(f"/cong/{CAO_BANG}/cam-ket/")),
    },
    "2022-05-24": {"man-hinh": (DESK, "vanphong.cb", the_big_screen)},
}


if __name__ == "__main__":
    main()
