"""One deed a stage on the pages, by whoever the plan gives it to."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.looking import faults_behind, links_of, name_of
from tests.browser.windows import Windows

NAMED = "Nguyễn Thị Được Cử"
STRANGER = "Trần Thị Ngoài Danh Sách"
EVIDENCE = "https://vi-du.gov.vn/nghiem-thu"


def path_of(url: str) -> str:
    """The address within the house."""
    return urlsplit(url).path


def public_of(home: str) -> str:
    """The conference's public side."""
    return home.replace("/hoi-nghi/", "/cong/")


def names_a_delegate(page: Page, home: str) -> None:
    """The first of the agency's seats gets its person."""
    page.goto(f"{home}dai-bieu/cu/")
    page.locator("main tbody a").first.click()
    page.get_by_label("Họ và tên").fill(NAMED)
    page.get_by_label("Chức vụ").fill("Trưởng ban")
    page.get_by_role("button", name="Cử đại biểu").click()
    expect(page.get_by_role("link", name=NAMED)).to_be_visible()


def begins_the_estimate(page: Page, home: str) -> list[str]:
    """The host says where the money comes from; gives the faults of the pages to write lines."""
    page.goto(f"{home}kinh-phi/")
    page.get_by_role("button", name="Lập dự toán").click()
    expect(page.get_by_role("button", name="Lập dự toán")).to_be_hidden()
    return faults_behind(page, {"budget:add_line", "budget:import_lines"})


def shares_seen(page: Page, home: str) -> list[str]:
    """Faults of the page where one agency's seats are changed."""
    page.goto(f"{home}dai-bieu/")
    lines = [link for link in links_of(page) if name_of(link) == "delegates:line"]
    page.goto(lines[-1])
    return faults_behind(page, {"delegates:allocation"})


def seen_from(page: Page, address: str, *names: str) -> list[str]:
    """Faults of the pages of these names behind the address."""
    page.goto(address)
    return faults_behind(page, set(names))


def grants_the_money(page: Page, home: str) -> None:
    """What was appraised is approved."""
    page.goto(f"{home}kinh-phi/")
    page.get_by_label(re.compile("^Duyệt")).check()
    page.get_by_role("button", name="Duyệt dự toán").click()
    expect(page.get_by_text("Đã duyệt").first).to_be_visible()


def lays_the_seats(page: Page, home: str) -> None:
    """Blocks from the number of delegates, then a proposal for everyone."""
    page.goto(f"{home}dai-bieu/cho-ngoi/")
    page.get_by_role("button", name="Bố trí sẵn theo số đại biểu").click()
    page.get_by_role("button", name="Lưu khối ghế").click()
    page.goto(f"{home}dai-bieu/cho-ngoi/")
    page.get_by_role("button", name=re.compile("người theo đề xuất")).click()
    expect(page.get_by_text("Mọi đại biểu đã có chỗ")).to_be_visible()


def confirms_the_seats(page: Page, home: str) -> None:
    """The host says yes in the dialog."""
    page.goto(f"{home}dai-bieu/cho-ngoi/")
    page.get_by_role("button", name="Xác nhận sơ đồ").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Xác nhận sơ đồ").click()
    expect(page.get_by_text("Đã xác nhận").first).to_be_visible()


def lets_in(page: Page, home: str) -> None:
    """Somebody no list knows is written in at the door."""
    page.goto(f"{home}dai-bieu/don-tiep/")
    page.get_by_role("link", name="Khách chưa có trong danh sách").click()
    page.get_by_label("Họ và tên").fill(STRANGER)
    page.get_by_label("Nơi công tác, nơi ở").fill("Hợp tác xã")
    page.get_by_role("button", name="Ghi vào cửa").click()
    expect(page.locator("main")).to_contain_text(STRANGER)


def opens_the_hall(page: Page, windows: Windows, home: str) -> None:
    """The session begins; the first question is called, put and answered."""
    page.goto(f"{home}hoi-truong/")
    page.get_by_role("button", name="Mở phiên hội trường").click()
    page.get_by_role("button", name="Khai mạc", exact=True).click()
    expect(page.get_by_role("button", name="Tạm nghỉ")).to_be_visible()
    screen = windows.open(viewport={"width": 1920, "height": 1080})
    screen.goto(page.get_by_role("link", name="Mở màn hình lớn").get_attribute("href") or "")
    page.locator("body").press("n")
    expect(page.get_by_role("button", name="Bắt đầu phát biểu")).to_be_visible()
    page.locator("body").press("s")
    expect(screen.get_by_role("timer").first).to_be_visible()
    expect(page.get_by_role("button", name="Cơ quan trả lời").first).to_be_visible()
    page.locator("body").press("t")
    page.get_by_label("Nội dung đã trả lời").fill("Việc này đã có trong kế hoạch.")
    page.get_by_role("button", name="Đã trả lời xong").first.click()
    expect(page.get_by_role("button", name="Mời câu tiếp theo").first).to_be_visible()


def signs_the_notice(page: Page, home: str, day: str) -> None:
    """Number, day (2024-10-24) and name of the chair's person."""
    page.goto(f"{home}ket-luan/")
    page.get_by_label("Số, ký hiệu").fill("390/TB-UBND")
    page.get_by_label("Ngày ký").fill("/".join(reversed(day.split("-"))))
    page.get_by_label("Người ký", exact=True).fill("Nguyễn Văn Ký")
    page.get_by_role("button", name="Ghi đã ký").click()
    expect(page.get_by_text("390/TB-UBND").first).to_be_visible()


def sends_the_notice_back(page: Page, home: str) -> None:
    """The chair's person wants it shorter."""
    page.goto(f"{home}ket-luan/")
    page.get_by_role("heading", name="Trả lại dự thảo").click()
    page.get_by_label("Lý do trả lại").fill("Rút gọn phần đầu.")
    page.get_by_role("button", name="Trả lại cho cơ quan soạn").click()
    expect(page.get_by_text("Rút gọn phần đầu.").first).to_be_visible()


def mends_the_notice(page: Page, home: str) -> list[str]:
    """Faults of the pages where items are written; then it goes up again."""
    faults = seen_from(page, f"{home}ket-luan/", "conclusions:item", "conclusions:add_item")
    page.goto(f"{home}ket-luan/")
    page.get_by_role("button", name="Trình người chủ trì ký").click()
    expect(page.get_by_role("definition").filter(has_text="Chờ ký")).to_be_visible()
    return faults


def publishes_the_notice(page: Page, citizen: Page, home: str) -> None:
    """From then on anyone reads it, without scripts, on a telephone."""
    page.goto(f"{home}ket-luan/")
    page.get_by_role("button", name="Công bố thông báo").click()
    citizen.goto(f"{public_of(home)}ket-luan/")
    expect(citizen.get_by_text("390/TB-UBND").first).to_be_visible()


def promising_agency(page: Page, home: str) -> str:
    """Who made the first promise."""
    page.goto(f"{home}cam-ket/1/")
    return page.locator(".facts li").nth(1).inner_text().strip()


def reports_the_promise(page: Page, home: str) -> None:
    """The agency says it is done and shows where that can be seen."""
    page.goto(f"{home}cam-ket/1/")
    page.get_by_label("Đã làm được gì").fill("Đã làm xong, có biên bản nghiệm thu.")
    page.get_by_label("Đã làm xong cam kết này").check()
    page.get_by_label("Đường dẫn chứng minh").fill(EVIDENCE)
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_text("Chờ xác nhận").first).to_be_visible()


def accepts_the_report(page: Page, home: str) -> None:
    """The office has seen the evidence."""
    page.goto(f"{home}cam-ket/1/")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Ghi ý kiến").click()
    expect(page.get_by_text("Đã làm xong").first).to_be_visible()


def reads_the_results(page: Page, citizen: Page, home: str) -> None:
    """By agency inside, promise by promise outside; next year begins with what is left."""
    page.goto(f"{home}cam-ket/bao-cao/")
    expect(page.get_by_role("table").first).to_be_visible()
    citizen.goto(f"{public_of(home)}cam-ket/")
    expect(citizen.get_by_text("Chuyển sang hội nghị sau").first).to_be_visible()
