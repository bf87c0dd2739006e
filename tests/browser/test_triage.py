"""The triage desk by keyboard alone, two officials at one question, and what axe says of it."""

import shutil

import pytest
from playwright.sync_api import Page, expect

from doithoai.questions.rules import SET_ASIDE_REASONS
from tests.browser.demonstration import COMMAND, environment_of, run, served
from tests.browser.laid import DAY
from tests.browser.looking import HEIGHT, OVERFLOW, axe_faults
from tests.browser.test_keyboard import reach

SLUG = "tien-giang-can-bo-hoi-vien-2024"
ROOM = f"/hoi-nghi/{SLUG}/cau-hoi"
DESK = f"{ROOM}/phan-loai"
ALIKE, ROUTED, MIXED, VAGUE = 33, 34, 35, 36


@pytest.fixture(scope="module")
def address(loaded, tmp_path_factory):
    """A demonstration of its own, its questions compared: these tests decide of many."""
    var = tmp_path_factory.mktemp("var")
    shutil.copytree(loaded, var, dirs_exist_ok=True)
    environment = environment_of(var, DAY)
    run([COMMAND, "compare-questions", SLUG], environment)
    with served(environment) as where:
        yield where


@pytest.fixture
def host(windows):
    return windows.official("phunu.tg")


@pytest.mark.parametrize("width", [320, 1440])
def test_desk_board_split_and_preview_are_sound(host, width):
    host.set_viewport_size({"width": width, "height": HEIGHT})
    faults = []
    for open_page in (desk, board, split, preview):
        open_page(host)
        faults += [f"{host.url} {fault}" for fault in axe_faults(host)]
        assert host.evaluate(OVERFLOW) == 0, host.url

    assert faults == []


def desk(page: Page) -> None:
    """A question like others, the form of setting aside open."""
    page.goto(f"{DESK}/{ALIKE}/")
    page.keyboard.press("n")


def board(page: Page) -> None:
    """The groups proposed."""
    page.goto(f"{ROOM}/bang-nhom/")


def split(page: Page) -> None:
    """A slip of two matters."""
    page.goto(f"{DESK}/{MIXED}/")
    page.keyboard.press("t")
    expect(page.get_by_role("button", name="Tách ở các chỗ đã đánh dấu")).to_be_visible()


def preview(page: Page) -> None:
    """One question to be merged into another."""
    page.goto(f"{ROOM}/")
    for number in (ALIKE, ROUTED):
        page.get_by_label(f"Đánh dấu C-{number:03}").check()
    expect(page.get_by_text("Đã chọn 2 câu")).to_be_visible()
    page.get_by_label("Làm gì với các câu đã chọn").select_option("gop")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("button", name="Gộp 1 câu")).to_be_visible()


def test_two_officials_at_one_question_see_each_other(windows, host):
    host.goto(f"{DESK}/{VAGUE}/")
    expect(host.locator("#dang-giu")).to_be_empty()
    office = windows.official("vanphong.tg")
    office.goto(f"{DESK}/{VAGUE}/")
    expect(office.locator(".holder")).to_contain_text("đang mở câu này từ")


def test_questions_are_decided_by_keyboard_alone(host):
    host.goto(f"{DESK}/{ROUTED}/")
    takes_only_after_a_look(host)
    second = host.locator("input[name=agency]").nth(1)
    host.keyboard.press("2")
    expect(second).to_be_checked()
    host.keyboard.press("c")
    told(host, f"Đã nhận C-0{ROUTED}.", opens=MIXED)

    host.keyboard.press("t")
    host.wait_for_url("**/tach/**")
    reach(host, "Tách ở các chỗ đã đánh dấu")
    host.keyboard.press("Enter")
    told(host, "Đã tách thành 2 câu", opens=MIXED)

    host.keyboard.press("j")
    host.wait_for_url(f"**/{VAGUE}/")
    host.keyboard.press("n")
    reach(host, SET_ASIDE_REASONS[0])
    host.keyboard.press("Space")
    reach(host, "Để ngoài, báo lý do")
    host.keyboard.press("Enter")
    told(host, f"Đã để C-0{VAGUE} ra ngoài.", opens=37)

    host.keyboard.press("z")
    told(host, f"Đã hoàn tác. C-0{VAGUE} đang “Mới nhận”", opens=VAGUE)

    host.goto(f"{DESK}/{ALIKE}/")
    host.keyboard.press("g")
    told(host, f"Đã gộp C-0{ALIKE} vào C-", opens=MIXED)


def takes_only_after_a_look(page: Page) -> None:
    """The first stroke leads to a wording that was drafted from a rough slip."""
    page.keyboard.press("c")
    expect(page.get_by_text("Xem câu chữ chính thức, rồi nhận lần nữa.")).to_be_visible()


def test_keys_are_listed_without_being_turned_off_and_say_so_when_they_are(host):
    host.goto(f"{DESK}/{VAGUE}/")
    host.keyboard.press("?")
    listed = host.get_by_role("dialog")
    expect(listed).to_contain_text("Z Hoàn tác việc vừa làm")
    expect(listed.get_by_role("button", name="Đóng")).to_be_focused()
    host.keyboard.press("Enter")
    expect(listed).to_be_hidden()
    host.keyboard.press("j")
    host.wait_for_url(lambda url: not url.endswith(f"/{VAGUE}/"))

    host.keyboard.press("?")
    host.get_by_role("button", name="Tắt phím tắt").click()
    told_off = host.get_by_text("Phím tắt đang tắt.")
    expect(told_off).to_be_visible()
    host.get_by_role("button", name="Bật phím tắt").click()
    expect(told_off).to_be_hidden()


def told(page: Page, words: str, *, opens: int) -> None:
    """The page says what was done and has the next question open."""
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
    page.wait_for_url(f"**/{opens}/")
