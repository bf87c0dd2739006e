"""What each button of the desk does: its form, and the one action it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from doithoai.directory.models import User
from doithoai.hall import actions
from doithoai.hall.models import ScreenMode, Session
from doithoai.hall.states import AudienceState
from doithoai.planning.models import Conference
from doithoai.planning.queries import participating_agencies
from doithoai.web.hall.forms import (
    AddForm,
    InterveneForm,
    LimitsForm,
    MessageForm,
    NameForm,
    StepForm,
)

MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: on which thing, with what, by whom."""

    session: Session
    form: Any
    target: int
    by: User

    @property
    def seen(self) -> dict[str, Any]:
        """What every step takes: at which state it was pressed, by whom."""
        return {"version": self.form.cleaned_data["version"], "by": self.by}

    def given(self, *names: str) -> dict[str, Any]:
        """These fields of the form, and what every step takes."""
        return {name: self.form.cleaned_data[name] for name in names} | self.seen


Deed = Callable[[Press], Any]
OF_SESSION: dict[str, Callable[..., Any]] = {
    "khai-mac": actions.start_session,
    "nghi": actions.pause_session,
    "tiep": actions.continue_session,
    "be-mac": actions.close_session,
    "tiep-theo": actions.call_next,
    "them-cau": actions.fill_queue,
    "xong-muc": actions.finish_item,
    "doi-khoa": actions.renew_stage_key,
    "hoan-tac": actions.undo,
}
OF_TURN: dict[str, Callable[..., Any]] = {
    "goi": actions.call,
    "noi": actions.start_speaking,
    "van-ban": actions.put_off,
    "rut": actions.withdraw_turn,
    "cho": actions.requeue,
}
FORMS: dict[str, type[StepForm]] = {
    "them": AddForm,
    "xen": InterveneForm,
    "ten": NameForm,
    "tin": MessageForm,
    "gio": LimitsForm,
}


def _answering(press: Press) -> Session:
    return actions.start_answering(press.session, turn=press.target, **press.given("agency"))


def _answered(press: Press) -> Session:
    given = press.given("note", "agency")
    return actions.mark_answered(press.session, turn=press.target, **given)


def _noted(press: Press) -> Session:
    return actions.note_answer(press.session, turn=press.target, **press.given("note"))


def _moved(places: int) -> Deed:
    return lambda press: actions.reorder(
        press.session, turn=press.target, places=places, **press.seen
    )


def _resumed(press: Press) -> Session:
    return actions.resume(press.session, **press.given("note"))


def _added(press: Press) -> Session:
    speaker = press.form.speaker
    return actions.add_turn(press.session, speaker=speaker, **press.given("text", "agency"))


def _intervened(press: Press) -> Session:
    return actions.intervene(press.session, speaker=press.form.speaker, **press.given("kind"))


def _named(press: Press) -> Session:
    return actions.name_speaker(press.session, speaker=press.form.speaker, **press.given("turn"))


def _item(press: Press) -> Session:
    items = press.session.conference.agenda_items.all()
    item = get_object_or_404(items, pk=press.target)
    return actions.start_item(press.session, item=item, **press.seen)


def _screen(mode: ScreenMode) -> Deed:
    return lambda press: actions.show_screen(press.session, screen=mode, **press.seen)


def _message(press: Press) -> Session:
    given = press.given("message")
    return actions.show_screen(press.session, screen=ScreenMode.MESSAGE, **given)


def _limits(press: Press) -> Session:
    return actions.set_limits(press.session, **press.given("speak_seconds", "answer_seconds"))


def _audience(is_open: bool) -> Deed:
    return lambda press: actions.set_audience(press.session, is_open=is_open, **press.seen)


def _judged(seen: AudienceState, to: AudienceState) -> Deed:
    def judge(press: Press) -> Any:
        question = get_object_or_404(press.session.audience_questions, pk=press.target)
        return actions.judge(question, seen=seen, to=to, by=press.by)

    return judge


def _all_refused(press: Press) -> Any:
    return actions.refuse_waiting(press.session, up_to=press.target, by=press.by)


def _taken(press: Press) -> Session:
    return actions.take(press.session, question=press.target, **press.seen)


def _plain(action: Callable[..., Any]) -> Deed:
    return lambda press: action(press.session, **press.seen)


def _on_turn(action: Callable[..., Any]) -> Deed:
    return lambda press: action(press.session, turn=press.target, **press.seen)


DEEDS: dict[str, Deed] = {
    **{name: _plain(action) for name, action in OF_SESSION.items()},
    **{name: _on_turn(action) for name, action in OF_TURN.items()},
    **{f"man-hinh-{mode.value}": _screen(mode) for mode in ScreenMode if mode != "message"},
    "tra-loi": _answering,
    "xong": _answered,
    "ghi": _noted,
    "len": _moved(-1),
    "xuong": _moved(1),
    "het-xen": _resumed,
    "them": _added,
    "xen": _intervened,
    "ten": _named,
    "muc": _item,
    "tin": _message,
    "gio": _limits,
    "mo-may": _audience(True),
    "dong-may": _audience(False),
    "duyet": _judged(AudienceState.WAITING, AudienceState.SHOWN),
    "khong-dua": _judged(AudienceState.WAITING, AudienceState.REFUSED),
    "khong-dua-het": _all_refused,
    "go-xuong": _judged(AudienceState.SHOWN, AudienceState.REFUSED),
    "dua-lai": _judged(AudienceState.REFUSED, AudienceState.SHOWN),
    "dua": _taken,
}


def blank_forms(session: Session) -> dict[str, Any]:
    """The forms of the desk as the page opens them."""
    agencies = participating_agencies(session.conference)
    limits = {"speak_seconds": session.speak_seconds, "answer_seconds": session.answer_seconds}
    return {
        name: form(agencies, auto_id=f"{name}_%s", initial=limits if name == "gio" else None)
        for name, form in FORMS.items()
    }


def read_press(data: QueryDict, conference: Conference) -> tuple[str, int, StepForm]:
    """Which button, on which thing, with which form. Raises Http404 for none of ours."""
    name, _, target = data.get("viec", "").partition(":")
    if name not in DEEDS or (target and not (target.isdecimal() and len(target) <= MOST_DIGITS)):
        raise Http404
    agencies = participating_agencies(conference)
    form = FORMS.get(name, StepForm)(agencies, data, auto_id=f"{name}_%s")
    return name, int(target or 0), form
