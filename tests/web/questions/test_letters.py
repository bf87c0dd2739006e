"""Đơn khiếu nại, tố cáo: found, confirmed, and kept from other eyes."""

import pytest
from django.urls import reverse

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.questions.actions import name_keepers, pass_on, split
from doithoai.questions.models import PassOn, Suggestion
from doithoai.questions.permissions import may_keep_secrets
from doithoai.questions.queries.letters import possible_keepers
from tests.builders import a_conference, a_question, an_approver, an_official

pytestmark = pytest.mark.django_db

MIXED = "Khi nào có nước sạch? Tôi tố cáo ông K vòi tiền."
SENDER = {"text": MIXED, "sender_name": "Lê Thị Hạnh"}


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def host(conference):
    return an_official(conference.host)


def page(client, user, name, conference, *more):
    client.force_login(user)
    return client.get(reverse(f"questions:{name}", args=[conference.slug, *more])).text


def a_denunciation(conference, by):
    question = a_question(conference, wording=MIXED, sender=SENDER)
    matter, letter = split(question.parts.get(), cuts=[22], version=0, by=by)
    pass_on(
        letter,
        kind="denunciation",
        paper="transfer",
        body="Thanh tra tỉnh",
        ground="Báo hành vi vi phạm",
        version=0,
        by=by,
    )
    return matter, letter


def test_what_the_engine_suspects_waits_for_a_person(client, conference, host):
    question = a_question(conference, wording="Tôi khiếu nại quyết định thu hồi đất.")
    reasons = ["nói “khiếu nại quyết định”"]
    Suggestion.objects.create(question=question, kind="complaint", kind_reasons=reasons, version=1)

    shown = page(client, host, "letters", conference)

    assert "Tôi khiếu nại quyết định thu hồi đất." in shown
    assert reasons[0] in shown
    assert reverse("questions:pass_on", args=[conference.slug, 1]) in shown


def test_confirming_takes_the_question_out_of_the_list(client, conference, host):
    a_question(conference)
    client.force_login(host)
    sent = {
        "version": "0",
        "kind": "complaint",
        "ground": "khac",
        "words": "Xem lại quyết định",
        "paper": "guidance",
        "body": "Chủ tịch UBND huyện",
    }

    client.post(reverse("questions:pass_on", args=[conference.slug, 1]), sent)

    assert "Chủ tịch UBND huyện" in page(client, host, "letters", conference)
    assert "C-001" not in page(client, host, "questions", conference)


def test_the_rest_of_a_mixed_slip_shows_its_own_words_only(client, conference, host):
    matter, _ = a_denunciation(conference, host)
    code = matter.parts.get().submission.code

    shown = page(client, host, "question", conference, matter.number)

    assert "Khi nào có nước sạch?" in shown
    assert "vòi tiền" not in shown
    assert code not in shown
    assert "Xem người gửi" not in shown


def test_one_of_the_two_sees_who_denounces_and_the_other_officials_do_not(client, conference, host):
    keeper, approver = an_official(conference.host), an_approver(conference.office)
    _, letter = a_denunciation(conference, host)
    name_keepers(conference, users=[keeper, approver], by=approver)
    address = reverse("questions:letter", args=[conference.slug, letter.number])

    client.force_login(host)
    assert "vòi tiền" not in client.get(address).text
    assert client.post(address, {"viec": "xem"}).status_code == 403
    client.force_login(keeper)
    shown = client.post(address, {"viec": "xem"}).text

    assert "Lê Thị Hạnh" in shown
    assert "vòi tiền" in shown
    assert Entry.objects.filter(verb="questions.show_sender", actor=keeper).exists()


def test_nobody_finds_a_denouncers_slip_by_its_code(client, conference, host):
    matter, _ = a_denunciation(conference, host)
    code = matter.parts.get().submission.code
    client.force_login(host)

    found = client.get(reverse("questions:questions", args=[conference.slug]), {"tim": code})

    assert "Khi nào có nước sạch?" not in found.text


def test_a_letter_leads_to_its_paper(client, conference, host):
    _, letter = a_denunciation(conference, host)
    shown = page(client, host, "letter", conference, letter.number)

    address = reverse("documents:paper", args=[conference.slug, "phieu-chuyen-don"])
    assert f"{address}?ve={letter.number}" in shown
    assert "PHIẾU CHUYỂN" in client.get(address, {"ve": letter.number}).text


def test_a_letter_not_read_by_the_engine_yet_waits_to_be_confirmed_too(client, host, conference):
    text = "Tôi làm đơn khiếu nại quyết định thu hồi đất số 12/QĐ-UBND của UBND huyện."
    question = a_question(conference, wording=text)
    client.force_login(host)
    page = client.get(f"/hoi-nghi/{conference.slug}/cau-hoi/don-thu/")

    assert [row.question for row in page.context["suspected"]] == [question]


def test_sending_on_asks_for_the_papers_number_and_is_looked_at_once_more(client, conference, host):
    _, letter = a_denunciation(conference, host)
    address = reverse("questions:letter", args=[conference.slug, letter.number])
    client.force_login(host)
    today = clock.today()
    sent = {"viec": "gui", "number": "15/PC-VPUB", "day": f"{today.day}/{today.month}/{today.year}"}

    assert "Ghi số, ký hiệu của phiếu" in client.post(address, sent | {"number": ""}).text
    assert "Xem lại trước khi ghi" in client.post(address, sent).text
    assert not PassOn.objects.filter(sent_on__isnull=False).exists()
    client.post(address, sent | {"xong": "1"})

    assert PassOn.objects.get().sent_on == today
    assert "Số 15/PC-VPUB, ngày" in client.get(address).text


def test_who_keeps_the_system_keeps_no_secrets(conference):
    person = an_official(conference.office)
    assert person in possible_keepers(conference)
    person.is_administrator = True
    person.save()

    assert person not in possible_keepers(conference)
    assert not may_keep_secrets(person, conference)
