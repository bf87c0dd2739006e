"""Writing, handing in and signing the minutes."""

from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.hall.minutes import draft
from doithoai.hall.models import Minutes, MinutesVersion, Session
from doithoai.hall.permissions import may_drive, may_sign
from doithoai.hall.queries import frame_of, happenings_of
from doithoai.hall.states import MINUTES_TRANSITIONS, MinutesState, SessionState
from doithoai.workflow import Refused, require

STALE = "Có người vừa lưu biên bản. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
SIGNED = "Biên bản đã ký, không sửa được."
NOT_CLOSED = "Hội nghị chưa bế mạc. Bế mạc xong mới ký biên bản."


@transaction.atomic
def draft_minutes(session: Session, *, version: int, by: User) -> Minutes:
    """Write the text anew from what happened; the text before stays as a version."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    require(may_drive(by, session.conference))
    body = draft(frame_of(session, by), happenings_of(session))
    known = Minutes.objects.select_for_update().filter(session=session).first()
    if known is None:
        known = Minutes.objects.create(session=session, body="")
    return _write(known, body, "hall.draft_minutes", version=version, by=by)


@transaction.atomic
def save_minutes(minutes: Minutes, *, body: str, version: int, by: User) -> Minutes:
    """Keep the secretary's own words."""
    minutes = _locked(minutes)
    require(may_drive(by, minutes.session.conference))
    return _write(minutes, body, "hall.save_minutes", version=version, by=by)


@transaction.atomic
def submit_minutes(minutes: Minutes, *, body: str, version: int, by: User) -> Minutes:
    """The secretary signs and hands the minutes to the chair's side; after the close."""
    minutes = _locked(minutes)
    require(may_drive(by, minutes.session.conference))
    if minutes.session.state != SessionState.CLOSED:
        raise Refused(NOT_CLOSED)
    minutes = _write(minutes, body, "hall.save_minutes", version=version, by=by)
    MINUTES_TRANSITIONS.move(minutes, to=MinutesState.SUBMITTED)
    minutes.secretary, minutes.secretary_signed_at, minutes.note = by, clock.now(), ""
    return _saved(minutes, "hall.submit_minutes", by=by, after={"minutes_state": minutes.state})


@transaction.atomic
def return_minutes(minutes: Minutes, *, note: str, version: int, by: User) -> Minutes:
    """The chair's side sends the minutes back with a reason."""
    minutes = _locked(minutes)
    require(may_sign(by, minutes))
    _same(minutes, version)
    if not note.strip():
        raise Refused("Nêu rõ chỗ cần sửa rồi trả lại thư ký.")
    MINUTES_TRANSITIONS.move(minutes, to=MinutesState.DRAFT)
    minutes.note, minutes.secretary, minutes.secretary_signed_at = note.strip(), None, None
    return _saved(minutes, "hall.return_minutes", by=by, after={"note": note})


@transaction.atomic
def sign_minutes(minutes: Minutes, *, version: int, by: User) -> Minutes:
    """The chair's side signs what the secretary has signed."""
    minutes = _locked(minutes)
    require(may_sign(by, minutes))
    _same(minutes, version)
    MINUTES_TRANSITIONS.move(minutes, to=MinutesState.SIGNED)
    minutes.signer, minutes.signed_at = by, clock.now()
    return _saved(minutes, "hall.sign_minutes", by=by, after={"minutes_state": minutes.state})


def _locked(minutes: Minutes) -> Minutes:
    return (
        Minutes.objects.select_for_update(of=("self",))
        .select_related("session__conference")
        .get(pk=minutes.pk)
    )


def _same(minutes: Minutes, version: int) -> None:
    if minutes.version != version:
        raise Refused(STALE)


def _write(minutes: Minutes, body: str, verb: str, *, version: int, by: User) -> Minutes:
    _same(minutes, version)
    if minutes.state != MinutesState.DRAFT:
        raise Refused(SIGNED)
    body = body.replace("\r\n", "\n").strip()
    if not body:
        raise Refused("Biên bản đang trống. Bấm “Ghi lại từ diễn biến” hoặc gõ nội dung.")
    if body != minutes.body:
        number = minutes.versions.count() + 1
        MinutesVersion.objects.create(
            minutes=minutes, number=number, body=body, by=by, at=clock.now()
        )
        minutes.body = body
    return _saved(minutes, verb, by=by, after={"length": len(body)})


def _saved(minutes: Minutes, verb: str, *, by: User, **trail: Any) -> Minutes:
    minutes.version += 1
    minutes.save()
    record(verb, minutes, by=by, **trail)
    return minutes
