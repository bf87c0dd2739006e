"""Reading the programme, its preparations, awards, speeches and script."""

from doithoai.programme.queries.agenda import (
    Change,
    Timetable,
    item_row,
    items_of,
    programme_changes,
    programme_of,
    timetable,
)
from doithoai.programme.queries.preparations import (
    agencies_to_choose,
    awards_for,
    awards_of,
    late_preparations,
    preparations_of,
    proposed_preparations,
)
from doithoai.programme.queries.script import (
    ShownCue,
    cue_rows,
    cues_of,
    script_changes,
    script_facts,
    script_of,
    shown_cues,
)
from doithoai.programme.queries.speeches import (
    late_speeches,
    proposed_speeches,
    speech_facts,
    speeches_for,
)
from doithoai.programme.queries.standing import ProgrammeStanding, programme_standing_by

__all__ = [
    "Change",
    "ProgrammeStanding",
    "ShownCue",
    "Timetable",
    "agencies_to_choose",
    "awards_for",
    "awards_of",
    "cue_rows",
    "cues_of",
    "item_row",
    "items_of",
    "late_preparations",
    "late_speeches",
    "preparations_of",
    "programme_changes",
    "programme_of",
    "programme_standing_by",
    "proposed_preparations",
    "proposed_speeches",
    "script_changes",
    "script_facts",
    "script_of",
    "shown_cues",
    "speech_facts",
    "speeches_for",
    "timetable",
]
