"""What must hold at every stage: nothing lost, nothing of letters shown, every sender told."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.test import Client

from doithoai.lifecycle.outcomes import Outcome, outcomes_of
from doithoai.planning.models import Conference
from doithoai.questions.models import PassOn, QuestionKind, Submission
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.letters import nfc
from tests.journeys.road import on, person
from tests.journeys.slips.writing import Slip

INSIDE = (
    "",
    "?xlsx=1",
    "phan-loai/",
    "bang-nhom/",
    "so-lieu/",
    "khong-bo-sot/",
    "khong-bo-sot/?xlsx=1",
    "hoi-truong/",
    "chon-hoi-truong/",
    "gui-van-phong/",
    "don-thu/",
    "danh-sach/",
    "diem-thu-thap/",
)
OUTSIDE = ("", "tra-loi/", "tin/", "ke-hoach/")
SEALED = "để giữ bí mật người gửi theo Luật Tố cáo"


def nothing_is_lost(conference: Conference, slips: int, **counts: int) -> None:
    """Every slip has its parts, every part its one outcome; these outcomes are so many."""
    assert conservation_faults(conference) == []
    found = outcomes_of(conference)
    assert found.submissions == slips
    assert sum(found.counts.values()) == found.parts >= slips
    assert found.with_one + found.without == found.parts
    told = {name: found.counts[Outcome[name.upper()]] for name in counts}
    assert told == counts


def nothing_private_is_shown(conference: Conference, slips: Sequence[Slip], *, day: date) -> None:
    """Of letters passed on no page of lists shows a word, of personal data none shows any."""
    letters = {
        _squeezed(part.submission.text)
        for one in PassOn.objects.filter(question__conference=conference, taken_back_at=None)
        for part in one.question.parts.select_related("submission")
    }
    hidden = [
        one.secret
        for one in slips
        if one.secret and (_squeezed(one.text) in letters or "@" in one.truth[0])
    ]
    with on(day, 17, 30):
        pages = [*_inside(conference), *_outside(conference)]
    for address, said in pages:
        assert [secret for secret in hidden if secret in said] == [], address


def _inside(conference: Conference) -> Iterable[tuple[str, str]]:
    client = Client()
    client.force_login(person(conference.host))
    for end in INSIDE:
        address = f"/hoi-nghi/{conference.slug}/cau-hoi/{end}"
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        yield address, answer.content.decode(errors="ignore")


def _outside(conference: Conference) -> Iterable[tuple[str, str]]:
    for end in OUTSIDE:
        address = f"/cong/{conference.slug}/{end}"
        yield address, Client().get(address).content.decode()


def every_sender_is_told(conference: Conference, slips: Sequence[Slip], *, day: date) -> None:
    """By the receipt: what became of each matter, never a word of a letter."""
    secrets = {_squeezed(one.text): one.secret for one in slips}
    sent = Submission.objects.filter(conference=conference).prefetch_related("parts__question")
    with on(day, 18):
        client = Client()
        for one in sent.order_by("pk"):
            page = client.get(f"/tra-cuu/{one.code}/").content.decode()
            states = [part.question for part in one.parts.all()]
            for question in states:
                assert _expected(one, question) in page, (one.code, question.state)
            if any(_is_secret(question) for question in states):
                assert SEALED in page
                assert secrets[_squeezed(one.text)] not in page


def _is_secret(question) -> bool:
    is_letter = question.state == QuestionState.PASSED_ON
    return is_letter and question.kind == QuestionKind.DENUNCIATION


def _expected(one: Submission, question) -> str:
    if question.state == QuestionState.PASSED_ON and not one.withdrawn_at:
        return question.pass_ons.get(taken_back_at=None).body
    if one.withdrawn_at:
        return "Đã rút theo ý ông/bà"
    if question.state == QuestionState.SET_ASIDE:
        return question.reason
    is_merged = question.mergings_here.filter(undone_at=None, parts__submission=one).exists()
    if is_merged:
        return f"gộp với câu {question.code}"
    return "Đã chọn, chờ giao cơ quan trả lời" if not one.is_late else "Gửi sau hạn"


def some_withdraw(conference: Conference, *, day: date, count: int) -> None:
    """Senders take back what they sent, on the page their receipt opens."""
    sent = conference.submissions.order_by("pk").values_list("code", flat=True)
    codes = list(sent)[3 : 3 + 20 * count : 20]
    with on(day, 20):
        for code in codes:
            answer = Client().post(f"/tra-cuu/{code}/rut/", follow=True)
            assert "Đã rút câu hỏi" in answer.content.decode()
    gone = Submission.objects.filter(conference=conference, code__in=codes)
    assert gone.exclude(withdrawn_at=None).count() == len(codes)


def _squeezed(text: str) -> str:
    return " ".join(nfc(text).split())
