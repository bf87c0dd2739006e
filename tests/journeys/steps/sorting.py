"""Steps of sorting hundreds of slips: split, passed on by law, merged, set aside, accepted."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from doithoai.directory.models import Right
from doithoai.matching.matters import propose_parts
from doithoai.planning.models import Conference
from doithoai.questions.actions import (
    in_bulk,
    merge,
    name_keepers,
    pass_on,
    preview,
    restore,
    send_on,
    split,
    take_back,
    undo,
    unmerge,
)
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.actions.parting import keep_all_apart
from doithoai.questions.actions.triage import accept
from doithoai.questions.models import LETTER_KINDS, PassOn, Question, QuestionKind
from doithoai.questions.queries.comparing import waiting_questions
from doithoai.questions.queries.grouping import proposed_groups
from doithoai.questions.queries.letters import suspected_letters
from doithoai.questions.rules import LETTER_GROUNDS, SET_ASIDE_REASONS
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from tests.journeys.road import agency, on, person
from tests.journeys.slips.writing import Province, Slip

RECEIVED = QuestionState.RECEIVED
BODIES = {"complaint": "Chủ tịch Ủy ban nhân dân huyện", "denunciation": "Thanh tra tỉnh"}
SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Reader:
    """An official of the host who has read every slip, and so knows which say the same."""

    conference: Conference
    province: Province
    truths: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, conference: Conference, province: Province, slips: Sequence[Slip]) -> "Reader":
        """Who has read these slips."""
        return cls(conference, province, {_said(one.text): one.truth for one in slips})

    def finds(self, question: Question) -> str:
        """What the first of its parts is about; SEVERAL while it holds more than one matter."""
        part = min(question.parts.all(), key=lambda one: one.pk)
        truth = self.truths[_said(part.submission.text)]
        pieces = sorted(part.submission.parts.all(), key=lambda one: one.start)
        if len(pieces) < len(truth):
            return SEVERAL
        return truth[pieces.index(part)]

    def received(self) -> Iterator[tuple[Question, str]]:
        """Questions nobody has decided, as they stand, each with what it is about."""
        found = self.conference.questions.filter(state=RECEIVED).order_by("number")
        for question in found.prefetch_related("parts__submission__parts").select_related(
            "suggestion", "conference"
        ):
            yield question, self.finds(question)


def _said(text: str) -> str:
    return " ".join(nfc(text).split())


def names_keepers(conference: Conference, *, day: date) -> None:
    """Two alone will see who denounces."""
    two = [person(conference.host), person(conference.office)]
    with on(day):
        named = name_keepers(conference, users=two, by=person(conference.office, Right.APPROVER))
    assert [keeper.user for keeper in named] == two


def compares(conference: Conference, *, day: date) -> None:
    """The engine reads what has come; each open question has its proposals with reasons."""
    with on(day, 7):
        compare_waiting(conference)
    assert not waiting_questions(conference).exists()
    for question in conference.questions.filter(state=RECEIVED).select_related("suggestion"):
        assert question.suggestion.kind_reasons


def splits_mixed_slips(reader: Reader, *, day: date) -> int:
    """Where the engine proposes, a slip of several matters is cut; how many were."""
    mixed = [question for question, about in reader.received() if about == SEVERAL]
    with on(day, 8):
        for question in mixed:
            part = question.parts.get()
            pieces = propose_parts(part.text)
            cuts = [part.start + piece.start for piece in pieces[1:]]
            opened = split(
                part, cuts=cuts, version=question.version, by=person(reader.conference.host)
            )
            assert len(opened) == len(reader.truths[_said(part.submission.text)])
    return len(mixed)


def passes_letters_on(reader: Reader, *, day: date) -> Counter[str]:
    """What the engine suspects and an official confirms leaves every list; how many of each.

    The first one is taken back once, by mistake.
    """
    conference, host = reader.conference, person(reader.conference.host)
    found: Counter[str] = Counter()
    with on(day, 9):
        for question in suspected_letters(conference):
            kind = reader.finds(question)
            if kind in LETTER_KINDS:
                _passed(question, kind, by=host)
                found[kind] += 1
        first = conference.questions.filter(state=QuestionState.PASSED_ON).first()
        if first and not PassOn.objects.exclude(taken_back_at=None).exists():
            kind = first.kind
            _passed(take_back(first, version=first.version, by=host), kind, by=host)
    return found


def _passed(question: Question, kind: str, *, by) -> PassOn:
    is_secret = kind == QuestionKind.DENUNCIATION
    paper = PassOn.Paper.TRANSFER if is_secret else PassOn.Paper.GUIDANCE
    given = {"kind": kind, "paper": paper, "body": BODIES[kind], "ground": LETTER_GROUNDS[0]}
    return pass_on(question, **given, version=question.version, by=by)


def sends_letters(conference: Conference, *, day: date) -> None:
    """Every letter has gone by its day."""
    waiting = PassOn.objects.filter(question__conference=conference, sent_on=None)
    with on(day, 15):
        for letter in waiting.filter(taken_back_at=None).select_related("question"):
            sent = {"number": f"{letter.pk}/PC-VPUB", "day": day}
            assert send_on(letter.question, **sent, by=person(conference.office)).due >= day


def merges_groups(reader: Reader, *, day: date) -> tuple[int, int]:
    """Proposed groups are merged as far as they say the same, else kept apart.

    How many questions went in as proposed, how many were proposed wrongly.
    """
    with on(day, 10):
        counts = [_judged(reader, group) for group in proposed_groups(reader.conference)]
    return sum(same for same, _ in counts), sum(other for _, other in counts)


def _judged(reader: Reader, group) -> tuple[int, int]:
    host, main = person(reader.conference.host), group.main
    about = {one.pk: reader.finds(one) for one in group.questions}
    same = [
        one
        for one in group.questions
        if one != main and one.state == RECEIVED and about[one.pk] == about[main.pk]
    ]
    others = [one for one in group.questions if about[one.pk] != about[main.pk]]
    if others:
        kept = [
            (one, other)
            for one in others
            for other in group.questions
            if about[one.pk] != about[other.pk]
        ]
        keep_all_apart(kept, by=host)
    if same:
        versions = {one.pk: one.version for one in (*same, main)}
        in_bulk("merge", same, into=main, versions=versions, by=host)
    return len(same), len(others)


def merges_what_the_engine_missed(reader: Reader, *, day: date) -> int:
    """An official finds the others alone; how many went in."""
    with on(day, 11):
        return sum(_merged_by_hand(reader))


def _merged_by_hand(reader: Reader) -> Iterator[int]:
    together: dict[str, list[Question]] = defaultdict(list)
    chosen = reader.conference.questions.filter(state=QuestionState.SELECTED)
    for question in chosen.order_by("number"):
        together[reader.finds(question)].append(question)
    for question, about in reader.received():
        if "@" in about:
            together[about].append(question)
    for main, *others in together.values():
        if others:
            versions = {one.pk: one.version for one in (main, *others)}
            merge(others, into=main, versions=versions, by=person(reader.conference.host))
            yield len(others)


def changes_its_mind(conference: Conference, *, day: date) -> None:
    """One is taken out of a merged matter and that is undone; one merging too."""
    host = person(conference.host)
    merged = conference.questions.filter(state=QuestionState.MERGED).order_by("number")
    source = merged.first()
    target = source.merged_into
    with on(day, 12):
        out = unmerge(source, version=source.version, by=host)
        assert out.parts.exists()
        undo(out.steps.latest("pk"), by=host)
    source.refresh_from_db()
    assert (source.state, source.merged_into) == (QuestionState.MERGED, target)
    with on(day, 12, 30):
        source = unmerge(source, version=source.version, by=host)
        root = target if target.state != QuestionState.MERGED else target.merged_into
        root.refresh_from_db()
        versions = {source.pk: source.version, root.pk: root.version}
        in_bulk("merge", [source], into=root, versions=versions, by=host)


def sets_strays_aside(reader: Reader, *, day: date) -> int:
    """What does not belong is left out with its lawful reason, looked at first; how many."""
    host, by_reason = person(reader.conference.host), defaultdict(list)
    for question, about in reader.received():
        if about.startswith("aside@"):
            by_reason[int(about.partition("@")[2])].append(question)
    with on(day, 13):
        for number, questions in by_reason.items():
            seen = {"versions": {one.pk: one.version for one in questions}, "by": host}
            reason = SET_ASIDE_REASONS[number]
            looked = preview("set_aside", questions, reason=reason, **seen)
            assert (len(looked.done), looked.left_out) == (len(questions), ())
            in_bulk("set_aside", questions, reason=reason, **seen)
            first = Question.objects.get(pk=questions[0].pk)
            first = restore(first, version=first.version, by=host)
            again = {"versions": {first.pk: first.version}, "by": host}
            in_bulk("set_aside", [first], reason=reason, **again)
    return sum(map(len, by_reason.values()))


def accepts_the_rest(reader: Reader, *, day: date) -> tuple[int, int]:
    """The others are taken, with topic and agency; how many, and how often the engine named it."""
    conference, taken, named = reader.conference, 0, 0
    topics = {topic.position: topic for topic in conference.topics.all()}
    with on(day, 14):
        for question, about in reader.received():
            matter = reader.province.matter(about)
            lead = agency(conference.place, matter.lead)
            named += lead.pk in {one["agency"] for one in question.suggestion.agencies}
            accept(
                question,
                wording=mask(nfc(question.wording)),
                kind=question.suggestion.kind,
                topic=topics[matter.topic],
                agency=lead,
                version=question.version,
                by=person(conference.host),
            )
            taken += 1
    assert not conference.questions.filter(state=RECEIVED).exists()
    return taken, named
