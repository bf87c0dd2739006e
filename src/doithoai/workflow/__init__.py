"""Pure workflow: transition tables as data, refusals in plain Vietnamese, diagrams from tables."""

from doithoai.workflow.refusals import Forbidden, Refused, require
from doithoai.workflow.transitions import Transitions

__all__ = ["Forbidden", "Refused", "Transitions", "require"]
