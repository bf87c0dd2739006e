"""What a person may do now with a notice or a commitment, each deed with its form and words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest

from doithoai.conclusions import actions
from doithoai.conclusions import permissions as may
from doithoai.conclusions.models import Commitment, Notice
from doithoai.conclusions.states import (
    BEING_WRITTEN,
    RUNNING,
    CommitmentState,
    ExtensionState,
    NoticeState,
    ReportState,
)
from doithoai.directory.models import User
from doithoai.lifecycle import numbering
from doithoai.web.conclusions.following_forms import (
    CancelForm,
    DecideForm,
    ExtensionForm,
    JudgeForm,
    ReopenForm,
    ReportForm,
)
from doithoai.web.conclusions.forms import ComplexForm, ReturnForm, SignForm, VersionedForm


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: title of its box, its button, its form, what to call, what to say when done."""

    title: str
    label: str
    form: type[forms.Form]
    call: Callable[[Any, Any, User], Any]
    done: str
    hint: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A deed a person may do, with its form as it stands."""

    name: str
    deed: Deed
    form: forms.Form
    is_first: bool


NOTICE_DEEDS = {
    "ky": Deed(
        "Ký thông báo",
        "Ghi đã ký",
        SignForm,
        lambda notice, form, by: numbering.sign_notice(notice, by=by, **form.cleaned_data),
        "Đã ghi số, ngày ký. Văn phòng công bố thông báo.",
    ),
    "tra-lai": Deed(
        "Trả lại dự thảo",
        "Trả lại cho cơ quan soạn",
        ReturnForm,
        lambda notice, form, by: actions.return_notice(notice, by=by, **form.cleaned_data),
        "Đã trả lại dự thảo kèm lý do.",
    ),
    "trinh": Deed(
        "Trình ký",
        "Trình người chủ trì ký",
        VersionedForm,
        lambda notice, form, by: actions.submit_notice(notice, by=by, **form.cleaned_data),
        "Đã trình. Người chủ trì ký hoặc trả lại.",
        "Sau khi trình không sửa được, cho đến khi bị trả lại.",
    ),
    "lay-them": Deed(
        "Lấy thêm",
        "Lấy thêm mục mới",
        VersionedForm,
        lambda notice, form, by: actions.refill_notice(notice, by=by, **form.cleaned_data),
        "Đã thêm các mục mới vào cuối mỗi phần.",
        "Thêm câu hỏi, câu trả lời có sau lúc bắt đầu soạn. Mục đã có giữ nguyên.",
    ),
    "cong-bo": Deed(
        "Công bố",
        "Công bố thông báo",
        VersionedForm,
        lambda notice, form, by: actions.publish_notice(notice, by=by, **form.cleaned_data),
        "Đã công bố. Các mục giao việc đã thành cam kết để theo dõi.",
        "Thông báo hiện ở trang công khai. Mỗi mục giao việc mở một cam kết có hạn.",
    ),
    "thoi-han": Deed(
        "Thời hạn công bố",
        "Lưu thời hạn",
        ComplexForm,
        lambda notice, form, by: actions.mark_complex(notice, by=by, **form.cleaned_data),
        "Đã lưu thời hạn công bố.",
    ),
}


def _report(commitment: Commitment, form: ReportForm, by: User) -> Any:
    data = form.cleaned_data
    return actions.report_progress(
        commitment,
        text=data["text"],
        claims_done=data["claims_done"],
        version=data["version"],
        evidence=form.evidence,
        by=by,
    )


def _judge(commitment: Commitment, form: JudgeForm, by: User) -> Any:
    report = commitment.reports.filter(state=ReportState.PENDING).first()
    if report is None:
        raise Http404
    return actions.judge_report(report, by=by, **form.cleaned_data)


def _decide(commitment: Commitment, form: DecideForm, by: User) -> Any:
    extension = commitment.extensions.filter(state=ExtensionState.ASKED).first()
    if extension is None:
        raise Http404
    return actions.decide_extension(extension, by=by, **form.cleaned_data)


COMMITMENT_DEEDS = {
    "xac-nhan": Deed(
        "Xác nhận báo cáo", "Ghi ý kiến", JudgeForm, _judge, "Đã ghi ý kiến về báo cáo."
    ),
    "gia-han": Deed(
        "Quyết định gia hạn", "Ghi quyết định", DecideForm, _decide, "Đã ghi quyết định gia hạn."
    ),
    "bao-cao": Deed(
        "Báo cáo tiến độ",
        "Gửi báo cáo",
        ReportForm,
        _report,
        "Đã gửi báo cáo. Văn phòng hoặc cơ quan chủ trì tổ chức xác nhận.",
    ),
    "mo-lai": Deed(
        "Mở lại cam kết",
        "Mở lại cam kết",
        ReopenForm,
        lambda commitment, form, by: actions.reopen(commitment, by=by, **form.cleaned_data),
        "Đã mở lại cam kết với hạn mới.",
        "Người hỏi báo chưa giải quyết xong.",
    ),
    "xin-gia-han": Deed(
        "Xin gia hạn",
        "Xin gia hạn",
        ExtensionForm,
        lambda commitment, form, by: actions.ask_extension(commitment, by=by, **form.cleaned_data),
        "Đã gửi đề nghị gia hạn. Người có quyền duyệt của văn phòng quyết định.",
    ),
    "huy": Deed(
        "Hủy cam kết",
        "Hủy cam kết",
        CancelForm,
        lambda commitment, form, by: actions.cancel(commitment, by=by, **form.cleaned_data),
        "Đã hủy cam kết kèm lý do.",
        tone="danger",
    ),
}


def notice_deeds(user: User, notice: Notice) -> Iterator[str]:
    """Names of what this person may do with the notice as it stands, the next step first."""
    state, conference = notice.state, notice.conference
    if state == NoticeState.SUBMITTED and may.may_sign(user, notice):
        yield from ("ky", "tra-lai")
    if state in BEING_WRITTEN and may.may_draft(user, conference):
        yield from ("trinh", "lay-them")
    if may.may_publish(user, conference):
        if state == NoticeState.SIGNED:
            yield "cong-bo"
        if state != NoticeState.PUBLISHED:
            yield "thoi-han"


def commitment_deeds(user: User, commitment: Commitment) -> Iterator[str]:
    """Names of what this person may do with the commitment as it stands."""
    report = commitment.reports.filter(state=ReportState.PENDING).first()
    extension = commitment.extensions.filter(state=ExtensionState.ASKED).first()
    is_open = commitment.state == CommitmentState.OPEN
    if report and commitment.state in RUNNING and may.may_judge(user, report):
        yield "xac-nhan"
    if extension and is_open and may.may_decide_extension(user, extension):
        yield "gia-han"
    if is_open and not report and may.may_report(user, commitment):
        yield "bao-cao"
    if commitment.state == CommitmentState.KEPT and may.may_reopen(user, commitment):
        yield "mo-lai"
    if is_open and not extension and may.may_ask_extension(user, commitment):
        yield "xin-gia-han"
    if commitment.state in RUNNING and may.may_cancel(user, commitment):
        yield "huy"


def offers(
    names: Iterator[str], table: dict[str, Deed], initial: dict[str, Any], bound: dict[str, Any]
) -> list[Offer]:
    """The boxes of deeds; `bound` holds forms that were sent and refused, by name."""
    wanted = list(dict.fromkeys([*bound, *names]))
    return [
        Offer(name, table[name], bound.get(name) or blank(name, table, initial), place == 0)
        for place, name in enumerate(wanted)
    ]


def blank(name: str, table: dict[str, Deed], initial: dict[str, Any]) -> forms.Form:
    """The form of a deed as the page opens it; its fields' ids carry the deed's name."""
    return table[name].form(initial=initial, auto_id=f"{name}-%s")


def sent(request: HttpRequest, table: dict[str, Deed]) -> tuple[str, forms.Form]:
    """The deed a page sends with its filled form; 404 for a deed that is not there."""
    name = request.POST.get("viec", "")
    if name not in table:
        raise Http404
    return name, table[name].form(request.POST, request.FILES, auto_id=f"{name}-%s")
