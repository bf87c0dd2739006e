"""Every write of the questions room."""

from doithoai.questions.actions.attaching import (
    drop_files,
    drop_stale_files,
    hand_file,
    keep_files,
    take_file,
)
from doithoai.questions.actions.bulk import Preview, in_bulk, preview
from doithoai.questions.actions.calling import mark_called
from doithoai.questions.actions.consents import withdraw_consents
from doithoai.questions.actions.data_requests import (
    acknowledge_data_request,
    answer_data_request,
    ask_of_data,
    correct_sender,
    extend_data_request,
    give_own_data,
    show_data_request,
)
from doithoai.questions.actions.decisions import (
    STALE,
    mark_answered,
    mark_referred,
    restore,
    select,
    set_aside,
    set_lead,
)
from doithoai.questions.actions.fixing import fix_typing
from doithoai.questions.actions.hall import (
    choose_for_hall,
    drop_from_hall,
    fill_hall,
    order_hall,
    settle_hall,
    take_in_hall,
    thin_hall,
)
from doithoai.questions.actions.holding import hold, release
from doithoai.questions.actions.intake import (
    CLOSED,
    forget_sender,
    forget_senders,
    receive,
    show_sender,
)
from doithoai.questions.actions.letters import name_keepers, pass_on, send_on, take_back
from doithoai.questions.actions.lists import (
    begin_reading,
    begin_taking,
    drop_list,
    mark_rows,
    read_rows,
    resume,
    send_list,
    take_rows,
)
from doithoai.questions.actions.merging import merge, unmerge
from doithoai.questions.actions.own_words import correct, withdraw
from doithoai.questions.actions.points import close_point, open_points, reopen_point
from doithoai.questions.actions.sending import hand_over
from doithoai.questions.actions.splitting import split
from doithoai.questions.actions.supporting import support
from doithoai.questions.actions.undoing import undo
from doithoai.questions.actions.withdrawing import after_withdrawal

__all__ = [
    "CLOSED",
    "STALE",
    "Preview",
    "acknowledge_data_request",
    "after_withdrawal",
    "answer_data_request",
    "ask_of_data",
    "begin_reading",
    "begin_taking",
    "choose_for_hall",
    "close_point",
    "correct",
    "correct_sender",
    "drop_files",
    "drop_from_hall",
    "drop_list",
    "drop_stale_files",
    "extend_data_request",
    "fill_hall",
    "fix_typing",
    "forget_sender",
    "forget_senders",
    "give_own_data",
    "hand_file",
    "hand_over",
    "hold",
    "in_bulk",
    "keep_files",
    "mark_answered",
    "mark_called",
    "mark_referred",
    "mark_rows",
    "merge",
    "name_keepers",
    "open_points",
    "order_hall",
    "pass_on",
    "preview",
    "read_rows",
    "receive",
    "release",
    "reopen_point",
    "restore",
    "resume",
    "select",
    "send_list",
    "send_on",
    "set_aside",
    "settle_hall",
    "set_lead",
    "show_data_request",
    "show_sender",
    "split",
    "support",
    "take_back",
    "take_file",
    "take_in_hall",
    "thin_hall",
    "take_rows",
    "undo",
    "unmerge",
    "withdraw",
    "withdraw_consents",
]
