"""What people send, and what is kept of who sent it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.directory.permissions import may_administer
from doithoai.planning.models import Conference, Topic
from doithoai.planning.states import ConferenceState
from doithoai.questions.actions.attaching import attach, drop_stale_files
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.hiding import hide_words
from doithoai.questions.actions.lists.forgetting import forget_lists
from doithoai.questions.models import Attachment, Channel, DataRequest, Part, Question, Submission
from doithoai.questions.permissions import may_enter, may_see_sender_of, may_take_in_hall
from doithoai.questions.queries import takes_late_questions, takes_questions
from doithoai.questions.rules import comes_late, new_code, notice_on
from doithoai.workflow import Refused, require

CLOSED = "Hội nghị này không nhận câu hỏi trên trang công khai hôm nay."
SENT_ELSEWHERE = "Phiếu này đã gửi cho hội nghị khác. Mở phiếu mới rồi chép nội dung sang."
NOT_YET = "Xem lại ngày nhận: ngày này sau hôm nay."
NOT_IN_HALL = (
    "Phiếu tại hội trường có ngày nhận là ngày họp. Sửa ngày nhận, hoặc chọn cách gửi khác."
)
SENDER_FIELDS = ("sender_name", "sender_unit", "phone", "email")


def receive(
    conference: Conference,
    *,
    text: str,
    by: User | None,
    token: UUID | None = None,
    channel: str = Channel.WEB,
    topic: Topic | None = None,
    **sender: Any,
) -> Submission:
    """Take one submission and open a question for it; the same `token` gives the same receipt.

    Files kept with the form of the `token` come along. `topic` is the sender's own choice, for
    the officials to confirm. `by` is None for a citizen on the public page, who may send only
    from the window's first day to the conference; host and office also enter slips and calls
    before and after. What is given after the last day of asking is marked late, by `given_on`
    when a slip lay there before it was typed in; what is asked in the hall never is. Raises
    Refused.
    """
    if token:
        sent = Submission.objects.filter(token=token, conference=conference).first()
        if sent:
            return sent
    try:
        values = {"text": text, "token": token, "channel": channel, **sender}
        return _receive(conference, values, topic=topic, by=by)
    except IntegrityError:
        sent = Submission.objects.filter(token=token, conference=conference).first()
        if sent is None and Submission.objects.filter(token=token).exists():
            raise Refused(SENT_ELSEWHERE) from None
        if token is None or sent is None:
            raise
        return sent


@transaction.atomic
def forget_sender(submission: Submission, *, by: User) -> Submission:
    """Take the sender's name, contact and files out at the sender's own wish.

    The words stay, with no personal data left in them anywhere.
    """
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    require(may_see_sender_of(by, submission))
    hide_words([submission])
    for name in SENDER_FIELDS:
        setattr(submission, name, "")
    submission.consents_contact = submission.consents_name = False
    submission.save()
    submission.attachments.all().delete()
    submission.data_requests.update(words="")
    record("questions.forget_sender", submission, by=by)
    return submission


@transaction.atomic
def forget_senders(conference: Conference, *, by: User | None) -> int:
    """Take names, contacts and files of all senders out for good.

    Outcomes stay, and words without personal data. Lists that were never taken go with them.

    `by` is None from the console. Returns how many submissions held any.
    """
    require(by is None or may_administer(by))
    blank = dict.fromkeys(SENDER_FIELDS, "")
    hide_words(list(conference.submissions.order_by("pk")))
    held = conference.submissions.exclude(**blank)
    count = held.update(**blank, consents_contact=False, consents_name=False)
    Attachment.objects.filter(submission__conference=conference).delete()
    DataRequest.objects.filter(submission__conference=conference).update(words="")
    drop_stale_files()
    forget_lists(conference)
    record("questions.forget_senders", conference, by=by, after={"submissions": count})
    return count


@transaction.atomic
def show_sender(submission: Submission, *, by: User) -> Submission:
    """Let an official see name and contact, and keep that they looked.

    Of a denunciation only its two keepers may (Luật Tố cáo 2018).
    """
    require(may_see_sender_of(by, submission))
    record("questions.show_sender", submission, by=by)
    return submission


@transaction.atomic
def _receive(
    conference: Conference, values: dict[str, Any], *, topic: Topic | None, by: User | None
) -> Submission:
    submission = take_in(conference, values, by=by)
    question = _open_question(submission, topic)
    files = attach(submission, submission.token)
    drop_stale_files()
    after = {"question": question, "channel": submission.channel}
    if files:
        after["files"] = files
    record("questions.receive", submission, by=by, after=after)
    record("questions.open", question, by=by, after={"submission": submission})
    compare_later()
    return submission


def take_in(conference: Conference, values: dict[str, Any], *, by: User | None) -> Submission:
    """Write down one submission, inside the caller's transaction, which then gives it its parts.

    A citizen has the notice before them; an official says in `notice_version` which one was read
    out, if any. Locks the conference. Raises Refused outside the window, Forbidden.
    """
    place = conference.place
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    conference.place = place
    opened = takes_questions(conference, clock.today())
    taken = opened or by is not None or takes_late_questions(conference, clock.today())
    if conference.state != ConferenceState.ISSUED or not taken:
        raise Refused(CLOSED)
    in_hall, given_on = values["channel"] == Channel.HALL, values.get("given_on") or clock.today()
    _refuse_other_days(conference, values.get("given_on"), in_hall=in_hall)
    if by is not None:
        require((may_take_in_hall if in_hall else may_enter)(by, conference))
    return Submission.objects.create(
        conference=conference,
        code=_free_code(conference),
        is_late=not in_hall and comes_late(conference.questions_until, given_on),
        received_at=clock.now(),
        **({"notice_version": notice_on(clock.today()) if by is None else ""} | values),
    )


def _refuse_other_days(conference: Conference, given_on: date | None, *, in_hall: bool) -> None:
    if given_on is None:
        return
    if given_on > clock.today():
        raise Refused(NOT_YET)
    if in_hall and given_on != conference.held_on:
        raise Refused(NOT_IN_HALL)


def _open_question(submission: Submission, topic: Topic | None) -> Question:
    conference, text = submission.conference, submission.text
    number = (conference.questions.aggregate(last=Max("number"))["last"] or 0) + 1
    question = Question.objects.create(
        conference=conference, number=number, wording=text, topic=topic
    )
    Part.objects.create(submission=submission, question=question, text=text, end=len(text))
    return question


def _free_code(conference: Conference) -> str:
    codes: Iterable[str] = iter(
        lambda: new_code(conference.place.receipt_prefix, conference.year), ""
    )
    return next(code for code in codes if not Submission.objects.filter(code=code).exists())
