"""The secretary's desk, the tablets, the minutes' page, as their people meet them."""

import re

import pytest
from django.urls import reverse

from doithoai.hall.actions import call_next, name_speaker, start_answering, start_speaking
from doithoai.hall.models import HallEvent, Session
from doithoai.hall.rules import Speaker
from doithoai.hall.states import TurnState
from tests.builders import an_approver, an_official
from tests.builders_hall import (
    a_driver,
    a_hall_conference,
    a_session,
    an_audience,
    an_audience_question,
    an_item,
    turns_of,
)

pytestmark = pytest.mark.django_db


def address(name, session):
    return reverse(f"hall:{name}", args=[session.conference.slug])


def page(client, session, name="hall", person=None):
    client.force_login(person or a_driver(session))
    return client.get(address(name, session)).content.decode()


def press(client, session, viec, **data):
    client.force_login(a_driver(session))
    data = {"viec": viec, "version": Session.objects.get(pk=session.pk).version, **data}
    back = address("hall", session)
    return client.post(back, data, headers={"referer": f"http://testserver{back}"})


def one_by_one(session, *actions):
    for action, place in actions:
        turn = {"turn": turns_of(session)[place].pk} if place is not None else {}
        session = action(session, version=session.version, by=a_driver(session), **turn)
    return session


def test_the_session_is_opened_from_its_page(client):
    conference = a_hall_conference()
    client.force_login(an_official(conference.host))
    found = client.get(reverse("hall:hall", args=[conference.slug])).content.decode()
    client.post(reverse("hall:hall", args=[conference.slug]), {"viec": "mo", "version": 0})

    assert "Mở phiên hội trường" in found
    assert Session.objects.get().conference == conference


@pytest.mark.parametrize("tablet", ["chair", "presenter"])
def test_before_the_session_is_open_a_tablet_says_who_opens_it(client, tablet):
    conference = a_hall_conference()
    client.force_login(an_official(conference.host))
    response = client.get(reverse(f"hall:{tablet}", args=[conference.slug]), follow=True)

    assert response.redirect_chain == [(reverse("hall:hall", args=[conference.slug]), 302)]
    assert "Chưa mở phiên hội trường" in response.content.decode()


def test_one_red_button_is_the_next_step(client):
    session = a_session()
    steps = [(call_next, None), (start_speaking, 0), (start_answering, 0)]
    found = []
    for step in [None, *steps]:
        session = one_by_one(session, step) if step else session
        html = page(client, session)
        found.append(
            re.findall(r'button-primary"\s+form="buoc"\s+name="viec"\s+value="([a-z-]+)', html)
        )

    assert found == [["tiep-theo"], ["noi"], ["tra-loi"], ["xong"]]


def test_a_step_pressed_on_an_old_page_is_told(client):
    session = a_session()
    press(client, session, "tiep-theo")
    response = press(client, session, "tiep-theo", version=1)

    assert response.status_code == 302
    assert "bấm trước một bước" in client.get(address("hall", session)).content.decode()
    assert [turn.state for turn in turns_of(session)][:2] == [TurnState.CALLED, TurnState.QUEUED]


def test_the_whole_road_of_a_question_is_pressed(client):
    session = a_session()
    for viec in ("tiep-theo", "noi", "tra-loi"):
        target = "" if viec == "tiep-theo" else f":{turns_of(session)[0].pk}"
        press(client, session, f"{viec}{target}")
    press(client, session, f"xong:{turns_of(session)[0].pk}", note="Sở sẽ sửa trong tháng 11.")
    turn = turns_of(session)[0]

    assert (turn.state, turn.note) == (TurnState.ANSWERED, "Sở sẽ sửa trong tháng 11.")


@pytest.mark.parametrize("viec", ["xoa", "noi:abc", "noi:" + "9" * 30, ""])
def test_a_button_that_is_none_of_ours_is_not_found(client, viec):
    assert press(client, a_session(), viec).status_code == 404


def test_what_was_typed_stays_when_it_is_not_enough(client):
    session = a_session()
    html = press(client, session, "them", speaker_name="Lê Chín", text="").content.decode()

    assert "Gõ câu hỏi, ít nhất một dòng." in html
    assert 'value="Lê Chín"' in html


@pytest.mark.parametrize(
    ("viec", "data", "kind"),
    [
        ("man-hinh-blank", {}, "screen"),
        ("tin", {"message": "Nghỉ 15 phút"}, "screen"),
        ("gio", {"speak_seconds": 120, "answer_seconds": 240}, "limits"),
        ("mo-may", {}, "audience"),
        ("nghi", {}, "paused"),
        ("xen", {"kind": "intervention", "speaker_name": "A"}, "intervened"),
        ("be-mac", {}, "closed"),
    ],
)
def test_each_form_of_the_desk_does_its_step(client, viec, data, kind):
    session = a_session()
    press(client, session, viec, **data)

    assert HallEvent.objects.last().kind == kind


def test_an_item_is_started_from_the_run_sheet(client):
    session = a_session()
    item = an_item(session.conference)
    press(client, session, f"muc:{item.pk}")

    assert Session.objects.get().current_item == item


def test_a_department_watches_without_buttons(client):
    session = a_session()
    department = session.conference.participations.all()[0].agency
    html = page(client, session, person=an_official(department))

    assert "Hàng chờ" in html
    assert 'form="buoc"' not in html
    assert "data-stream" not in html


def test_names_without_consent_stay_off_the_screens(client):
    session = a_session()
    turn = turns_of(session)[0]
    speaker = Speaker("Lê Thị Chín", "xã An Hữu")
    by = a_driver(session)
    session = name_speaker(session, turn=turn.pk, speaker=speaker, version=session.version, by=by)
    session = one_by_one(session, (start_speaking, 0))
    seen = [page(client, session, name) for name in ("stage", "audience", "presenter", "chair")]

    assert ["Lê Thị Chín" in html for html in seen] == [False] * 4
    assert ["xã An Hữu" in html for html in seen] == [True] * 4


def test_personal_data_in_a_question_is_masked_on_the_screen(client):
    session = a_session()
    question = turns_of(session)[0].question
    question.wording = "Gọi lại số 0912 345 678 về nước sạch"
    question.save()
    session = one_by_one(session, (call_next, None))

    assert "345" not in page(client, session, "stage").split("<main")[1].split("data-live")[1]


def test_the_stage_opens_by_its_link_alone_and_shuts_with_it(client):
    session = a_session()
    link = f"{address('stage', session)}?khoa={session.stage_key}"
    assert client.get(link).status_code == 200
    press(client, session, "doi-khoa")
    client.logout()

    assert client.get(link).status_code == 404
    assert client.get(address("stage", session)).status_code == 404


def test_only_pages_of_the_hall_may_listen_elsewhere(client, settings):
    settings.LIVE = ":8001"
    session = a_session()
    client.force_login(a_driver(session))
    policies = {
        name: client.get(address(name, session), SERVER_PORT="8000").headers[
            "Content-Security-Policy"
        ]
        for name in ("hall", "stage", "audience")
    }
    other = client.get("/").headers["Content-Security-Policy"]

    assert all("connect-src 'self' http://testserver:8001;" in one for one in policies.values())
    assert "connect-src 'self';" in other


@pytest.mark.parametrize("live", ["", "/"])
def test_behind_one_address_the_policy_stays_as_everywhere(client, settings, live):
    settings.LIVE = live
    session = a_session()

    assert f'data-stream="/truc-tiep/{session.conference.slug}/secretary?' in page(client, session)


def test_the_desk_asks_as_much_for_any_queue(client, django_assert_max_num_queries):
    for questions in (1, 6):
        session = a_session(questions=questions)
        client.force_login(a_driver(session))
        client.get(address("hall", session))
        with django_assert_max_num_queries(75):
            client.get(address("hall", session))


def test_minutes_are_drafted_saved_and_signed(client):
    session = a_session()
    press(client, session, "be-mac")
    where, signer = address("minutes", session), an_approver(session.conference.chair)
    client.post(where, {"viec": "ghi-lai", "version": 0})
    client.post(where, {"viec": "ky", "version": 1, "body": "Biên bản đủ."})
    client.force_login(signer)
    client.post(where, {"viec": "duyet", "version": 3})
    html = client.get(where).content.decode()

    assert "Đã ký" in html
    assert signer.full_name in html


def test_minutes_typed_on_an_old_page_stay_typed(client):
    session = a_session()
    client.force_login(a_driver(session))
    where = address("minutes", session)
    client.post(where, {"viec": "ghi-lai", "version": 0})
    response = client.post(where, {"viec": "luu", "version": 0, "body": "Chữ của tôi."})

    assert response.status_code == 409
    assert "Chữ của tôi." in response.content.decode()


def test_a_button_of_an_old_page_does_not_show_what_another_refused(client):
    session = an_audience(a_session())
    question = an_audience_question(session)
    press(client, session, f"khong-dua:{question.pk}")
    response = press(client, session, f"duyet:{question.pk}")
    told = client.get(response.url).content.decode()
    question.refresh_from_db()

    assert question.state == "refused"
    assert "từ chối. Xem danh sách mới" in told
    assert f'value="dua-lai:{question.pk}"' in told


def test_the_desk_takes_down_and_brings_back_by_deeds_of_their_own(client):
    session = an_audience(a_session())
    question = an_audience_question(session)
    states = []
    for deed in ("duyet", "go-xuong", "dua-lai"):
        press(client, session, f"{deed}:{question.pk}")
        question.refresh_from_db()
        states.append(question.state)

    assert states == ["shown", "refused", "shown"]


def test_all_that_wait_are_refused_with_the_one_button(client):
    session = an_audience(a_session())
    asked = [an_audience_question(session) for _ in range(2)]
    deed = re.search(r'value="(khong-dua-het:\d+)"', page(client, session))[1]
    press(client, session, deed)

    assert deed == f"khong-dua-het:{asked[-1].pk}"
    assert not session.audience_questions.filter(state="waiting").exists()
