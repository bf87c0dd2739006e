"""Bài phát biểu: a speech as it is read out; it bears no letterhead."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event
from doithoai.documents.paper import Align, Paper, Paragraph, prose


@dataclass(frozen=True, slots=True)
class SpeechFacts:
    """One speech; one that is not approved says so."""

    event: Event
    title: str
    speaker: str
    text: str
    is_approved: bool


def speech(facts: SpeechFacts) -> Paper:
    """Title, speaker, words."""
    mark = () if facts.is_approved else (Paragraph("(Dự thảo)", Align.CENTRE, is_italic=True),)
    return Paper(
        letterhead=None,
        title=facts.title.upper(),
        subject=facts.event.name,
        body=(
            *mark,
            Paragraph(facts.speaker, Align.CENTRE, is_italic=True),
            *prose(facts.text),
        ),
    )
