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
SLUG = "tien-giang-can-bo-hoi-vien-2024"
DESK: ViewportSize = {"width": 1280, "height": 820}
PHONE: ViewportSize = {"width": 360, "height": 780}
HEAVIEST = 200_000
Step = Callable[[Page], object]


class TooHeavy(Exception):
    """A picture would make the README slow to open."""


def main() -> None:
    """Serve a fresh demonstration and take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        chromium = start_chromium(playwright)
        with served_demonstration(Path(var)) as address:
            windows = Windows(chromium, address)
            for name, (size, username, step) in PICTURES.items():
                page = windows.open(viewport=size)
                if username:
                    sign_in(page, username)
                step(page)
                keep(page, name)
        chromium.close()


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


def a_question_being_followed(page: Page) -> None:
    """What the sender of a question sees while it is being answered."""
    sign_in(page, "phunu.tg")
    first_of(f"/hoi-nghi/{SLUG}/cau-hoi/?trang-thai=referred")(page)
    code = re.search(r"TG24-\w{4}-\w{4}", page.locator(".slip").first.inner_text())
    page.goto(f"/tra-cuu/{code.group() if code else ''}/")


PICTURES: dict[str, tuple[ViewportSize, str, Step]] = {
    "cong-khai": (DESK, "", at(f"/cong/{SLUG}/")),
    "gui-cau-hoi": (PHONE, "", at(f"/cong/{SLUG}/gui-cau-hoi/")),
    "tra-cuu": (PHONE, "", a_question_being_followed),
    "ban-viec": (DESK, "laodong.tg", at("/ban-viec/")),
    "tong-quan": (DESK, "vanphong.tg", at(f"/hoi-nghi/{SLUG}/")),
    "doc-ke-hoach": (DESK, "vanphong.cb", a_plan_being_read),
    "cau-hoi": (DESK, "phunu.tg", at(f"/hoi-nghi/{SLUG}/cau-hoi/")),
    "tham-dinh": (
        DESK,
        "vanphong.duyet.tg",
        first_of(f"/hoi-nghi/{SLUG}/tra-loi/?trang-thai=submitted"),
    ),
}


if __name__ == "__main__":
    main()
