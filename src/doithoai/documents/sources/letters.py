"""Facts of the papers about complaints and denunciations; of denouncers nothing."""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef
from django.utils import timezone

from doithoai.documents.kinds.guidance_slip import LetterFacts
from doithoai.documents.sources.heading import event_of, outgoing_of
from doithoai.documents.sources.questions import shown
from doithoai.documents.sources.recipe import Lack, Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.questions.models import PassOn, QuestionKind
from doithoai.questions.queries.letters import letters_of

GUIDANCE_CODE, TRANSFER_CODE = "HD", "PC"
GUIDANCE_LACK = Lack("Chưa xác nhận đơn nào để hướng dẫn người gửi.", "questions")
TRANSFER_LACK = Lack("Chưa xác nhận đơn nào để chuyển cơ quan có thẩm quyền.", "questions")


def ready(paper: PassOn.Paper) -> Callable[[], Exists]:
    """Some letter was confirmed that asks for this paper."""
    standing = PassOn.objects.filter(taken_back_at=None, paper=paper)
    return lambda: Exists(standing.filter(question__conference=OuterRef("pk")))


def subjects(paper: PassOn.Paper) -> Callable[[Conference], list[Subject]]:
    """The letters, each by the number of its question."""

    def letters(conference: Conference) -> list[Subject]:
        found = letters_of(conference).filter(paper=paper).order_by("question__number")
        return [
            Subject(str(one.question.number), f"{one.question.code}, {one.body}") for one in found
        ]

    return letters


def facts(code: str) -> Callable[[Wanted], Iterator[LetterFacts]]:
    """The paper about one letter, under a type of the decree."""

    def letter(wanted: Wanted) -> Iterator[LetterFacts]:
        for passed in letters_of(wanted.conference).filter(question__number=wanted.key):
            yield _facts(passed, code)

    return letter


def _facts(passed: PassOn, code: str) -> LetterFacts:
    conference = passed.question.conference
    parts = list(passed.question.parts.select_related("submission").order_by("start"))
    sent = parts[0].submission
    is_secret = passed.kind == QuestionKind.DENUNCIATION
    recipients = ("Như trên",)
    return LetterFacts(
        out=outgoing_of(conference, conference.office, code=code, recipients=recipients),
        event=event_of(conference),
        kind=passed.kind,
        received_on=timezone.localdate(sent.received_at),
        body=passed.body,
        ground=passed.ground.rstrip("."),
        sender="" if is_secret else sent.sender_name,
        place="" if is_secret else sent.sender_unit,
        matter="" if is_secret else shown(" ".join(part.text for part in parts)),
    )
