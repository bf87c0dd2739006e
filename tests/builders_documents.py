"""A conference of which every paper can be written; keywords override."""

from datetime import date, time
from typing import Any

from doithoai.answers.states import AnswerState
from doithoai.budget.states import EstimateState
from doithoai.conclusions.models import NoticePart
from doithoai.conclusions.states import NoticeState
from doithoai.delegates.models import SeatingPlan
from doithoai.delegates.states import DelegateState
from doithoai.documents.actions import Terms
from doithoai.documents.actions import issue as issue_paper
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.sources.recipe import Wanted
from doithoai.hall.models import Minutes, Session
from doithoai.planning.models import Conference, Recipient
from doithoai.programme.states import SpeechState
from doithoai.questions.actions import pass_on
from doithoai.questions.states import QuestionState
from tests import builders_budget as money
from tests import builders_delegates as people
from tests import builders_programme as day
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    a_task,
    a_topic,
    an_answer,
    an_official,
)
from tests.builders_conclusions import a_commitment, a_notice, an_item
from tests.builders_seating import a_hall, seated


def a_whole_conference(**over: Any) -> Conference:
    """Held a week before the tests' day, with something in every room."""
    values = {"held_on": date(2024, 9, 30), "start_time": time(8), "venue": "Hội trường tỉnh"}
    conference = a_conference(**(values | {"tentative": False} | over))
    a_task(conference, conference.host)
    Recipient.objects.create(conference=conference, position=1, text="- Lưu: VT, KGVX.")
    _questions(conference)
    _letters(conference)
    _people(conference)
    _programme(conference)
    _money(conference)
    _conclusions(conference)
    return conference


def _letters(conference: Conference) -> None:
    """A complaint whose sender is guided, a denunciation that is sent on."""
    for kind, paper in (("complaint", "guidance"), ("denunciation", "transfer")):
        pass_on(
            a_question(conference, sender={"sender_name": "Lê Thị Hạnh", "sender_unit": "ấp 3"}),
            kind=kind,
            paper=paper,
            body="Thanh tra tỉnh",
            ground="Báo hành vi vi phạm pháp luật",
            version=0,
            by=an_official(conference.office),
        )


def some_terms(**over: Any) -> Terms:
    """Number 12 of this day, signed by the head."""
    values: dict[str, Any] = {
        "issued_on": date(2024, 10, 7),
        "capacity": ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        "signer": "Lê Văn Tám",
        "number": 12,
        "symbol": "GM-UBND",
    }
    return Terms(**(values | over))


def an_issued(
    conference: Conference | None = None, kind: str = PaperKind.INVITATION, **over: Any
) -> IssuedDocument:
    """A paper issued by someone who writes for the office."""
    conference = conference or a_whole_conference()
    by = over.pop("by", None) or an_official(conference.office)
    wanted = Wanted(conference, over.pop("subject", ""))
    return issue_paper(PaperKind(kind), wanted, terms=some_terms(**over), by=by)


def _questions(conference: Conference) -> None:
    topic = a_topic(conference, "Nước sạch nông thôn")
    a_question(conference)
    for state in (AnswerState.DRAFT, AnswerState.APPROVED, AnswerState.PUBLISHED):
        question = a_question(conference, state=QuestionState.REFERRED, topic=topic)
        an_answer(a_referral(question), state=state)


def _people(conference: Conference) -> None:
    section = people.a_line(conference, name="CẤP TỈNH", no="I")
    a_hall(conference)
    for name in ("Nguyễn Thị Hoa", "Trần Văn Bình"):
        delegate = people.a_delegate(
            conference, DelegateState.ACCEPTED, full_name=name, quota_line=section
        )
        people.an_invitation(delegate)
    seated(delegate, "A1-2")
    assert SeatingPlan.objects.get(conference=conference)


def _programme(conference: Conference) -> None:
    day.an_item(conference, name="Khai mạc")
    day.a_cue(day.a_script(conference))
    day.a_speech(conference, SpeechState.APPROVED)


def _money(conference: Conference) -> None:
    upward = {"escalated_to": "Hội đồng nhân dân tỉnh", "escalation_text": "Đề nghị bổ sung."}
    estimate = money.an_estimate(conference, EstimateState.APPROVED, **upward)
    line = money.a_line(estimate)
    money.a_voucher(line)
    money.a_settlement(estimate)


def _conclusions(conference: Conference) -> None:
    session = Session.objects.create(conference=conference)
    Minutes.objects.create(session=session, body="BIÊN BẢN\nHội nghị\n\nChủ trì: Chủ tịch.")
    notice = a_notice(conference, NoticeState.PUBLISHED)
    an_item(notice, NoticePart.RAISED)
    an_item(notice)
    a_commitment(conference)
