"""Every kind of paper with its recipe, in the order of the life cycle."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from doithoai.documents.kinds.answers_booklet import booklet
from doithoai.documents.kinds.compiled_questions import compiled_questions
from doithoai.documents.kinds.conclusion_notice import conclusion_notice
from doithoai.documents.kinds.delegate_list import delegate_list
from doithoai.documents.kinds.escalation_report import escalation_report
from doithoai.documents.kinds.estimate import estimate
from doithoai.documents.kinds.guidance_slip import guidance_slip
from doithoai.documents.kinds.invitation import invitation
from doithoai.documents.kinds.minutes import minutes
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.kinds.plan import plan
from doithoai.documents.kinds.press_kit import press_kit
from doithoai.documents.kinds.programme import programme
from doithoai.documents.kinds.referral_letter import referral_letter
from doithoai.documents.kinds.result_report import result_report
from doithoai.documents.kinds.script import script
from doithoai.documents.kinds.seat_map import seating_plan
from doithoai.documents.kinds.settlement import settlement
from doithoai.documents.kinds.speech import speech
from doithoai.documents.kinds.transfer_slip import transfer_slip
from doithoai.documents.models import PaperKind
from doithoai.documents.paper import Paper
from doithoai.documents.sources import conclusions, delegates, letters, money, questions
from doithoai.documents.sources import plan as plans
from doithoai.documents.sources import programme as day
from doithoai.documents.sources.recipe import Recipe, Wanted, kept_once
from doithoai.questions.models import PassOn

RECIPES = {
    recipe.kind: recipe
    for recipe in (
        Recipe(
            PaperKind.PLAN,
            "Kế hoạch đã xác nhận, bảng phân bổ đại biểu, dự kiến chương trình",
            plans.PLAN_LACK,
            plans.plan_ready,
            plans.facts,
            plan,
            code=plans.PLAN_CODE,
            given=plans.given,
            withheld=kept_once(PaperKind.PLAN),
        ),
        Recipe(
            PaperKind.DELEGATE_LIST,
            "Đại biểu đã chấp thuận, theo mục của bảng phân bổ",
            delegates.LIST_LACK,
            delegates.list_ready,
            delegates.list_facts,
            delegate_list,
            tells_names=True,
        ),
        Recipe(
            PaperKind.INVITATION,
            "Giấy mời đã chuẩn bị, ngày giờ đã chốt",
            delegates.INVITATION_LACK,
            delegates.invitation_ready,
            delegates.invitation_facts,
            invitation,
            code=delegates.INVITATION_CODE,
            subjects=delegates.invitation_subjects,
            tells_names=True,
        ),
        Recipe(
            PaperKind.SEATING_PLAN,
            "Khối ghế của hội trường, chỗ đã xếp",
            delegates.SEATING_LACK,
            delegates.seating_ready,
            delegates.seating_facts,
            seating_plan,
            tells_names=True,
        ),
        Recipe(
            PaperKind.COMPILED,
            "Mọi câu hỏi, kiến nghị đã nhận",
            questions.COMPILED_LACK,
            questions.compiled_ready,
            questions.compiled_facts,
            compiled_questions,
        ),
        Recipe(
            PaperKind.GUIDANCE,
            "Đơn khiếu nại, tố cáo đã xác nhận, hướng dẫn người gửi",
            letters.GUIDANCE_LACK,
            letters.ready(PassOn.Paper.GUIDANCE),
            letters.facts(letters.GUIDANCE_CODE),
            guidance_slip,
            code=letters.GUIDANCE_CODE,
            subjects=letters.subjects(PassOn.Paper.GUIDANCE),
            tells_names=True,
        ),
        Recipe(
            PaperKind.TRANSFER,
            "Đơn khiếu nại, tố cáo đã xác nhận, chuyển cơ quan có thẩm quyền",
            letters.TRANSFER_LACK,
            letters.ready(PassOn.Paper.TRANSFER),
            letters.facts(letters.TRANSFER_CODE),
            transfer_slip,
            code=letters.TRANSFER_CODE,
            subjects=letters.subjects(PassOn.Paper.TRANSFER),
            tells_names=True,
        ),
        Recipe(
            PaperKind.REFERRAL,
            "Câu hỏi đã chuyển, mỗi cơ quan một công văn",
            questions.REFERRAL_LACK,
            questions.referral_ready,
            questions.referral_facts,
            referral_letter,
            code=questions.LETTER_CODE,
            subjects=questions.referral_subjects,
        ),
        Recipe(
            PaperKind.BOOKLET,
            "Câu trả lời Chủ tịch đã duyệt, theo nội dung đối thoại",
            questions.BOOKLET_LACK,
            questions.booklet_ready,
            questions.booklet_facts,
            booklet,
        ),
        Recipe(
            PaperKind.PROGRAMME,
            "Các mục chương trình, giờ tính từ giờ bắt đầu",
            day.PROGRAMME_LACK,
            day.programme_ready,
            day.programme_facts,
            programme,
            withheld=day.programme_withheld,
        ),
        Recipe(
            PaperKind.SCRIPT,
            "Lời dẫn đã soạn",
            day.SCRIPT_LACK,
            day.script_ready,
            day.script_facts,
            script,
        ),
        Recipe(
            PaperKind.SPEECH,
            "Bài phát biểu đã soạn, mỗi bài một tệp",
            day.SPEECH_LACK,
            day.speech_ready,
            day.speech_facts,
            speech,
            subjects=day.speech_subjects,
            withheld=day.speech_withheld,
        ),
        Recipe(
            PaperKind.ESTIMATE,
            "Các dòng dự toán, ý kiến thẩm định",
            money.ESTIMATE_LACK,
            money.estimate_ready,
            money.estimate_facts,
            estimate,
        ),
        Recipe(
            PaperKind.ESCALATION,
            "Dự toán đã thẩm định, nội dung báo cáo cấp có thẩm quyền",
            money.ESCALATION_LACK,
            money.escalation_ready,
            money.escalation_facts,
            escalation_report,
            code=money.REPORT_CODE,
        ),
        Recipe(
            PaperKind.SETTLEMENT,
            "Chứng từ chi, dự toán được duyệt",
            money.SETTLEMENT_LACK,
            money.settlement_ready,
            money.settlement_facts,
            settlement,
        ),
        Recipe(
            PaperKind.MINUTES,
            "Biên bản thư ký ghi tại hội trường",
            conclusions.MINUTES_LACK,
            conclusions.minutes_ready,
            conclusions.minutes_facts,
            minutes,
            code=conclusions.MINUTES_CODE,
        ),
        Recipe(
            PaperKind.NOTICE,
            "Bốn phần của thông báo kết luận",
            conclusions.NOTICE_LACK,
            conclusions.notice_ready,
            conclusions.notice_facts,
            conclusion_notice,
            code=conclusions.NOTICE_CODE,
            given=conclusions.notice_given,
            withheld=kept_once(PaperKind.NOTICE),
        ),
        Recipe(
            PaperKind.REPORT,
            "Số liệu của các phần việc, tình trạng cam kết",
            conclusions.REPORT_LACK,
            conclusions.report_ready,
            conclusions.report_facts,
            result_report,
            code=conclusions.REPORT_CODE,
        ),
        Recipe(
            PaperKind.PRESS_KIT,
            "Chương trình, câu trả lời đã duyệt, kết luận đã công bố",
            conclusions.PRESS_LACK,
            conclusions.press_ready,
            conclusions.press_facts,
            press_kit,
        ),
    )
}


def papers_of(kind: PaperKind, wanted: Wanted, *, out: Outgoing | None = None) -> Iterator[Paper]:
    """The papers of a kind about a subject; `out` stands in for how they were to leave."""
    recipe = RECIPES[kind]
    for facts in recipe.facts(wanted):
        yield recipe.paper(leaving(facts, out))


def leaving(facts: Any, out: Outgoing | None) -> Any:
    """The same facts leaving as `out` says; a speech has no letterhead to change."""
    return replace(facts, out=out) if out and hasattr(facts, "out") else facts
