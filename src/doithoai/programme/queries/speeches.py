"""Reading speeches, and those the plan still proposes."""

from datetime import date

from django.db.models import Q, QuerySet

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for
from doithoai.programme.models import Speech, SpeechKind
from doithoai.programme.queries.preparations import item_words_of, sentences_of
from doithoai.programme.rules.skeletons import SpeechFacts
from doithoai.programme.rules.speaking import ProposedSpeech, propose_speeches
from doithoai.programme.states import SPEECH_WITH_AGENCY
from doithoai.questions.queries import hall_questions


def late_speeches(today: date) -> Q:
    """The condition that a speech still lies with its agency after its day."""
    return Q(due__lt=today, state__in=sorted(SPEECH_WITH_AGENCY))


def speeches_for(user: User) -> "QuerySet[Speech]":
    """Speeches the user may read: of their agency, or of a conference they lead."""
    agency = user.agency_id or 0
    leading = Q(host_id=agency) | Q(office_id=agency) | Q(chair_id=agency)
    led = conferences_for(user).filter(leading).values("pk")
    return (
        Speech.objects.filter(Q(agency_id=agency) | Q(conference__in=led))
        .select_related(
            "conference__place",
            "agency",
            "agenda_item",
            "assignment",
            "drafted_by",
            "appraised_by",
            "approved_by",
        )
        .order_by("pk")
    )


def proposed_speeches(conference: Conference) -> list[ProposedSpeech]:
    """Speeches plan and programme ask for and nobody has taken up. Four queries."""
    chair = conference.chair_title
    found = propose_speeches(sentences_of(conference), item_words_of(conference), chair_title=chair)
    taken = set(conference.speeches.values_list("kind", "speaker"))
    kinds = {kind for kind, _ in taken}
    once = {SpeechKind.OPENING, SpeechKind.CONCLUSION, SpeechKind.CLOSING}
    return [
        one
        for one in found
        if not (one.kind in once and one.kind in kinds) and (one.kind, one.speaker) not in taken
    ]


def speech_facts(conference: Conference) -> SpeechFacts:
    """What a skeleton is made of. Two queries, and the chair's agency."""
    topics = conference.topics.order_by("position").values_list("text", flat=True)
    return SpeechFacts(
        organiser=conference.chair.name,
        occasion=f"Hội nghị đối thoại với {conference.audience} năm {conference.year}",
        audience=conference.audience,
        theme=conference.theme,
        topics=list(topics),
        questions=hall_questions(conference).count(),
    )
