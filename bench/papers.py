"""Seconds to write every paper of one conference: `python -m bench.papers`.

The sample Tiền Giang is loaded into a database of its own and filled to the size of a real
conference (450 guests, 10 items, 30 cues); each paper is gathered from the database and written as
Word and as PDF, once: typst remembers what it has set before. A kind with several subjects is
measured on the first; all 450 invitations make one PDF.
"""

import os
import platform
import tempfile
import time
from collections.abc import Callable
from datetime import date
from datetime import time as hour

GUESTS, ITEMS, CUES, LINES, PROMISES = 450, 10, 30, 12, 12


def main() -> None:
    """Print the machine, then a line a kind."""
    with tempfile.TemporaryDirectory() as var:
        os.environ |= {
            "DOITHOAI_VAR": var,
            "DOITHOAI_DEMO": "1",
            "DOITHOAI_TODAY": "2024-10-28",
            "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("prepare", verbosity=0)
        call_command("load_samples", verbosity=0)
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        measure()


def measure() -> None:
    """Fill the conference and write each of its papers."""
    from doithoai.documents.catalogue import RECIPES
    from doithoai.documents.formats.fonts import faces
    from doithoai.documents.formats.pdf import write_pdf
    from doithoai.documents.paper import Paper
    from doithoai.planning.models import Conference

    conference = Conference.objects.get(slug="tien-giang-can-bo-hoi-vien-2024")
    fill(conference)
    write_pdf(Paper(None, "BẢN THỬ", "", ()))
    print(f"PDF set in {faces().family}; seconds, KB")
    print(f"{'paper':22}{'pages':>7}{'gather':>9}{'docx':>9}{'KB':>7}{'pdf':>9}{'KB':>7}")
    total, count, begun = 0.0, 0, time.process_time()
    for kind, recipe in RECIPES.items():
        subject = recipe.subjects(conference)[0]
        gather, papers = timed(lambda k=kind, s=subject: gathered(conference, k, s.key))
        if not papers:
            print(f"{kind.label:22}      nothing to say")
            continue
        word = write_word(papers)
        pdf, file = timed(lambda p=papers: write_pdf(*p))
        show(kind.label, pages_of(file), gather, word, (pdf, len(file)))
        total, count = total + gather + word[0] + pdf, count + 1
    spent, load = time.process_time() - begun, os.getloadavg()[0]
    print(f"all {count}: {total:.2f} s, of CPU {spent:.2f} s; load of the machine {load:.1f}")


def gathered(conference, kind, subject):
    """The papers of a kind from the database."""
    from doithoai.documents.catalogue import papers_of
    from doithoai.documents.sources.recipe import Wanted

    address = "https://doithoai.tiengiang.gov.vn/giay-moi/{}/".format
    return list(papers_of(kind, Wanted(conference, subject, lambda one: address(one.token))))


def write_word(papers):
    """Seconds and bytes; many invitations are not written as Word."""
    from doithoai.documents.formats.docx import write_docx

    if len(papers) > 1:
        return 0.0, 0
    seconds, file = timed(lambda: write_docx(*papers))
    return seconds, len(file)


def timed(deed: Callable):
    """Seconds of one run, and what it gave."""
    begun = time.perf_counter()
    given = deed()
    return time.perf_counter() - begun, given


def pages_of(file: bytes) -> int:
    """How many pages a PDF has."""
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(file)).pages)


def show(name, pages, gather, word, pdf) -> None:
    """One line of the table."""
    docx = f"{word[0]:9.2f}{word[1] / 1000:7.0f}" if word[1] else f"{'-':>9}{'-':>7}"
    print(f"{name:22}{pages:7}{gather:9.3f}{docx}{pdf[0]:9.2f}{pdf[1] / 1000:7.0f}", flush=True)


def fill(conference) -> None:
    """Whatever the sample does not have yet, to the size of a real conference."""
    from doithoai.documents.models import PaperKind as Kind
    from doithoai.planning.models import Conference

    Conference.objects.filter(pk=conference.pk).update(
        held_on=date(2024, 10, 24), start_time=hour(8), end_time=hour(11, 30), tentative=False
    )
    conference.refresh_from_db()
    fill_people(conference)
    makers = {
        Kind.PROGRAMME: fill_programme,
        Kind.SCRIPT: fill_script,
        Kind.SPEECH: fill_speech,
        Kind.ESTIMATE: fill_estimate,
        Kind.SETTLEMENT: fill_settlement,
        Kind.MINUTES: fill_minutes,
        Kind.NOTICE: fill_notice,
    }
    from doithoai.documents.queries import lacks_of

    for kind, make in makers.items():
        if lacks_of(conference, [kind])[kind]:
            make(conference)


def fill_people(conference) -> None:
    """Guests up to 450, each with an invitation; a hall with their seats if there is none."""
    from doithoai.delegates.models import Seat
    from doithoai.delegates.queries import invitations_of
    from tests.builders_delegates import a_delegate, an_invitation
    from tests.builders_seating import a_hall

    if not conference.seat_blocks.exists():
        for _ in range(3):
            a_hall(conference, rows=10, seats_per_row=15)
    sections = list(conference.quota_lines.filter(parent=None))
    for number in range(GUESTS - invitations_of(conference).count()):
        section = sections[number % len(sections)] if sections else None
        an_invitation(a_delegate(conference, "accepted", quota_line=section))
    free = Seat.objects.filter(block__conference=conference, delegate=None, is_spare=False)
    standing = conference.delegates.filter(state="accepted", seat=None)
    for seat, guest in zip(free, standing, strict=False):
        Seat.objects.filter(pk=seat.pk).update(delegate=guest)


def fill_programme(conference) -> None:
    """Ten items."""
    from tests.builders_programme import an_item

    for number in range(ITEMS):
        an_item(conference, name=f"Mục thứ {number + 1} của chương trình")


SAID = "Kính thưa các đồng chí, thưa toàn thể Hội nghị. " * 6


def fill_script(conference) -> None:
    """Thirty cues."""
    from tests.builders_programme import a_cue, a_script

    script = a_script(conference)
    for number in range(CUES):
        a_cue(script, title=f"Lượt {number + 1}", text=SAID, minutes=5)


def fill_speech(conference) -> None:
    """A speech of three pages."""
    from tests.builders_programme import a_speech

    a_speech(conference, "approved", body="\n".join([SAID] * 20))


def fill_estimate(conference) -> None:
    """Twelve lines."""
    from doithoai.budget.queries import estimate_of
    from tests.builders_budget import a_line, an_estimate

    estimate = estimate_of(conference) or an_estimate(conference, "approved")
    for number in range(LINES):
        a_line(estimate, content=f"Khoản chi {number + 1}")


def fill_settlement(conference) -> None:
    """What was spent of every line."""
    from doithoai.budget.queries import estimate_of
    from tests.builders_budget import a_settlement, a_voucher

    estimate = estimate_of(conference)
    for line in estimate.lines.all():
        a_voucher(line)
    a_settlement(estimate)


def fill_minutes(conference) -> None:
    """Sixty happenings."""
    from doithoai.hall.models import Minutes, Session

    told = "\n".join(f"8:{at:02}. Đại biểu nêu câu hỏi; cơ quan trả lời." for at in range(60))
    session, _ = Session.objects.get_or_create(conference=conference)
    Minutes.objects.create(session=session, body=told)


def fill_notice(conference) -> None:
    """Six lines a part, twelve promises."""
    from doithoai.conclusions.models import NoticePart
    from doithoai.conclusions.queries import notice_of
    from tests.builders_conclusions import a_commitment, a_notice, an_item

    notice = notice_of(conference) or a_notice(conference, "published")
    for part in NoticePart:
        for _ in range(6):
            an_item(notice, part)
    for _ in range(PROMISES):
        a_commitment(conference)


if __name__ == "__main__":
    main()
