"""What a telephone downloads for each public page: `python -m bench.page_weight`.

Every file Chromium asks for is weighed as gzip (level 6) and as brotli (quality 5) would send it;
style sheets and scripts as the server keeps them compressed. A page may weigh 60 KB before fonts.
"""

import gzip
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request as Asking
from urllib.request import urlopen

import brotli
from playwright.sync_api import Page, Request, sync_playwright

from tests.browser.demonstration import served_demonstration, start_chromium

LIMIT = 60 * 1024
PORTAL = "/cong/tien-giang-can-bo-hoi-vien-2024/"
PAGES = ("/", PORTAL, f"{PORTAL}gui-cau-hoi/", f"{PORTAL}tra-loi/", f"{PORTAL}tra-loi/1/")
MORE = (f"{PORTAL}ke-hoach/", "/tra-cuu/", "/du-lieu-ca-nhan/")
PACK = {"gzip": lambda body: gzip.compress(body, 6), "br": lambda b: brotli.compress(b, quality=5)}


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of one page: the document, with all but fonts, and with fonts."""

    document: int
    before_fonts: int
    with_fonts: int


def main() -> int:
    """Print the table; the status is 1 when a page is too heavy."""
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        chromium = start_chromium(playwright)
        machine = (
            f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        print(f"{machine}, Chromium {chromium.version}; KB of 1024 bytes")
        with served_demonstration(Path(var)) as address:
            too_heavy = list(print_table(chromium.new_page(base_url=address)))
        chromium.close()
    print(f"Limit before fonts: {LIMIT // 1024} KB gzip. Too heavy: {too_heavy or 'none'}")
    return 1 if too_heavy else 0


def print_table(page: Page) -> Iterator[str]:
    """One line a page; gives the addresses that weigh too much."""
    print(f"{'page':48} {'document':>12} {'before fonts':>16} {'with fonts':>16}   (gzip / br)")
    for path in (*PAGES, *MORE):
        files = loaded(page, path)
        small, smaller = weigh(files, "gzip"), weigh(files, "br")
        columns = [
            f"{getattr(small, name) / 1024:.1f} / {getattr(smaller, name) / 1024:.1f}"
            for name in ("document", "before_fonts", "with_fonts")
        ]
        print(f"{path:48} {columns[0]:>12} {columns[1]:>16} {columns[2]:>16}")
        if small.before_fonts > LIMIT:
            yield path


def loaded(page: Page, path: str) -> list[tuple[str, str]]:
    """(kind, address) of everything the page asks for, without a cache."""
    asked: list[tuple[str, str]] = []

    def note(request: Request) -> None:
        asked.append((request.resource_type, request.url))

    page.on("request", note)
    page.goto(path, wait_until="networkidle")
    page.remove_listener("request", note)
    return asked


def weigh(files: list[tuple[str, str]], encoding: str) -> Weight:
    """The bytes these files take in one encoding."""
    sizes = [(kind, sent(url, encoding)) for kind, url in files if url.startswith("http")]
    fonts = sum(size for kind, size in sizes if kind == "font")
    everything = sum(size for _, size in sizes)
    return Weight(sizes[0][1], everything - fonts, everything)


def sent(url: str, encoding: str) -> int:
    """How many bytes of the file go over the line."""
    with urlopen(Asking(url, headers={"Accept-Encoding": encoding})) as response:
        body: bytes = response.read()
        packed = response.headers.get("Content-Encoding") == encoding
        is_font = "font" in response.headers["Content-Type"]
    return len(body if packed or is_font else PACK[encoding](body))


if __name__ == "__main__":
    sys.exit(main())
