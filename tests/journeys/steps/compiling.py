"""Steps of choosing for the hall and of sending the compiled table to the office."""

import io
from datetime import date

import docx
from django.test import Client
from openpyxl import load_workbook

from doithoai.documents.actions import Terms, issue
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.permissions import issuing_agency
from doithoai.documents.sources.recipe import Wanted
from doithoai.lifecycle.choosing import dialogue_minutes, proposed_hall
from doithoai.planning.models import Conference
from doithoai.questions.models import Compilation, PassOn
from doithoai.questions.queries import hall_questions, questions_of, uncompiled_questions
from doithoai.questions.rules.choosing import ANSWERING_MINUTES, ASKING_MINUTES
from doithoai.questions.states import HALL_STATES
from tests.journeys.road import on, person

EACH = ASKING_MINUTES + ANSWERING_MINUTES


def chooses_for_the_hall(conference: Conference, *, minutes: int, day: date) -> list[int]:
    """The set proposed for the programme's minutes is put in the hall, on its page."""
    client, address = _signed(conference), f"/hoi-nghi/{conference.slug}/cau-hoi/"
    assert dialogue_minutes(conference) == minutes
    with on(day, 15):
        found = proposed_hall(conference, minutes=minutes)
        page = client.get(f"{address}chon-hoi-truong/")
        assert page.status_code == 200
        numbers = [one.question.number for one in found.added]
        client.post(f"{address}chon-hoi-truong/", {"cau": numbers})
    listed = list(hall_questions(conference))
    assert [one.number for one in listed] == numbers
    assert minutes - 2 * EACH < found.counted().minutes == len(listed) * EACH <= minutes
    asked = sorted((one.asked for one in _chosen(conference)), reverse=True)
    assert sum(asked) == found.asked_in_all
    assert found.counted().asked > sum(asked) * len(listed) // len(asked)
    assert {one.topic_id for one in _chosen(conference)} == {one.topic_id for one in listed}
    return numbers


def _chosen(conference: Conference):
    return questions_of(conference).filter(state__in=sorted(HALL_STATES))


def sends_the_table(conference: Conference, *, day: date, by_day: date) -> Compilation:
    """What was chosen goes to the office as one batch, by the plan's day; nothing is left."""
    waiting = set(uncompiled_questions(conference).values_list("pk", flat=True))
    with on(day, 16):
        address = f"/hoi-nghi/{conference.slug}/cau-hoi/gui-van-phong/"
        answer = _signed(conference).post(address, {"note": "Kính gửi Văn phòng tổng hợp."})
    assert answer.status_code == 302
    batch = conference.compilations.latest("number")
    assert set(batch.questions.values_list("pk", flat=True)) == waiting
    assert not uncompiled_questions(conference).exists()
    assert batch.sent_at.date() <= by_day
    return batch


def prints_the_table(conference: Conference, *, number: int, day: date) -> str:
    """Bảng tổng hợp, issued; opened again it counts what stands in lists. Its words."""
    with on(day, 16, 30):
        paper = issue_paper(conference, PaperKind.COMPILED, "", number, day=day)
        listed = list(questions_of(conference))
    book = docx.Document(io.BytesIO(bytes(paper.docx)))
    said = words_of(paper)
    slips = conference.submissions.count()
    assert f"{slips:02d} phiếu ý kiến" in said
    assert f"{len(listed):02d} câu hỏi" in said
    codes = [row.cells[1].text for table in book.tables for row in table.rows]
    assert {one.code for one in listed} <= set(codes)
    return said


def opens_the_workbook(conference: Conference, *, day: date) -> str:
    """The same as worksheets; the totals agree with the lists. Its words."""
    with on(day, 16, 45):
        address = f"/hoi-nghi/{conference.slug}/cau-hoi/gui-van-phong/tong-hop.xlsx"
        content = _signed(conference).get(address).content
        listed = list(questions_of(conference))
    book = load_workbook(io.BytesIO(content))
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    total = (len(listed), sum(one.asked for one in listed))
    assert sheets["Theo nội dung"][-1][-2:] == sheets["Theo cơ quan"][-1][-2:] == total
    assert [row[1] for row in sorted(sheets["Chi tiết"][1:], key=lambda row: row[1])] == sorted(
        one.code for one in listed
    )
    return " ".join(str(cell) for rows in sheets.values() for row in rows for cell in row)


def prints_slips_of_letters(conference: Conference, *, day: date) -> list[str]:
    """Each letter has its paper by law; the words of those about denunciations."""
    kinds = {"guidance": PaperKind.GUIDANCE, "transfer": PaperKind.TRANSFER}
    secret = []
    letters = PassOn.objects.filter(question__conference=conference, taken_back_at=None)
    for place, letter in enumerate(letters.order_by("pk"), start=1):
        subject = str(letter.question.number)
        said = words_of(issue_paper(conference, kinds[letter.paper], subject, 900 + place, day=day))
        assert letter.body in said
        if letter.kind == "denunciation":
            secret.append(said)
    return secret


def issue_paper(
    conference: Conference, kind: PaperKind, subject: str, number: int, *, day: date
) -> IssuedDocument:
    """A paper made from what the rooms hold, with a number of the register."""
    terms = Terms(
        issued_on=day, capacity=("TL. CHỦ TỊCH",), signer="Lê Văn Tám", number=number, symbol="VB"
    )
    with on(day, 17):
        by = person(issuing_agency(conference, kind))
        return issue(kind, Wanted(conference, subject), terms=terms, by=by)


def words_of(paper: IssuedDocument) -> str:
    """Everything the paper's own file says."""
    book = docx.Document(io.BytesIO(bytes(paper.docx)))
    cells = (cell.text for table in book.tables for row in table.rows for cell in row.cells)
    return " ".join([*(one.text for one in book.paragraphs), *cells])


def _signed(conference: Conference) -> Client:
    client = Client()
    client.force_login(person(conference.host))
    return client
