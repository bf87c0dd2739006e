"""Successors and routing phrases of an agency, typed one a line."""

from datetime import date

import pytest
from django.test import Client

from doithoai.audit.models import Entry
from doithoai.directory.actions import add_agency, amend_agency, load_agencies
from doithoai.directory.models import Agency
from doithoai.web.directory.forms import AgencyForm
from doithoai.web.directory.lines import heir_lines, phrase_lines
from doithoai.workflow import Refused
from tests.builders import a_place, an_administrator, an_agency

pytestmark = pytest.mark.django_db
PLAIN = {"name": "Sở Giao thông", "short_name": "Sở GT", "kind": "department", "level": "province"}


def typed(place=None, **lines):
    return AgencyForm(PLAIN | lines, place=place or a_place())


def heirs(agency):
    return list(agency.successions.values_list("successor__name", "fields"))


@pytest.mark.parametrize(
    "line, weight", [("cầu đường", 1.0), ("cầu đường | 2,5", 2.5), ("cầu đường|2.5", 2.5)]
)
def test_a_phrase_weighs_one_unless_told(line, weight):
    form = typed(phrases=line)

    assert form.is_valid()
    assert form.values()["phrases"] == [{"text": "cầu đường", "weight": weight}]


@pytest.mark.parametrize(
    "line", ["cầu | nặng", "cầu | 0", "cầu | 11", "cầu | -1", "| 2", "cầu|1e1"]
)
def test_a_broken_weight_or_phrase_is_told_on_its_field(line):
    form = typed(phrases=line)

    assert list(form.errors) == ["phrases"]


def test_a_successor_is_found_by_any_of_its_names_in_the_same_place():
    heir = an_agency("Sở Xây dựng", aliases=["SXD"])
    form = typed(successors="SXD | giao thông")

    assert form.is_valid()
    assert form.values()["successors"] == [(heir, "giao thông")]


@pytest.mark.parametrize(
    "lines, words",
    [
        ("Sở Không Có", "thêm cơ quan đó trước"),
        ("Sở Nội vụ", "Chưa có “Sở Nội vụ”"),
        ("Sở Xây dựng | cầu\nSở Xây dựng | đường", "Gộp lĩnh vực vào một dòng"),
        ("| cầu", "thiếu tên cơ quan"),
        ("Sở Xây dựng | " + "x" * 301, "Ghi gọn lại"),
    ],
)
def test_a_successor_nobody_can_place_is_told_what_to_do(lines, words):
    an_agency("Sở Xây dựng")
    an_agency("Sở Nội vụ", place=a_place("Cao Bằng"))
    form = typed(successors=lines)

    assert words in form.errors["successors"][0]


def test_of_two_agencies_of_one_name_the_one_living_afterwards_takes_over():
    an_agency("Sở Y tế", valid_to=date(2025, 2, 28))
    heir = an_agency("Sở Y tế", valid_from=date(2025, 3, 1))
    form = typed(successors="Sở Y tế", valid_to="28/2/2025")

    assert form.is_valid()
    assert form.values()["successors"] == [(heir, "")]


def test_the_trail_tells_successors_and_phrases_before_and_after():
    admin, agency, heir = an_administrator(), an_agency("Sở A"), an_agency("Sở B")
    phrases = [{"text": "cầu đường", "weight": 2.0}]
    amend_agency(agency, by=admin, aliases=[], successors=[(heir, "cầu")], phrases=phrases)

    entry = Entry.objects.get(verb="directory.amend_agency")
    assert entry.before == {"phrases": [], "successors": []}
    assert entry.after == {"phrases": phrases, "successors": ["Sở B: cầu"]}
    assert heirs(agency) == [("Sở B", "cầu")]


def test_successors_that_stay_leave_no_line_in_the_trail():
    admin, agency, heir = an_administrator(), an_agency("Sở A"), an_agency("Sở B")
    for _ in range(2):
        amend_agency(agency, by=admin, aliases=[], successors=[(heir, "cầu")])

    assert Entry.objects.filter(verb="directory.amend_agency").order_by("-pk")[0].after == {}


def test_no_agency_takes_over_from_itself():
    agency = an_agency("Sở A")

    with pytest.raises(Refused, match="không kế thừa chính mình"):
        amend_agency(agency, by=an_administrator(), aliases=[], successors=[(agency, "")])


def test_a_new_agency_is_kept_with_both():
    heir = an_agency("Sở B")
    form = typed(successors="Sở B | cầu", phrases="đường | 3")
    assert form.is_valid()
    agency = add_agency(by=an_administrator(), place=heir.place, key="so-gt", **form.values())

    assert heirs(agency) == [("Sở B", "cầu")]
    assert Entry.objects.get(verb="directory.add_agency").after["successors"] == ["Sở B: cầu"]
    assert agency.phrases == [{"text": "đường", "weight": 3.0}]


def test_the_standard_catalogue_reads_back_as_it_is_shown():
    place = a_place()
    load_agencies(place, by=None)
    agencies = list(Agency.objects.filter(successions__isnull=False).distinct())
    given = Agency.objects.get(key="so-y-te")
    given.phrases = [{"text": "trạm y tế", "weight": 1.5}]
    agencies.append(given)

    for agency in agencies:
        lines = {"successors": heir_lines(agency), "phrases": phrase_lines(agency)}
        shown = {name: "\n".join(found) for name, found in lines.items()}
        form = typed(place, valid_to=agency.valid_to or "", **shown)
        assert form.is_valid(), (agency, form.errors)
        found = [(heir.name, fields) for heir, fields in form.values()["successors"]]
        assert (found, form.values()["phrases"]) == (heirs(agency), agency.phrases)


def test_the_page_shows_what_is_kept_and_keeps_what_was_typed():
    client, agency, heir = Client(), an_agency("Sở A"), an_agency("Sở B")
    client.force_login(an_administrator())
    address = f"/co-quan/{agency.pk}/"
    sent = PLAIN | {"successors": "Sở B | cầu", "phrases": "cầu đường | 1,5"}
    assert client.post(address, sent).status_code == 302

    page = client.get(address).content.decode()
    assert "Sở B | cầu</textarea>" in page
    assert "cầu đường | 1,5</textarea>" in page
    refused = client.post(address, sent | {"successors": "Sở Z | chợ"}).content.decode()
    assert "Sở Z | chợ</textarea>" in refused
    assert heirs(agency) == [(heir.name, "cầu")]
