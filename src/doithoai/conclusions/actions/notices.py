"""The notice from its draft to the public page."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.conclusions.actions.commitments import Terms, promise
from doithoai.conclusions.models import Notice, NoticeItem, NoticePart
from doithoai.conclusions.permissions import may_draft, may_publish, may_sign
from doithoai.conclusions.queries import proposed_items
from doithoai.conclusions.states import BEING_WRITTEN, NOTICE_TRANSITIONS, NoticeState
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa thông báo này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."
ANOTHER_PERSON = (
    "Người ký phải là người có quyền duyệt của cơ quan chủ trì và không phải người soạn."
)


@transaction.atomic
def begin_notice(conference: Conference, *, by: User) -> Notice:
    """Open the draft and fill its four parts from questions and answers."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_draft(by, conference))
    if conference.state != ConferenceState.ISSUED:
        raise Refused("Kế hoạch chưa ban hành. Ban hành kế hoạch rồi soạn kết luận.")
    if Notice.objects.filter(conference=conference).exists():
        raise Refused("Thông báo kết luận đã có người soạn. Tải lại trang để xem.")
    notice = Notice.objects.create(conference=conference, drafted_by=by)
    count = _fill(notice)
    record("conclusions.begin_notice", notice, by=by, after={"items": count})
    return notice


@transaction.atomic
def refill_notice(notice: Notice, *, version: int, by: User) -> int:
    """Add what came since: proposals that stand in no item yet. Returns how many."""
    notice = notice_in_hand(notice, version, by=by)
    count = _fill(notice)
    if not count:
        raise Refused("Không có mục mới: mọi câu hỏi, câu trả lời đã có trong dự thảo.")
    _saved(notice, "conclusions.refill_notice", by=by, after={"items": count})
    return count


@transaction.atomic
def mark_complex(
    notice: Notice, *, is_complex: bool, reason: str, version: int, by: User
) -> Notice:
    """The office says that it needs fifteen days, and why; or that ten are enough."""
    notice = _locked(notice, version)
    require(may_publish(by, notice.conference))
    if notice.state == NoticeState.PUBLISHED:
        raise Refused("Thông báo đã công bố, thời hạn không đổi được nữa.")
    if is_complex and not reason.strip():
        raise Refused("Ghi lý do cần 15 ngày.")
    before = {"is_complex": notice.is_complex}
    notice.is_complex, notice.complex_reason = is_complex, reason if is_complex else ""
    after = {"is_complex": is_complex, "reason": notice.complex_reason}
    return _saved(notice, "conclusions.mark_complex", by=by, before=before, after=after)


@transaction.atomic
def submit_notice(notice: Notice, *, version: int, by: User) -> Notice:
    """Hand the draft to the chair; every assigned item must be whole."""
    notice = notice_in_hand(notice, version, by=by)
    items = list(notice.items.all())
    if not items:
        raise Refused("Dự thảo chưa có mục nào. Thêm mục rồi trình ký.")
    loose = sum(not item.is_whole for item in items)
    if loose:
        raise Refused(
            f"Còn {loose} mục giao việc chưa xác nhận, chưa có cơ quan hoặc chưa có hạn. "
            "Sửa từng mục rồi trình ký."
        )
    NOTICE_TRANSITIONS.move(notice, to=NoticeState.SUBMITTED)
    notice.drafted_by, notice.note = by, ""
    return _saved(notice, "conclusions.submit_notice", by=by, after={"items": len(items)})


@transaction.atomic
def return_notice(notice: Notice, *, note: str, version: int, by: User) -> Notice:
    """The chair sends the draft back with a reason."""
    notice = _locked(notice, version)
    require(may_sign(by, notice), ANOTHER_PERSON)
    if not note.strip():
        raise Refused("Nêu rõ lý do trả lại để cơ quan sửa.")
    NOTICE_TRANSITIONS.move(notice, to=NoticeState.RETURNED)
    notice.note = note
    return _saved(notice, "conclusions.return_notice", by=by, after={"note": note})


@transaction.atomic
def sign_notice(
    notice: Notice,
    *,
    number: str,
    signed_on: date,
    signer_title: str,
    signer_name: str,
    version: int,
    by: User,
) -> Notice:
    """The notice is signed: its number, day and signer, recorded by who decides for the chair."""
    notice = _locked(notice, version)
    require(may_sign(by, notice), ANOTHER_PERSON)
    held_on = notice.conference.held_on
    if held_on is None or signed_on < held_on:
        raise Refused("Ngày ký phải từ ngày tổ chức hội nghị trở đi. Xem lại ngày ký.")
    if signed_on > clock.today():
        raise Refused("Ngày ký không được sau hôm nay. Xem lại ngày ký.")
    NOTICE_TRANSITIONS.move(notice, to=NoticeState.SIGNED)
    notice.number, notice.signed_on, notice.signed_by = number, signed_on, by
    notice.signer_title, notice.signer_name = signer_title, signer_name
    after = {"number": number, "signed_on": signed_on, "signer_name": signer_name}
    return _saved(notice, "conclusions.sign_notice", by=by, after=after)


@transaction.atomic
def publish_notice(notice: Notice, *, version: int, by: User) -> Notice:
    """Put the signed notice out and open a commitment for every assigned item."""
    notice = _locked(notice, version)
    require(may_publish(by, notice.conference))
    NOTICE_TRANSITIONS.move(notice, to=NoticeState.PUBLISHED)
    notice.published_at = clock.now()
    assigned = notice.items.filter(part=NoticePart.ASSIGNED).select_related("agency", "question")
    opened = [
        promise(
            notice.conference,
            Terms(item.text, item.agency, item.due),
            question=item.question,
            notice_item=item,
            by=by,
        )
        for item in assigned
        if item.agency and item.due
    ]
    return _saved(notice, "conclusions.publish_notice", by=by, after={"commitments": len(opened)})


def notice_in_hand(notice: Notice, version: int, *, by: User) -> Notice:
    """The notice locked for who may write it, as it stood when the page was opened."""
    notice = _locked(notice, version)
    require(may_draft(by, notice.conference))
    if notice.state not in BEING_WRITTEN:
        raise Refused(
            f"Thông báo đang “{notice.get_state_display()}”, không sửa được. "
            "Cần sửa thì đề nghị người ký trả lại."
        )
    return notice


def _locked(notice: Notice, version: int) -> Notice:
    notice = (
        Notice.objects.select_for_update(of=("self",))
        .select_related("conference")
        .get(pk=notice.pk)
    )
    if notice.version != version:
        raise Refused(STALE)
    return notice


def _fill(notice: Notice) -> int:
    known = {(item.part, item.source or item.text) for item in notice.items.all()}
    last = dict(notice.items.order_by().values_list("part").annotate(Max("position")))
    items = []
    for proposal in proposed_items(notice.conference):
        if proposal.key in known:
            continue
        known.add(proposal.key)
        last[proposal.part] = last.get(proposal.part, 0) + 1
        items.append(
            NoticeItem(
                notice=notice,
                part=proposal.part,
                position=last[proposal.part],
                text=proposal.text,
                source=proposal.source or proposal.text,
                question=proposal.question,
                topic_id=proposal.topic_id,
                agency=proposal.agency,
                due=proposal.due,
                is_confirmed=proposal.part != NoticePart.ASSIGNED,
            )
        )
    NoticeItem.objects.bulk_create(items)
    return len(items)


def _saved(notice: Notice, verb: str, *, by: User, **trail: Any) -> Notice:
    notice.version += 1
    notice.save()
    record(verb, notice, by=by, **trail)
    return notice
