"""One question's whole way on the pages: from a telephone without scripts to the public answer."""

import re

from playwright.sync_api import Page, expect

QUESTION = "Tuyến mương thoát nước ở ấp Bình Hòa bị lấp từ tháng 6, khi nào nạo vét lại?"
WORDING = "Khi nào nạo vét tuyến mương thoát nước ở ấp Bình Hòa?"
FIRST_DRAFT = "Sở đã nhận câu hỏi."
REASON = "Nêu thời hạn và đơn vị thực hiện."
ANSWER = "Sở giao Chi cục Thủy lợi nạo vét tuyến mương, hoàn thành trước ngày 30/11/2024."
SLOWLY = 40  # ms a letter: what is filled in faster than any person is refused
AGENCY = re.compile("^Sở Nông nghiệp và")


def test_a_question_goes_from_a_telephone_to_its_public_answer(windows):
    citizen = windows.citizen()
    code = ask(citizen)
    follow(citizen, code, "Đã nhận, đang chờ phân loại")
    question = choose(windows.official("phunu.tg"), code)
    answer = refer(windows.official("vanphong.tg"), question)
    follow(citizen, code, "Đang được trả lời")
    department = windows.official("nongnghiep.tg")
    hand_in(department, answer, FIRST_DRAFT)
    office = windows.official("vanphong.duyet.tg")
    give_verdict(office, answer, "Trả lại để sửa", REASON)
    expect_reason(department, answer)
    hand_in(department, answer, ANSWER)
    give_verdict(office, answer, "Đồng ý, trình Chủ tịch duyệt")
    give_verdict(windows.official("chutich.tg"), answer, "Duyệt câu trả lời")
    publish(office, answer)
    follow(citizen, code, "Đã có trả lời")
    expect(citizen.get_by_text(ANSWER)).to_be_visible()
    read_on_the_public_list(citizen)


def ask(page: Page, province: str = "Tiền Giang") -> str:
    """Three pages on a telephone; gives the receipt code."""
    page.goto("/")
    page.get_by_role("link", name=province).first.click()
    page.get_by_role("link", name="Gửi câu hỏi").first.click()
    page.get_by_label("Nội dung", exact=True).press_sequentially(QUESTION, delay=SLOWLY)
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Bình")
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_text(QUESTION)).to_be_visible()
    page.get_by_role("button", name="Gửi câu hỏi").click()
    expect(page.get_by_role("heading", name="Đã nhận câu hỏi")).to_be_visible()
    return page.locator(".receipt").inner_text().strip()


def follow(page: Page, code: str, standing: str) -> None:
    """The code opens the tracking page, which says where the question stands."""
    page.goto("/tra-cuu/")
    page.get_by_label("Mã biên nhận").fill(code.lower())
    page.get_by_role("button", name="Xem").click()
    expect(page.get_by_role("heading", name=standing)).to_be_visible()


def choose(page: Page, code: str, audience: str = "phụ nữ") -> str:
    """The host finds the question by its receipt code and chooses it; gives its address."""
    page.goto("/ban-viec/")
    page.get_by_role("link", name="Hội nghị", exact=True).click()
    page.get_by_role("link", name=re.compile(audience)).first.click()
    page.get_by_role("link", name=re.compile("^Câu hỏi")).first.click()
    page.get_by_label("Tìm trong câu hỏi").fill(code)
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("link", name=QUESTION).click()
    address = page.url
    page.get_by_label("Câu chữ chính thức").fill(WORDING)
    page.get_by_role("button", name="Chọn câu này").click()
    expect(page.get_by_text("Đã chọn C-")).to_be_visible()
    return address


def refer(page: Page, question: str) -> str:
    """The office sends it to a department of the list; gives the address of the answer."""
    page.goto(question)
    page.get_by_role("link", name="Chuyển cơ quan trả lời").click()
    agencies = page.locator("select[name=other]")
    agencies.select_option(agencies.locator("option", has_text=AGENCY).get_attribute("value"))
    page.get_by_role("button", name="Chuyển câu hỏi").click()
    expect(page.get_by_text(re.compile("Đã chuyển C-.* đến Sở Nông nghiệp"))).to_be_visible()
    return question.replace("/cau-hoi/", "/tra-loi/")


def hand_in(page: Page, answer: str, body: str) -> None:
    """The department writes and submits."""
    page.goto(answer)
    page.get_by_label("Nội dung trả lời").fill(body)
    page.get_by_role("button", name="Nộp").click()
    expect(page.get_by_text("Chờ thẩm định").first).to_be_visible()


def give_verdict(page: Page, answer: str, verdict: str, note: str = "") -> None:
    """The office or the chair says yes, or no with a reason."""
    page.goto(answer)
    page.get_by_label(verdict).check()
    if note:
        page.get_by_label("Lý do trả lại").fill(note)
    page.get_by_role("button", name="Ghi ý kiến").click()
    expect(page.get_by_role("status")).to_be_visible()


def expect_reason(page: Page, answer: str) -> None:
    """The department reads why its answer came back."""
    page.goto(answer)
    expect(page.get_by_text(REASON).first).to_be_visible()


def publish(page: Page, answer: str) -> None:
    """The office publishes what the chair approved."""
    page.goto(answer)
    page.get_by_role("button", name="Công bố câu trả lời").click()
    expect(page.get_by_text("Đã công bố C-")).to_be_visible()


def read_on_the_public_list(page: Page) -> None:
    """Anyone finds the answer by a word typed without marks."""
    page.goto("/")
    page.get_by_role("link", name="Tiền Giang").first.click()
    page.get_by_role("link", name=re.compile("câu đã có trả lời")).click()
    page.get_by_label(re.compile("Tìm")).fill("nao vet tuyen muong")
    page.get_by_role("button", name=re.compile("Lọc|Tìm")).click()
    page.get_by_role("link", name=WORDING).click()
    expect(page.get_by_text(ANSWER)).to_be_visible()
