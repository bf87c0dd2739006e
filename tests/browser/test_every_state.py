"""Pages in the states links do not lead to: mistakes, refusals, decisions, dialogs, open menus."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.looking import faults_of
from tests.browser.windows import LAPTOP, Windows

DESK = "/hoi-nghi/tien-giang-can-bo-hoi-vien-2024"
PORTAL = "/cong/tien-giang-can-bo-hoi-vien-2024"
CLOSED = "/cong/cao-bang-can-bo-doan-vien-2022"
MAIN = "main form[method=post]:not([data-confirm]) .form-actions button"
CODE = re.compile(r"TG24-\w{4}-\w{4}")
State = Callable[[Page], object]


def at(address: str) -> State:
    """The page as it opens."""
    return lambda page: page.goto(address)


def sent(address: str, button: str = MAIN, **typed: str) -> State:
    """The page after its form was sent with only this typed in."""

    def do(page: Page) -> None:
        page.goto(address)
        for field in page.locator("main form[method=post] :is(input[type=text], textarea)").all():
            if field.is_visible():
                field.fill("")
        for name, text in typed.items():
            page.locator(f"[name={name}]").fill(text)
        page.locator(button).first.click()

    return do


def asked_in_time(page: Page) -> None:
    """The second step of asking; sent at once, the first one asks to wait two seconds."""
    sent(f"{PORTAL}/gui-cau-hoi/", text="Khi nào có nước sạch ở xã Phú Tân?")(page)
    page.wait_for_timeout(2_100)
    page.locator(MAIN).first.click()


def first(listed: str, *, then: State | None = None, extra: str = "") -> State:
    """The first thing of a list, and what is done on its page."""

    def do(page: Page) -> None:
        page.goto(listed)
        link = page.locator("main tbody a").first.get_attribute("href")
        (then or (lambda page: None))(page.goto(f"{link}{extra}") and page)

    return do


def pressed(button: str, address: str = "") -> State:
    """Something on the page is pressed; what is folded away is unfolded before."""

    def do(page: Page) -> None:
        if address:
            page.goto(address)
        page.locator("main details").evaluate_all("(all) => all.forEach((d) => { d.open = true })")
        page.locator(button).first.click()

    return do


def menus_open(page: Page) -> None:
    """The desk with every menu of its head open."""
    page.goto("/ban-viec/")
    page.locator("details").evaluate_all("(all) => all.forEach((d) => { d.open = true })")


STATES: dict[str, list[State]] = {
    "phunu.tg": [
        *(first(f"{DESK}/cau-hoi/?trang-thai={state}") for state in ("received", "selected")),
        *(first(f"{DESK}/cau-hoi/?trang-thai={state}") for state in ("set_aside", "referred")),
        first(f"{DESK}/cau-hoi/?trang-thai=answered"),
        at(f"{DESK}/cau-hoi/?tim=khong+co+tu+nay"),
        first(f"{DESK}/cau-hoi/?trang-thai=received", then=pressed("text=Để ngoài, báo lý do")),
        first(f"{DESK}/cau-hoi/?trang-thai=received", then=pressed("text=Xem người gửi")),
        first(f"{DESK}/cau-hoi/", then=lambda page: page.keyboard.press("?")),
        sent(f"{DESK}/cau-hoi/nhap/", phone="12"),
        sent(f"{DESK}/cau-hoi/nhap/", text="Xin hỏi về học phí mầm non."),
        at("/tai-khoan/"),
        at("/hoi-nghi/khong-co/"),
        at("/dang-xuat/"),
    ],
    "vanphong.duyet.tg": [
        *(first(f"{DESK}/tra-loi/?trang-thai={s}") for s in ("submitted", "returned", "appraised")),
        first(f"{DESK}/tra-loi/?trang-thai=published"),
        first(f"{DESK}/tra-loi/?trang-thai=submitted", then=pressed(MAIN)),
        first(
            f"{DESK}/cau-hoi/?trang-thai=selected",
            then=lambda page: sent(f"{page.url}chuyen/")(page),
        ),
        *(sent(f"{DESK}/ke-hoach/{deed}/") for deed in ("ngay", "nhan-cau-hoi", "moc", "ban-hanh")),
        sent(f"{DESK}/nhiem-vu/6/"),
        sent("/ke-hoach/nap/"),
        sent("/ke-hoach/moi/"),
        menus_open,
    ],
    "chutich.tg": [
        first(f"{DESK}/tra-loi/?trang-thai=appraised", then=pressed(MAIN)),
    ],
    "nongnghiep.tg": [
        *(first(f"{DESK}/tra-loi/?trang-thai={state}") for state in ("draft", "returned")),
        first(f"{DESK}/tra-loi/?trang-thai=draft", then=lambda page: sent(page.url)(page)),
    ],
    "quantri": [
        *(sent(f"/{page}/them/") for page in ("co-quan", "tai-khoan")),
        first("/tai-khoan/", extra="mat-khau/", then=pressed(MAIN)),
        sent("/ngay-nghi/"),
        pressed("form[data-confirm] > button", "/ngay-nghi/?nam=2024"),
        sent("/doi-mat-khau/"),
        at("/co-quan/?tim=khong+co+tu+nay"),
    ],
}


@pytest.mark.parametrize("username", STATES)
def test_nothing_is_wrong_with_a_desk_page_in_any_state(username, windows):
    assert faults_in(windows.official(username), STATES[username]) == []


def faults_in(page: Page, states: list[State]) -> list[str]:
    """Bring the page into each state and look at it."""
    faults = []
    for state in states:
        page.set_viewport_size(LAPTOP)
        state(page)
        page.wait_for_load_state()
        faults += faults_of(page, themes=False)
    return faults


def test_nothing_is_wrong_with_asking_and_its_mistakes(windows):
    page = windows.visitor()
    states = [
        sent(f"{PORTAL}/gui-cau-hoi/", text="Ngắn"),
        asked_in_time,
        lambda page: sent(page.url, phone="12")(page),
        lambda page: sent(page.url)(page),
        pressed(MAIN),
        pressed("text=Xem câu hỏi đến đâu"),
        at(f"{CLOSED}/gui-cau-hoi/"),
        sent("/tra-cuu/", code="TG24-AAAA-AAAA"),
        at("/tra-cuu/TG24-AAAA-AAAA/"),
        sent("/dang-nhap/", login="khong-co", password="Sai-2024"),
        at(f"{PORTAL}/tra-loi/?tim=khong+co+tu+nay"),
        at("/cong/khong-co/"),
    ]

    assert faults_in(page, states) == []


@pytest.mark.parametrize("state", ["received", "selected", "set_aside", "referred", "answered"])
def test_nothing_is_wrong_with_a_question_followed_at_any_step(state, windows):
    code = code_of_a_question(windows, state)
    assert faults_in(windows.visitor(), [at(f"/tra-cuu/{code}/")]) == []


def code_of_a_question(windows: Windows, state: str) -> str:
    """The receipt code of some question that stands so."""
    page = windows.official("phunu.tg")
    first(f"{DESK}/cau-hoi/?trang-thai={state}")(page)
    found = CODE.search(page.locator(".slip").first.inner_text())
    assert found
    return found.group()
