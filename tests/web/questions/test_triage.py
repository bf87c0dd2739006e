"""The triage desk: one question at a time, decided in one stroke."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.questions.models import Hold, Likeness, Suggestion
from doithoai.questions.queries.comparing import Like
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, a_submission, a_topic, an_agency, an_official

pytestmark = pytest.mark.django_db
KIND = {"kind": "petition", "topic": "", "agency": "sau", "other": ""}


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def host(conference):
    return a_client(conference.host)


def a_client(agency):
    client = Client()
    client.force_login(an_official(agency))
    return client


def desk(conference, tail=""):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/phan-loai/{tail}"


def accepted(client, question, **more):
    sent = {"viec": "nhan", "version": question.version, "wording": "Khi nào có nước?"}
    address = desk(question.conference, f"{question.number}/")
    return client.post(address, sent | KIND | more)


def suggested(question, **values):
    return Suggestion.objects.create(question=question, version=1, **values)


def test_the_desk_opens_on_the_first_new_question(host, conference):
    a_question(conference, state="selected")
    a_question(conference)

    assert host.get(desk(conference)).url == desk(conference, "2/")


def test_when_all_is_decided_it_says_so(host, conference):
    a_question(conference, state="selected")

    assert "Không còn câu nào chưa phân loại" in host.get(desk(conference)).content.decode()


def test_taking_a_question_names_its_agency_and_opens_the_next(host, conference):
    first, _ = a_question(conference), a_question(conference)
    agency = an_agency("Sở Y tế", place=conference.place)
    suggested(first, agencies=[{"agency": agency.pk, "name": agency.name, "reason": "Có: y tế"}])
    response = accepted(host, first, agency=str(agency.pk))
    first.refresh_from_db()

    assert (first.state, first.kind, first.lead) == (QuestionState.SELECTED, "petition", agency)
    assert response.url == desk(conference, "2/")


def test_another_agency_must_be_named(host, conference):
    question = a_question(conference)
    page = accepted(host, question, agency="khac")

    assert "Chọn cơ quan trong danh sách, hoặc chọn “Chọn sau”." in page.content.decode()
    assert "Khi nào có nước?" in page.content.decode()


def test_one_stroke_is_one_step_to_undo(host, conference):
    question = a_question(conference)
    agency = an_agency("Sở Y tế", place=conference.place)
    accepted(host, question, agency="khac", other=str(agency.pk))
    step = host.get(desk(conference)).context["undoable"]
    host.post(desk(conference, f"hoan-tac/{step.pk}/"))
    question.refresh_from_db()

    assert (question.state, question.lead) == (QuestionState.RECEIVED, None)


def test_merging_keeps_both_senders_and_goes_on(host, conference):
    first, second = a_question(conference), a_question(conference)
    host.post(desk(conference, "2/gop-vao/1/"), {"version": second.version})
    second.refresh_from_db()

    assert (second.state, second.merged_into) == (QuestionState.MERGED, first)
    assert first.parts.count() == 2


def test_undoing_a_merge_opens_the_question_that_was_merged(host, conference):
    a_question(conference, state="selected")
    second = a_question(conference)
    host.post(desk(conference, "2/gop-vao/1/"), {"version": second.version})
    page = host.get(desk(conference))

    assert "Hoàn tác C-002" in page.content.decode()
    undone = host.post(desk(conference, f"hoan-tac/{page.context['undoable'].pk}/"))
    assert undone.url == desk(conference, "2/")


def test_a_question_seen_before_another_changed_it_is_not_merged(host, conference):
    a_question(conference)
    second = a_question(conference, version=3)
    response = host.post(desk(conference, "2/gop-vao/1/"), {"version": 1}, follow=True)
    second.refresh_from_db()

    assert second.state == QuestionState.RECEIVED
    assert "Có người vừa sửa câu này" in response.content.decode()


def test_two_said_to_differ_are_proposed_together_no_more(host, conference):
    first, second = a_question(conference), a_question(conference)
    Likeness.objects.create(one=first, other=second, score=900)
    assert len(host.get(desk(conference, "2/")).context["beside"]) == 1
    host.post(desk(conference, "2/khac/1/"))

    assert host.get(desk(conference, "2/")).context["beside"] == []


def test_a_letter_s_words_stand_in_no_queue(host, conference):
    a_question(conference)
    letter = a_question(conference, wording="Tôi tố cáo ông A nhận hối lộ")
    suggested(letter, kind="denunciation", kind_reasons=["Có cụm từ “tố cáo”"])
    page = host.get(desk(conference, "1/")).content.decode()

    assert "hối lộ" not in page
    assert "Có dấu hiệu tố cáo" in page


def test_who_else_has_it_open_is_told(host, conference):
    question = a_question(conference)
    address = desk(conference, "1/giu/")
    assert host.post(address).content.strip() == b""
    other = a_client(conference.host).post(address).content.decode()

    assert "đang mở câu này từ" in other
    assert Hold.objects.get(question=question).held_by.agency == conference.host


def test_personal_data_beside_is_masked_and_differences_are_marked(host, conference):
    first = a_question(conference, wording="Xã Phú Tân khi nào có nước sạch, gọi 0912345678?")
    second = a_question(conference, wording="Xã Long An khi nào có nước sạch?")
    Likeness.objects.create(one=first, other=second, score=800)
    page = host.get(desk(conference, "2/")).content.decode()

    assert "0912345678" not in page
    assert '<mark class="differs">' in page


def test_the_office_sees_the_desk_and_decides_nothing(conference):
    office = a_client(conference.office)
    question = a_question(conference)

    assert "Nhận câu hỏi" not in office.get(desk(conference, "1/")).content.decode()
    assert accepted(office, question).status_code == 403


def test_the_topic_that_shares_its_words_is_proposed_with_the_reason(host, conference):
    a_topic(conference, "Chính sách bình đẳng giới trong lao động")
    topic = a_topic(conference, "Hỗ trợ phụ nữ khởi nghiệp, vay vốn ưu đãi")
    question = a_question(conference, wording="Tôi muốn khởi nghiệp, vay vốn ưu đãi ở đâu?")
    page = host.get(desk(conference, "1/"))

    assert page.context["form"].initial["topic"] == topic.pk
    assert "Đề xuất nội dung: Cùng nói: “khởi nghiệp, vay vốn ưu đãi”" in page.content.decode()
    question.refresh_from_db()
    assert question.topic is None


def test_what_was_done_and_how_many_asked_stand_under_the_words(host, conference):
    question = a_question(conference, state="selected")
    host.post(
        f"/hoi-nghi/{conference.slug}/cau-hoi/1/", {"viec": "tra-ve", "version": question.version}
    )
    page = host.get(desk(conference, "1/")).content.decode()

    assert "1 phiếu hỏi câu này · đã làm 1 việc" in page
    assert "Đưa về mới nhận" in page


def test_an_answer_of_an_earlier_year_is_one_click_away(host, conference, monkeypatch):
    earlier = a_conference(place=conference.place, slug="nam-truoc", year=2022)
    answered = a_question(earlier, state="answered")
    a_question(conference)
    monkeypatch.setattr(
        "doithoai.web.questions.triage_desk.like_questions", lambda *_: [Like(answered, 900)]
    )
    page = host.get(desk(conference, "1/")).content.decode()

    assert "Đã trả lời năm 2022: xem câu trả lời" in page
    assert "/cong/nam-truoc/tra-loi/1/" in page
    assert "Gộp vào C-001" not in page


def test_the_one_before_and_the_one_after_go_round(host, conference):
    for _ in range(3):
        a_question(conference)
    page = host.get(desk(conference, "1/"))

    assert (page.context["preceding"], page.context["following"]) == (3, 2)


def test_three_slips_cost_no_more_queries_than_one(host, conference):
    question, _, _ = a_question(conference), a_question(conference), a_question(conference)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            host.get(desk(conference, "1/"))
        counts.append(len(asked))
        for _ in range(2):
            slip = a_submission(conference)
            question.parts.create(submission=slip, text=slip.text, end=len(slip.text))
            a_question(conference)

    assert counts[0] == counts[1]


def test_a_question_not_compared_yet_says_so_and_warns_of_a_letter_all_the_same(host, conference):
    text = "Tôi làm đơn khiếu nại quyết định thu hồi đất số 12/QĐ-UBND của UBND huyện."
    question = a_question(conference, wording=text)
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/phan-loai/{question.number}/"
    page = host.get(address).content.decode()

    assert "Chưa so xong" in page
    assert "Không thấy câu nào giống" not in page
    assert "Có dấu hiệu khiếu nại" in page


def test_a_wording_that_calls_for_a_look_stands_open_as_a_draft(host, conference):
    a_question(conference, wording="E hỏi vay vốn nuôi dê dc ko ạ? sdt e 0912345678, tks ad nhìu")
    a_question(conference)
    rough = host.get(desk(conference, "1/"))
    plain = host.get(desk(conference, "2/")).content.decode()

    assert rough.context["form"].initial["wording"] == "Vay vốn nuôi dê được không ạ?"
    assert 'id="nhan" data-look' in " ".join(rough.content.decode().split())
    assert "Phiếu có chữ viết tắt" in rough.content.decode()
    assert "data-look" not in plain


def test_setting_aside_and_passing_on_stand_in_the_bar_under_one_name_each(host, conference):
    a_question(conference)
    bar = host.get(desk(conference, "1/")).content.decode().split('class="triage-bar"')[1]

    assert 'href="#de-ngoai"' in bar
    assert "Chuyển đơn theo luật" in bar
    passing = f"/hoi-nghi/{conference.slug}/cau-hoi/1/chuyen-don/"
    assert "Chuyển đơn theo luật</button>" in host.get(passing).content.decode()
