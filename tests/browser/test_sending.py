"""Sent twice, cut off, closed by mistake: one question, and no word lost."""

import re

from playwright.sync_api import Page, expect

from tests.browser.looking import faults_of
from tests.browser.test_every_state import DESK, PORTAL
from tests.browser.test_question_journey import SLOWLY

QUESTION = "Khi nào trạm bơm ấp Bình Hòa được thay máy mới để đủ nước tưới?"
SEND = "Gửi câu hỏi"
HIDDEN = ("csrfmiddlewaretoken", "phieu")
BEHIND_A_CODE = {
    *("public:correct", "public:withdraw", "public:own_data", "public:own_copy", "public:join"),
    *("questions:data_requests", "questions:data_request"),
}
"""Pages no link leads to before somebody has sent a question; looked at here."""


def written(page: Page) -> str:
    """The question as far as the last step; gives its address."""
    page.goto(f"{PORTAL}/gui-cau-hoi/")
    page.get_by_label("Nội dung", exact=True).press_sequentially(QUESTION, delay=SLOWLY)
    for _ in range(2):
        page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("button", name=SEND)).to_be_visible()
    return page.url


def received(windows) -> int:
    """How many questions the portal says the conference has."""
    page = windows.visitor()
    page.goto(f"{PORTAL}/")
    figure = page.locator(".portal-figures dd").first.inner_text()
    return int(re.sub(r"\D", "", figure))


def code_on(page: Page) -> str:
    """The receipt code of the page."""
    expect(page.get_by_role("heading", name="Đã nhận câu hỏi")).to_be_visible()
    return page.locator(".receipt").inner_text()


def test_a_double_click_sends_one_question(windows):
    before = received(windows)
    page = windows.citizen(scripts=True)
    address = written(page)
    page.get_by_role("button", name=SEND).dblclick()
    code = code_on(page)
    page.goto(address)

    assert code_on(page) == code
    assert received(windows) == before + 1


def test_an_answer_lost_on_the_way_is_the_same_receipt_when_sent_again(windows):
    before = received(windows)
    page = windows.citizen()
    address = written(page)
    form = {name: page.locator(f"main form [name={name}]").input_value() for name in HIDDEN}
    lost = page.request.post(address, form=form, headers={"Referer": address}, max_redirects=0)
    assert lost.status == 302
    page.get_by_role("button", name=SEND).click()

    assert code_on(page) in lost.headers["location"]
    assert received(windows) == before + 1


def test_a_closed_tab_loses_no_word_and_sending_leaves_none(windows):
    page = windows.citizen(scripts=True)
    page.goto(f"{PORTAL}/gui-cau-hoi/")
    page.get_by_label("Nội dung", exact=True).press_sequentially(QUESTION)
    page.close()
    again = page.context.new_page()
    again.goto(f"{PORTAL}/gui-cau-hoi/")
    expect(again.get_by_label("Nội dung", exact=True)).to_have_value(QUESTION)
    again.get_by_role("button", name="Xóa chữ đã giữ").click()

    expect(again.get_by_label("Nội dung", exact=True)).to_have_value("")
    assert again.evaluate("() => localStorage.length") == 0


def test_nothing_is_wrong_with_the_pages_behind_a_code(windows):
    page = windows.citizen(scripts=True)
    written(page)
    page.get_by_role("button", name=SEND).click()
    own = f"/tra-cuu/{code_on(page)}/"
    faults = faults_of(page, themes=False)
    for address in (own, f"{own}sua/", f"{own}rut/", f"{own}du-lieu/", f"{PORTAL}/cung-hoi/5/"):
        page.goto(address)
        faults += faults_of(page, themes=False)
    page.goto(f"{own}du-lieu/")
    page.get_by_label("Xóa họ tên").check()
    page.get_by_role("button", name="Gửi yêu cầu").click()
    faults += faults_of(page, themes=False)

    assert faults + faults_of_requests(windows.official("phunu.tg")) == []


def faults_of_requests(page: Page) -> list[str]:
    """What is wrong with the officials' pages of the request, masked and shown."""
    page.goto(f"{DESK}/cau-hoi/")
    page.get_by_role("link", name=re.compile("yêu cầu về dữ liệu cá nhân chờ trả lời")).click()
    page.wait_for_url("**/du-lieu-ca-nhan/")
    faults = faults_of(page, themes=False)
    page.get_by_role("link", name="Xin xóa dữ liệu của tôi").first.click()
    faults += faults_of(page, themes=False)
    page.get_by_role("button", name=re.compile("Xem để trả lời")).click()
    return faults + faults_of(page, themes=False)
