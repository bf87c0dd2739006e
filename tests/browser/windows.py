"""Windows people open on the demonstration: a citizen's telephone, an official's desk."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

PHONE = {"width": 360, "height": 780}
LAPTOP = {"width": 1366, "height": 768}


class Windows:
    """Opens windows and keeps what went wrong in them: script errors, strange hosts."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.faults: list[str] = []
        host, _, port = address.rpartition(":")
        self._streams = f"{host}:{int(port) + 1}/truc-tiep/"
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def citizen(self, *, scripts: bool = False) -> Page:
        """A telephone 360 px wide, without JavaScript unless said."""
        return self.open(viewport=PHONE, java_script_enabled=scripts)

    def official(self, username: str) -> Page:
        """A laptop, signed in through the form."""
        page = self.open(viewport=LAPTOP)
        sign_in(page, username)
        return page

    def visitor(self) -> Page:
        """A laptop, nobody signed in."""
        return self.open(viewport=LAPTOP)

    def close(self) -> None:
        """Shut everything this test opened."""
        for context in self._contexts:
            context.close()

    def open(self, **options: Any) -> Page:
        """Any other window; the options are Playwright's of a new context."""
        context = self._browser.new_context(base_url=self.address, locale="vi-VN", **options)
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", self._streams, "data:", "about:")):
            self.faults.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        """A page may refuse; what a page loads must be there, and nothing breaks."""
        is_page = response.request.resource_type == "document"
        if response.status >= (500 if is_page else 400):
            self.faults.append(f"{response.status}: {response.url}")


def sign_in(page: Page, username: str) -> None:
    """Through the form with the password the page shows in a demonstration; ends on the desk."""
    page.goto("/dang-nhap/")
    password = page.locator(".demo").get_attribute("data-password") or ""
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu", exact=True).fill(password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/ban-viec/")
