"""Tables of the programme room."""

from doithoai.programme.models.agenda import AgendaItem, ItemKind, Programme, ProgrammeRelease
from doithoai.programme.models.preparations import Award, Preparation, PreparationKind
from doithoai.programme.models.script import Script, ScriptCue, ScriptRelease
from doithoai.programme.models.speeches import Speech, SpeechKind, SpeechVersion

__all__ = [
    "AgendaItem",
    "Award",
    "ItemKind",
    "Preparation",
    "PreparationKind",
    "Programme",
    "ProgrammeRelease",
    "Script",
    "ScriptCue",
    "ScriptRelease",
    "Speech",
    "SpeechKind",
    "SpeechVersion",
]
