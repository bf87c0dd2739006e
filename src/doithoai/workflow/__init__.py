"""Life cycles as data: transition tables, refusals in plain Vietnamese, diagrams of the tables."""

from doithoai.workflow.mermaid import diagram
from doithoai.workflow.refusals import Forbidden, Refused, require
from doithoai.workflow.transitions import State, Transitions

__all__ = ["Forbidden", "Refused", "State", "Transitions", "diagram", "require"]
