"""Tables of the hall."""

from doithoai.hall.models.audience import AudienceQuestion, AudienceSupport
from doithoai.hall.models.events import EventKind, HallEvent
from doithoai.hall.models.minutes import Minutes, MinutesVersion
from doithoai.hall.models.session import ItemRun, ScreenMode, Session
from doithoai.hall.models.turns import Turn, TurnKind

__all__ = [
    "AudienceQuestion",
    "AudienceSupport",
    "EventKind",
    "HallEvent",
    "ItemRun",
    "Minutes",
    "MinutesVersion",
    "ScreenMode",
    "Session",
    "Turn",
    "TurnKind",
]
