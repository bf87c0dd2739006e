"""Every write of the directory."""

from doithoai.directory.actions.accounts import amend_account, give_password, open_account
from doithoai.directory.actions.agencies import add_agency, amend_agency, name_agency
from doithoai.directory.actions.catalogue import load_agencies, load_holidays, load_places
from doithoai.directory.actions.holidays import mark_holiday, unmark_holiday
from doithoai.directory.actions.signing import (
    note_failed_sign_in,
    note_password_change,
    note_sign_in,
    note_sign_out,
)

__all__ = [
    "add_agency",
    "amend_account",
    "amend_agency",
    "give_password",
    "load_agencies",
    "load_holidays",
    "load_places",
    "mark_holiday",
    "name_agency",
    "note_failed_sign_in",
    "note_password_change",
    "note_sign_in",
    "note_sign_out",
    "open_account",
    "unmark_holiday",
]
