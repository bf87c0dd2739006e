"""Pictures of the demonstration for the README: `python -m docs.screenshots`."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

import django
from playwright.sync_api import Browser, Page, sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
django.setup()

from tests.browser.conftest import (  # noqa: E402
    COMMAND,
    demonstration,
    free_port,
    start,
    wait_until_served,
)

IMAGES = Path(__file__).parent / "images"
PASSWORD = "Doi-thoai-2024"
SAMPLE = Path(__file__).parents[1] / "src/doithoai/lifecycle/samples/cao-bang-2022.txt"
HOME = "tien-giang-can-bo-hoi-vien-2024"
DESK, PHONE = (1280, 860), (390, 844)
PICTURES = (
    ("cong-khai", "", DESK, f"/cong/{HOME}/"),
    ("gui-cau-hoi", "", PHONE, f"/cong/{HOME}/gui-cau-hoi/"),
    ("ban-viec", "laodong.tg", DESK, "/ban-viec/"),
    ("tong-quan", "vanphong.tg", DESK, f"/hoi-nghi/{HOME}/"),
    ("cau-hoi", "phunu.tg", DESK, f"/hoi-nghi/{HOME}/cau-hoi/"),
    ("tham-dinh", "vanphong.duyet.tg", DESK, f"/hoi-nghi/{HOME}/tra-loi/10/"),
)


def main() -> None:
    """Serve a fresh demonstration and take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as var:
        environment = demonstration(Path(var))
        for step in (["prepare"], ["load-samples"]):
            subprocess.run([COMMAND, *step], env=environment, check=True, capture_output=True)
        bind = f"127.0.0.1:{free_port()}"
        with subprocess.Popen([COMMAND, "serve", "--bind", bind], env=environment) as server:
            try:
                wait_until_served(f"http://{bind}", server)
                with sync_playwright() as playwright:
                    take_all(start(playwright), f"http://{bind}")
            finally:
                server.terminate()


def take_all(browser: Browser, address: str) -> None:
    """Every picture of the list, then the two that need a step before."""
    for name, username, size, path in PICTURES:
        page = window(browser, address, username, size)
        page.goto(address + path)
        keep(page, name)
    page = window(browser, address, "vanphong.cb", DESK)
    page.goto(f"{address}/ke-hoach/nap/")
    page.set_input_files("input[type=file]", str(SAMPLE))
    page.click("main form button")
    page.wait_for_url(re.compile(r"/ke-hoach/\d+/"))
    keep(page, "doc-ke-hoach")
    page = window(browser, address, "phunu.tg", PHONE)
    page.goto(f"{address}/hoi-nghi/{HOME}/cau-hoi/13/")
    code = re.search(r"TG24-\w{4}-\w{4}", page.content())
    page.goto(f"{address}/tra-cuu/{code.group() if code else ''}/")
    keep(page, "tra-cuu")


def window(browser: Browser, address: str, username: str, size: tuple[int, int]) -> Page:
    """A new window of that size, signed in when a username is given."""
    width, height = size
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    if username:
        page.goto(f"{address}/dang-nhap/")
        page.fill("input[name=login]", username)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url("**/ban-viec/")
    return page


def keep(page: Page, name: str) -> None:
    """Write one picture of what is seen without scrolling."""
    page.evaluate("document.fonts.ready")
    page.screenshot(path=IMAGES / f"{name}.png")
    print(f"{name}.png {(IMAGES / f'{name}.png').stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
