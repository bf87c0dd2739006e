"""What everyone reads of the notice and the promises, and what askers say back."""

import csv
import gzip
import io
import json
from datetime import date

import pytest

from doithoai.conclusions.models import NoticePart, Satisfaction
from doithoai.conclusions.states import CommitmentState, ExtensionState, NoticeState, ReportState
from doithoai.web.portal import limits
from tests.builders import a_question, an_agency, an_approver, an_official
from tests.builders_conclusions import (
    a_commitment,
    a_held_conference,
    a_notice,
    a_report,
    a_verdict,
    an_extension,
    an_item,
)

pytestmark = pytest.mark.django_db
SENDER = {"sender_name": "Nguyễn Thị Mười", "phone": "0912345678", "consents_contact": True}


@pytest.fixture
def conference():
    return a_held_conference()


def page(client, conference, rest):
    response = client.get(f"/cong/{conference.slug}/{rest}")
    assert response.status_code == 200
    return response.content.decode()


def test_before_it_is_out_the_notice_shows_only_its_day(client, conference):
    an_item(a_notice(conference, NoticeState.SIGNED), text="Chưa ai được biết")
    shown = page(client, conference, "ket-luan/")

    assert "chậm nhất ngày 10/10/2024" in shown
    assert "Chưa ai được biết" not in shown


def test_a_published_notice_shows_four_parts_with_agencies_in_full(client, conference):
    notice = a_notice(conference, NoticeState.PUBLISHED)
    an_item(notice)
    an_item(notice, NoticePart.RAISED, text="Nước sạch: 3 kiến nghị.")
    shown = page(client, conference, "ket-luan/")

    assert all(part.label in shown for part in NoticePart)
    assert "tỉnh Tiền Giang, hạn 29/11/2024" in shown


@pytest.mark.parametrize(
    "state, over, words",
    [
        ("open", {}, "Đã hứa, đang làm, hạn 29/11/2024"),
        ("open", {"due": date(2024, 9, 30)}, "Quá hạn 5 ngày làm việc, hạn 30/9/2024"),
        ("reported", {}, "Cơ quan báo đã làm xong, chờ xác nhận"),
        ("kept", {}, "Đã làm xong ngày 2/10/2024"),
        ("kept", {"due": date(2024, 10, 1)}, "Đã làm xong ngày 2/10/2024, trễ hạn 1/10/2024"),
        ("carried", {}, "Chuyển sang hội nghị sau để theo dõi tiếp"),
        ("cancelled", {}, "Đã hủy, có lý do"),
    ],
)
def test_the_state_of_a_promise_is_told_in_words(client, conference, state, over, words):
    a_commitment(conference, state, **over)

    assert words in page(client, conference, "cam-ket/")
    assert words in page(client, conference, "cam-ket/1/")


def test_both_days_of_an_extension_stay_with_its_reason(client, conference):
    commitment = a_commitment(conference, due=date(2024, 12, 31))
    decided = {"state": ExtensionState.GRANTED, "decided_by": an_approver(conference.office)}
    an_extension(commitment, old_due=date(2024, 11, 29), **decided)
    shown = page(client, conference, "cam-ket/1/")

    assert "31/12/2024, hạn ban đầu 29/11/2024" in shown
    assert "Chờ nhập máy." in shown


def test_only_confirmed_reports_are_public_and_nobody_is_named(client, conference):
    question = a_question(conference, sender=SENDER, wording="Gọi tôi 0912345678 về nước sạch")
    commitment = a_commitment(conference, question=question)
    office, keeper = an_official(conference.office), an_official(commitment.agency)
    accepted = {"state": ReportState.ACCEPTED, "judged_by": office}
    a_report(commitment, by=keeper, text="Đã khảo sát, hỏi 0987654321", **accepted)
    a_report(commitment, by=keeper, text="Chưa ai xem")
    a_verdict(question, note="Vẫn chưa có nước")
    shown = page(client, conference, "cam-ket/1/")

    assert "Đã khảo sát" in shown
    hidden = ["Chưa ai xem", "Vẫn chưa có nước", "0912345678", "0987654321", "Mười"]
    assert [one for one in [*hidden, keeper.full_name, office.full_name] if one in shown] == []


def test_verdicts_of_askers_are_counted_in_public(client, conference):
    question = a_question(conference)
    a_commitment(conference, CommitmentState.KEPT, question=question)
    a_verdict(question)

    assert "Chưa giải quyết: 1 người" in page(client, conference, "cam-ket/1/")


def test_open_data_says_the_same_twice(client, conference):
    a_commitment(conference, text="=HYPERLINK(1)")
    a_commitment(conference, CommitmentState.KEPT, agency=an_agency("Sở Giáo dục"))
    text = page(client, conference, "cam-ket/du-lieu.csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    data = json.loads(page(client, conference, "cam-ket/du-lieu.json"))["cam_ket"]

    assert rows[0]["cam_ket"] == "'=HYPERLINK(1)"
    assert [row["so"] for row in rows] == [str(one["so"]) for one in data] == ["1", "2"]
    assert [row["dien_giai"] for row in rows] == [one["dien_giai"] for one in data]


def test_public_pages_are_light(client, conference):
    for _ in range(25):
        a_commitment(conference, text="Lắp máy lọc nước ở xã Phú Tân. " * 8)
    size = len(gzip.compress(page(client, conference, "cam-ket/").encode()))

    assert size < 12_000


def asked(conference, **over):
    question = a_question(conference, state="answered", sender=SENDER)
    a_commitment(conference, CommitmentState.KEPT, question=question, **over)
    return question.parts.get()


def test_the_asker_says_whether_it_is_solved_and_may_say_it_again(client, conference):
    part = asked(conference)
    address = f"/tra-cuu/{part.submission.code}/"
    assert "Việc này đã giải quyết chưa?" in client.get(address).content.decode()
    said = {"part": part.pk, "verdict": "not_solved", "note": "Máy chưa chạy"}
    client.post(f"{address}da-giai-quyet/", said)
    client.post(f"{address}da-giai-quyet/", {**said, "verdict": "partly"})

    assert Satisfaction.objects.get().verdict == "partly"
    assert "giải quyết một phần" in client.get(address).content.decode()


def test_a_promise_stands_on_the_askers_page_before_it_is_kept(client, conference):
    question = a_question(conference)
    a_commitment(conference, question=question)
    part = question.parts.get()
    shown = client.get(f"/tra-cuu/{part.submission.code}/").content.decode()

    assert "Đã hứa, đang làm" in shown
    assert "Việc này đã giải quyết chưa?" not in shown


def test_nothing_chosen_is_told_and_the_note_stays(client, conference):
    part = asked(conference)
    sent = {"part": part.pk, "note": "Máy chưa chạy"}
    shown = client.post(f"/tra-cuu/{part.submission.code}/da-giai-quyet/", sent).content.decode()

    assert "Chọn một trong ba ý." in shown
    assert "Máy chưa chạy" in shown


def test_nobody_judges_anothers_matter_or_guesses_codes(client, conference):
    part, other = asked(conference), asked(conference)
    sent = {"part": other.pk, "verdict": "solved"}
    address = f"/tra-cuu/{part.submission.code}/da-giai-quyet/"
    assert client.post(address, sent).status_code == 404
    for _ in range(limits.GUESSES):
        client.post("/tra-cuu/TG24-XXXX-XXXX/da-giai-quyet/", sent)
    assert client.post(address, {**sent, "part": part.pk}).status_code == 404

    assert not Satisfaction.objects.exists()
