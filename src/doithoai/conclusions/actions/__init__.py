"""Every write of the conclusions room."""

from doithoai.conclusions.actions.carrying import carry_over
from doithoai.conclusions.actions.commitments import Terms, cancel, promise, reopen
from doithoai.conclusions.actions.extensions import ask_extension, decide_extension
from doithoai.conclusions.actions.items import (
    Line,
    add_item,
    amend_item,
    confirm_item,
    move_item,
    remove_item,
)
from doithoai.conclusions.actions.notices import (
    begin_notice,
    mark_complex,
    publish_notice,
    refill_notice,
    return_notice,
    sign_notice,
    submit_notice,
)
from doithoai.conclusions.actions.reports import Evidence, judge_report, report_progress
from doithoai.conclusions.actions.satisfaction import say_if_solved

__all__ = [
    "Evidence",
    "Line",
    "Terms",
    "add_item",
    "amend_item",
    "ask_extension",
    "begin_notice",
    "cancel",
    "carry_over",
    "confirm_item",
    "decide_extension",
    "judge_report",
    "mark_complex",
    "move_item",
    "promise",
    "publish_notice",
    "refill_notice",
    "remove_item",
    "reopen",
    "report_progress",
    "return_notice",
    "say_if_solved",
    "sign_notice",
    "submit_notice",
]
