"""Facts of one conference for every kind of paper, without a database."""

from datetime import date, time

from doithoai.documents.kinds.answers_booklet import AnsweredQuestion, BookletFacts, booklet
from doithoai.documents.kinds.compiled_questions import (
    CompiledFacts,
    CompiledQuestion,
    compiled_questions,
)
from doithoai.documents.kinds.conclusion_notice import NoticeFacts, NoticeLine, conclusion_notice
from doithoai.documents.kinds.delegate_list import (
    DelegateListFacts,
    ListedDelegate,
    delegate_list,
)
from doithoai.documents.kinds.escalation_report import (
    EscalationFacts,
    ReportedLine,
    escalation_report,
)
from doithoai.documents.kinds.estimate import EstimateFacts, EstimateRow, estimate
from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.guidance_slip import LetterFacts, guidance_slip
from doithoai.documents.kinds.invitation import InvitationFacts, invitation
from doithoai.documents.kinds.minutes import MinutesFacts, minutes
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.kinds.plan import Basis, PlanFacts, plan
from doithoai.documents.kinds.press_kit import PressFacts, press_kit
from doithoai.documents.kinds.programme import AgendaFacts, ProgrammeFacts, programme
from doithoai.documents.kinds.quotas import QuotaLine, QuotaSection
from doithoai.documents.kinds.referral_letter import (
    ReferralFacts,
    ReferredQuestion,
    referral_letter,
)
from doithoai.documents.kinds.result_report import (
    AgencyLoad,
    CommitmentLine,
    Count,
    ReportFacts,
    result_report,
)
from doithoai.documents.kinds.script import Cue, ScriptFacts, script
from doithoai.documents.kinds.seat_map import SeatedBlock, SeatingFacts, seating_plan
from doithoai.documents.kinds.settlement import SettledRow, SettlementFacts, settlement
from doithoai.documents.kinds.speech import SpeechFacts, speech
from doithoai.documents.kinds.transfer_slip import transfer_slip

OUT = Outgoing(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG"),
    issuer_name="Ủy ban nhân dân tỉnh Tiền Giang",
    place="Tiền Giang",
    year=2024,
    symbol="KH-UBND",
    number="272",
    day=date(2024, 7, 12),
    capacity=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Huỳnh Thanh Đạm",
    recipients=("Như trên;", "Lưu: VT, KGVX."),
)
INNER = Outgoing(
    issuer=("HỘI LIÊN HIỆP PHỤ NỮ", "TỈNH TIỀN GIANG"),
    issuer_name="Hội Liên hiệp Phụ nữ tỉnh Tiền Giang",
    place="Tiền Giang",
    year=2024,
    capacity=("CHỦ TỊCH",),
)
EVENT = Event(
    name="Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh với phụ nữ năm 2024",
    chair="Chủ tịch Ủy ban nhân dân tỉnh",
    day=date(2024, 10, 24),
    start=time(8, 0),
    venue="Phòng họp số 2, Trung tâm Hội nghị tỉnh",
)
QUOTAS = (
    QuotaSection(
        QuotaLine("I", "CẤP TỈNH", 3),
        (QuotaLine("1", "Lãnh đạo Tỉnh ủy", 1), QuotaLine("2", "Lãnh đạo các sở", 2)),
    ),
    QuotaSection(QuotaLine("II", "CẤP HUYỆN", 25)),
)
AGENDA = (
    AgendaFacts("Đón tiếp đại biểu", "Ban Tổ chức", "07:30 - 08:00", "I. Khai mạc"),
    AgendaFacts("Phát biểu khai mạc", "Chủ tịch UBND tỉnh", "08:00 - 08:10", "I. Khai mạc"),
    AgendaFacts("Đối thoại", "Chủ tịch UBND tỉnh", "08:10 - 10:30", "II. Đối thoại"),
)
ANSWERS = (
    (
        "Nước sạch nông thôn",
        (
            AnsweredQuestion(
                "C-001",
                "Khi nào xã Phú Tân có nước sạch?",
                "Trạm cấp nước đang thi công.\nHoàn thành trong quý IV năm 2024.",
                "Sở Nông nghiệp và Phát triển nông thôn",
                ("Nguyễn Thị Hoa",),
            ),
        ),
    ),
)
PARTS = (
    ("Vấn đề được nêu tại đối thoại", (NoticeLine("Nước sạch ở xã cù lao"),)),
    ("Vấn đề đã trả lời tại hội nghị", ()),
    ("Vấn đề chuyển cơ quan trả lời bằng văn bản", (NoticeLine("Vay vốn", "Sở Tài chính"),)),
    (
        "Giao cơ quan giải quyết",
        (NoticeLine("Xong trạm cấp nước", "Sở Y tế", date(2024, 12, 31)),),
    ),
)
LINE = EstimateRow("Giải khát giữa giờ", "đại biểu", 150, 1, 20000, 3000000, "TT 40", 2000000)

LETTER = LetterFacts(
    OUT,
    EVENT,
    "complaint",
    date(2024, 10, 1),
    "Chủ tịch Ủy ban nhân dân huyện Cái Bè",
    "Đề nghị xem lại quyết định thu hồi đất",
    sender="Lê Thị Hạnh",
    matter="Đề nghị xem lại quyết định thu hồi đất của gia đình.",
)
ESCALATION = EscalationFacts(
    OUT,
    EVENT,
    "Hội đồng nhân dân tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Ngân sách nhà nước",
    (
        ("Chi chuẩn bị", (ReportedLine("In tài liệu", 3_000_000, 3_000_000),)),
        ("Chi hội nghị", (ReportedLine("Hội trường", 9_000_000, 5_000_000, "Theo giá cũ"),)),
    ),
    "Kinh phí chưa có trong dự toán đầu năm.\nĐề nghị bổ sung 8.000.000 đồng.",
    basis="Kế hoạch số 272/KH-UBND",
)
PAPERS = {
    "plan": plan(
        PlanFacts(
            OUT,
            EVENT,
            "Tổ chức Hội nghị đối thoại với phụ nữ năm 2024",
            bases=(
                Basis("Quyết định", "218-QĐ/TW", date(2013, 12, 12), "Bộ Chính trị"),
                Basis("Luật Thanh niên"),
            ),
            purposes=("Lắng nghe phụ nữ.",),
            requirements=("Nói thẳng, rõ việc;",),
            theme="Vì sự tiến bộ của phụ nữ",
            form="Trực tiếp",
            expected=28,
            attendance=(("cấp tỉnh", ("Lãnh đạo Tỉnh ủy",)), ("", ("Phóng viên",))),
            topics=("Việc làm của phụ nữ",),
            funding="Ngân sách tỉnh",
            tasks=(("Hội Liên hiệp Phụ nữ tỉnh", ("Lập dự toán.", "Xây dựng kịch bản.")),),
            quotas=QUOTAS,
            agenda=AGENDA,
        )
    ),
    "invitation": invitation(
        InvitationFacts(
            OUT,
            EVENT,
            "Bà Nguyễn Thị Hoa, Chủ tịch Hội LHPN xã Phú Tân",
            "7K3-M9Q",
            "https://vi.du/giay-moi/abc/",
            ("Đại biểu có mặt trước 15 phút",),
        )
    ),
    "delegate_list": delegate_list(
        DelegateListFacts(
            INNER,
            EVENT,
            (
                ("Cấp tỉnh", (ListedDelegate("Trần Văn A", "Giám đốc", "Sở Y tế", "A1-03"),)),
                ("Cấp huyện", (ListedDelegate("", "Lãnh đạo", "UBND huyện", "", "Theo chức vụ"),)),
            ),
        )
    ),
    "seat_map": seating_plan(
        SeatingFacts(
            INNER,
            EVENT,
            (SeatedBlock("A", "Đại biểu", (("An", "Bình", ""), ("Chi", "", "(dự phòng)"))),),
        )
    ),
    "programme": programme(ProgrammeFacts(INNER, EVENT, AGENDA)),
    "script": script(
        ScriptFacts(
            INNER,
            EVENT,
            (Cue("Tuyên bố lý do", "Kính thưa quý vị đại biểu.", "Người dẫn", "08:00", 5),),
            2,
        )
    ),
    "speech": speech(
        SpeechFacts(
            EVENT, "Phát biểu khai mạc", "Chủ tịch UBND tỉnh", "Kính thưa các đồng chí.", False
        )
    ),
    "referral_letter": referral_letter(
        ReferralFacts(
            OUT,
            EVENT,
            "Sở Y tế",
            (
                ReferredQuestion(
                    "C-001",
                    "Khi nào trạm y tế xã có bác sĩ?",
                    "Chăm sóc sức khỏe",
                    date(2024, 10, 15),
                    ("Sở Nội vụ", "Sở Tài chính"),
                    "Nêu số liệu",
                ),
            ),
            "Kế hoạch số 272/KH-UBND ngày 12 tháng 7 năm 2024",
        )
    ),
    "guidance_slip": guidance_slip(LETTER),
    "transfer_slip": transfer_slip(LETTER),
    "compiled_questions": compiled_questions(
        CompiledFacts(
            INNER,
            EVENT,
            3,
            (
                (
                    "Chăm sóc sức khỏe",
                    (
                        CompiledQuestion(
                            "C-001", "Khi nào có bác sĩ?", "Câu hỏi", 2, "Sở Y tế", "Đã chuyển"
                        ),
                    ),
                ),
            ),
        )
    ),
    "answers_booklet": booklet(BookletFacts(INNER, EVENT, ANSWERS)),
    "estimate": estimate(
        EstimateFacts(INNER, EVENT, "Ngân sách nhà nước", (("Chi hội nghị", (LINE, LINE)),), True)
    ),
    "escalation_report": escalation_report(ESCALATION),
    "settlement": settlement(
        SettlementFacts(
            INNER,
            EVENT,
            "Ngân sách nhà nước",
            (SettledRow("Giải khát", 3000000, 2900000, ("Số 12 ngày 24/10/2024",), "Vắng 5"),),
        )
    ),
    "minutes": minutes(
        MinutesFacts(
            OUT,
            EVENT,
            "BIÊN BẢN\nHội nghị\n\nThời gian bắt đầu: 8 giờ 00\n\nNội dung (theo diễn biến hội "
            "nghị):\n8:05. Khai mạc.",
            "Lê Thị B",
            "Huỳnh Thanh Đạm",
        )
    ),
    "conclusion_notice": conclusion_notice(NoticeFacts(OUT, EVENT, PARTS)),
    "result_report": result_report(
        ReportFacts(
            OUT,
            EVENT,
            date(2024, 11, 20),
            "Ủy ban nhân dân tỉnh Tiền Giang",
            (Count(150, "đại biểu dự"), Count(9, "câu hỏi đã nhận")),
            (AgencyLoad("Sở Y tế", 3, 2, 1),),
            "Thông báo kết luận số 05/TB-UBND",
            (CommitmentLine(1, "Trạm nước", "Sở Y tế", date(2024, 12, 31), "Đang thực hiện"),),
            ("Thiếu kinh phí",),
        )
    ),
    "press_kit": press_kit(
        PressFacts(
            INNER, EVENT, "Vì phụ nữ", ("Việc làm",), (Count(9, "câu hỏi"),), AGENDA, ANSWERS, PARTS
        )
    ),
}
