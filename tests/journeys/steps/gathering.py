"""Steps of gathering hundreds of slips: public form, links, entry, received lists."""

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from doithoai.planning.models import Conference
from doithoai.questions.actions import (
    begin_reading,
    begin_taking,
    open_points,
    read_rows,
    receive,
    send_list,
    take_rows,
)
from doithoai.questions.models import Channel, CollectionPoint, ReceivedList, Submission
from doithoai.questions.queries import point_counts
from doithoai.questions.rules import said_alike
from doithoai.questions.states import ListState
from tests.builders_questions import a_list_file
from tests.journeys.road import on, person
from tests.journeys.slips.writing import Slip
from tests.web.visits import draft_token

WAYS, ON_PAGE = (Channel.PAPER, Channel.PHONE), 8
FAULTY = (99, "", "Người không ghi gì", "", "", "", "")


def hands_out_links(conference: Conference, names: Sequence[str], *, day: date):
    """Every union and commune gets its own link."""
    with on(day):
        points = open_points(conference, names=names, by=person(conference.host))
    assert {point.name for point in points} == set(names)
    return points


def writes_on_the_page(
    conference: Conference, slips: Sequence[Slip], point: CollectionPoint | None, *, day: date
) -> list[str]:
    """People ask on the public form, three steps each; the form sent twice is one slip."""
    codes = [
        _asked(conference, slip, point, day=day, minute=at % 60, hour=7 + at // 60)
        for at, slip in enumerate(slips)
    ]
    assert len(set(codes)) == len(slips)
    if point:
        assert point_counts(point).total == len(slips)
    return codes


def _asked(conference, slip: Slip, point, *, day: date, hour: int, minute: int) -> str:
    address = f"/cong/{conference.slug}/gui-cau-hoi/"
    at = f"?diem={point.code}" if point else ""
    with on(day, hour, minute):
        client = Client()
        token = draft_token(client.get(f"{address}{at}"))
        words = {"text": slip.text, "phieu": token}
        first = f"{address}?buoc=1{at.replace('?', '&')}"
        second = client.post(first, words).url
        sender = {"sender_name": slip.name, "sender_unit": slip.unit, "phone": slip.phone}
        sender |= {"consents_contact": "on"} if slip.phone else {}
        third = client.post(second, {"phieu": token, **sender}).url
        assert parse_qs(urlsplit(third).query)["phieu"] == [str(token)]
        sent, again = (client.post(third, {"phieu": token}).url for _ in range(2))
    assert sent == again
    return sent.rstrip("/").rpartition("/")[2]


def sends_from_home(
    conference: Conference, slips: Sequence[Slip], *, day: date, days: int = 7
) -> None:
    """People ask without the pages being looked at, by the form's own action."""
    for at, slip in enumerate(slips):
        contact = {"email": slip.email, "consents_contact": True} if slip.email else {}
        with on(day + timedelta(days=at % days), 19, at % 60):
            sender = {"sender_name": slip.name, "sender_unit": slip.unit, **contact}
            receive(conference, text=slip.text, by=None, **sender)


def types_in(conference: Conference, slips: Sequence[Slip], *, day: date) -> None:
    """Calls and paper slips, the first of them on the page, where like ones are shown."""
    client = _signed(conference)
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/nhap/"
    with on(day, 14):
        token = client.get(address).context["form"]["token"].value()
        for at, slip in enumerate(slips[:ON_PAGE]):
            channel = WAYS[at % 2]
            said = {"text": slip.text, "channel": channel, "sender_unit": slip.unit}
            said |= {"token": token, "sender_name": slip.name}
            answer = client.post(address, said)
            if answer.status_code == 200:
                said["alike"] = said_alike(slip.text.strip())[:200]
                answer = client.post(address, said)
            token = client.get(answer.url).context["form"]["token"].value()
        for at, slip in enumerate(slips[ON_PAGE:]):
            sender = {"sender_name": slip.name, "sender_unit": slip.unit}
            by = person(conference.host)
            receive(conference, text=slip.text, channel=WAYS[at % 2], by=by, **sender)


def takes_a_list_on_its_pages(
    conference: Conference, slips: Sequence[Slip], point: CollectionPoint, *, day: date
) -> ReceivedList:
    """A union's file is looked through and taken; sent again it adds nothing."""
    client, content = _signed(conference), a_list_file(_rows(slips))
    address = f"/hoi-nghi/{conference.slug}/cau-hoi/danh-sach/"

    def send():
        sheet = SimpleUploadedFile("cong-doan.xlsx", content)
        return client.post(address, {"sheet": sheet, "channel": "union", "point": point.pk})

    before = conference.submissions.count()
    with on(day, 8):
        page = client.get(send().url)
        fields = {name: field.value() or "" for name, field in _fields(page.context["form"])}
        received = ReceivedList.objects.get(pk=page.context["received"].pk)
        _press(client, received, "cot", **fields)
        read_rows(received.pk)
        rows = [row.number for row in received.rows.filter(is_wanted=True)]
        assert conference.submissions.count() == before
        _press(client, received, "nhan", dong=rows, nhan=rows)
        take_rows(received.pk)
        assert send().status_code == 409
    assert conference.submissions.count() == before + len(slips)
    return received


def takes_a_list(conference: Conference, slips: Sequence[Slip], *, day: date, again) -> None:
    """Another file, with rows of one taken before and a row that says nothing."""
    host, before = person(conference.host), conference.submissions.count()
    with on(day, 10):
        rows = [*_rows(slips), *_rows(again), FAULTY]
        received = send_list(
            conference, file_name="xa.xlsx", content=a_list_file(rows), channel="commune", by=host
        )
        columns = received.columns
        seen = {"head": columns["head"], "fields": columns["fields"], "version": received.version}
        begin_reading(received, **seen, by=host)
        read_rows(received.pk)
        received.refresh_from_db()
        verdicts = received.rows.values_list("verdict", flat=True)
        assert sorted(verdicts).count("duplicate") == len(again)
        begin_taking(received, without_faulty=True, version=received.version, by=host)
        take_rows(received.pk)
    received.refresh_from_db()
    assert received.state == ListState.TAKEN
    assert conference.submissions.count() == before + len(slips)


def _rows(slips: Sequence[Slip]):
    return [
        (at, one.text, one.name, one.unit, one.phone, "x" if one.phone else "", "")
        for at, one in enumerate(slips, start=1)
    ]


def _fields(form):
    return ((name, form[name]) for name in form.fields)


def _press(client: Client, received: ReceivedList, deed: str, **data) -> None:
    received.refresh_from_db()
    address = f"/hoi-nghi/{received.conference.slug}/cau-hoi/danh-sach/{received.pk}/"
    answer = client.post(address, {"version": received.version, "viec": deed, **data})
    assert answer.status_code == 302, answer.content.decode()


def _signed(conference: Conference) -> Client:
    client = Client()
    client.force_login(person(conference.host))
    return client


def every_channel_came(conference: Conference, count: int, late: int = 0) -> None:
    """So many slips, by all four ways, so many of them late; none lost on its way."""
    assert conference.submissions.count() == count
    ways = set(conference.submissions.values_list("channel", flat=True))
    assert ways == {"web", "paper", "phone", "union", "commune"}
    assert conference.submissions.filter(is_late=True).count() == late
    codes = Submission.objects.filter(conference=conference).values_list("code", flat=True)
    assert len(set(codes)) == count
