"""Every write of the planning room."""

from doithoai.planning.actions.conferences import (
    change_window,
    create_conference,
    fix_day,
    issue,
    set_milestone,
)
from doithoai.planning.actions.mandates import grant, lay_mandates, withdraw
from doithoai.planning.actions.participation import include_agencies
from doithoai.planning.actions.publicity import (
    amend_announcement,
    publish_announcement,
    record_coverage,
    report_difficulty,
    settle_difficulty,
    withdraw_announcement,
    write_announcement,
)
from doithoai.planning.actions.readings import (
    assign_roles,
    close_reading,
    confirm_section,
    confirm_sections,
    correct_facts,
    discard_reading,
    settle_warning,
    store_reading,
)
from doithoai.planning.actions.series import attach
from doithoai.planning.actions.tasks import lay_assignments, report_progress

__all__ = [
    "amend_announcement",
    "assign_roles",
    "attach",
    "change_window",
    "close_reading",
    "confirm_section",
    "confirm_sections",
    "correct_facts",
    "create_conference",
    "discard_reading",
    "fix_day",
    "grant",
    "include_agencies",
    "issue",
    "lay_assignments",
    "lay_mandates",
    "publish_announcement",
    "record_coverage",
    "report_difficulty",
    "report_progress",
    "set_milestone",
    "settle_difficulty",
    "settle_warning",
    "store_reading",
    "withdraw",
    "withdraw_announcement",
    "write_announcement",
]
