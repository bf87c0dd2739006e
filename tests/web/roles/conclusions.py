"""The addresses of the notice, the commitments and the askers."""

from datetime import date
from typing import Any

from doithoai.audit.actions import record
from doithoai.conclusions.models import NoticePart
from doithoai.conclusions.states import CommitmentState, NoticeState
from tests.builders import a_conference, a_question, an_official
from tests.builders_conclusions import (
    a_commitment,
    a_notice,
    a_report,
    a_verdict,
    an_extension,
    an_item,
)

# address                          key         ano hos off ode cha lea sup dep els rea doo adm
PAGES = """
conclusions:notice                 conference  in  200 200 200 200 200 200 200 404 200 200 404
conclusions:begin                  conference  in  405 405 405 405 405 405 405 405 405 405 405
conclusions:add_item               drafting    in  200 200 200 403 403 403 403 404 403 403 404
conclusions:item                   notice_line in  200 200 200 403 403 403 403 404 403 403 404
conclusions:commitments            followed    in  200 200 200 200 200 200 200 404 200 200 404
conclusions:add                    followed    in  200 200 200 403 403 403 403 404 403 403 404
conclusions:report                 followed    in  200 200 200 200 200 200 200 404 200 200 404
conclusions:carry                  followed    in  200 200 200 403 403 403 403 404 403 403 404
conclusions:commitment             promised    in  200 200 200 200 200 200 200 404 200 200 404
conclusions:evidence               evidence    in  200 200 200 200 200 200 403 404 200 200 404
conclusions:public_notice          followed    200 200 200 200 200 200 200 200 200 200 200 200
conclusions:public_commitments     followed    200 200 200 200 200 200 200 200 200 200 200 200
conclusions:public_commitment      promised    200 200 200 200 200 200 200 200 200 200 200 200
conclusions:csv                    followed    200 200 200 200 200 200 200 200 200 200 200 200
conclusions:json                   followed    200 200 200 200 200 200 200 200 200 200 200 200
conclusions:solved                 asker       405 405 405 405 405 405 405 405 405 405 405 405
"""

DEEDS = """
conclusions:begin                  conference  in  go  go  go  403 403 403 403 404 403 403 404
conclusions:notice.trinh           drafting    in  go  go  go  403 403 403 403 404 403 403 404
conclusions:notice.lay-them        drafting    in  go  go  go  403 403 403 403 404 403 403 404
conclusions:notice.thoi-han        drafting    in  403 go  go  403 403 403 403 404 403 403 404
conclusions:notice.ky              signing     in  403 403 403 go  403 403 403 404 403 403 404
conclusions:notice.tra-lai         signing     in  403 403 403 go  403 403 403 404 403 403 404
conclusions:notice.cong-bo         publishing  in  403 go  go  403 403 403 403 404 403 403 404
conclusions:add_item               drafting    in  go  go  go  403 403 403 403 404 403 403 404
conclusions:item.luu               notice_line in  go  go  go  403 403 403 403 404 403 403 404
conclusions:item.xac-nhan          notice_line in  go  go  go  403 403 403 403 404 403 403 404
conclusions:item.len               notice_line in  go  go  go  403 403 403 403 404 403 403 404
conclusions:item.xuong             notice_line in  go  go  go  403 403 403 403 404 403 403 404
conclusions:item.xoa               notice_line in  go  go  go  403 403 403 403 404 403 403 404
conclusions:add                    followed    in  go  go  go  403 403 403 403 404 403 403 404
conclusions:carry                  followed    in  go  go  go  403 403 403 403 404 403 403 404
conclusions:commitment.bao-cao     promised-1  in  403 403 403 403 go  go  403 404 403 403 404
conclusions:commitment.xac-nhan    promised-2  in  go  go  go  403 403 403 403 404 403 403 404
conclusions:commitment.xin-gia-han promised-1  in  403 403 403 403 go  403 403 404 403 403 404
conclusions:commitment.gia-han     promised-3  in  403 403 go  403 403 403 403 404 403 403 404
conclusions:commitment.mo-lai      promised-4  in  go  go  go  403 403 403 403 404 403 403 404
conclusions:commitment.huy         promised-1  in  403 403 403 go  403 403 403 404 403 403 404
conclusions:solved                 asker       go  go  go  go  go  go  go  go  go  go  go  go
"""

KEPT = (
    *("conclusions:public_notice", "conclusions:public_commitments"),
    *("conclusions:public_commitment", "conclusions:csv", "conclusions:json"),
)


def lay(scene: Any) -> None:
    """Conferences whose notice stands at every step, and one whose promises are followed."""
    drafting, signing, publishing, followed = (_held(scene) for _ in range(4))
    line = an_item(a_notice(drafting), agency=scene.people["leading"].agency)
    a_question(drafting, state="selected")
    an_item(a_notice(signing, NoticeState.SUBMITTED), NoticePart.RAISED)
    an_item(a_notice(publishing, NoticeState.SIGNED))
    an_item(a_notice(followed, NoticeState.PUBLISHED), NoticePart.RAISED)
    report, asker = _promises(scene, followed)
    a_commitment(_held(scene, year=2023, held_on=date(2023, 9, 30)), agency=followed.office)
    scene.more_keys.update(
        drafting={"slug": drafting.slug},
        signing={"slug": signing.slug},
        publishing={"slug": publishing.slug},
        followed={"slug": followed.slug},
        notice_line={"slug": drafting.slug, "pk": line.pk},
        promised={"slug": followed.slug, "number": 1},
        evidence={"slug": followed.slug, "number": 2, "pk": report.pk},
        asker={"code": asker.submission.code},
        asked_part=asker.pk,
    )


def sent(scene: Any, deed: str) -> dict[str, dict[str, Any]]:
    """What each form sends when it is filled in."""
    agency = scene.people["leading"].agency_id
    line = {"part": "assigned", "text": "Lắp máy lọc nước.", "agency": agency, "due": "2/12/2024"}
    signed = {"number": "311/TB-UBND", "signed_on": "4/10/2024", "signer_name": "Trần Văn Hai"}
    filled = {
        "ky": signed,
        "tra-lai": {"note": "Thiếu hạn mục 2."},
        "thoi-han": {"is_complex": "on", "reason": "Liên quan sáu sở."},
        "luu": line,
        "bao-cao": {"text": "Đã lắp 3 máy."},
        "xac-nhan": {"verdict": "accepted"},
        "gia-han": {"verdict": "granted"},
        "xin-gia-han": {"new_due": "31/12/2024", "reason": "Chờ nhập máy."},
        "huy": {"reason": "Đã có công trình khác."},
        "mo-lai": {"due": "31/12/2024", "reason": "Máy hỏng."},
    }
    data = {"version": 0, "viec": deed, **filled.get(deed, {})}
    return {
        "conclusions:notice": data,
        "conclusions:item": data,
        "conclusions:commitment": data,
        "conclusions:add_item": {"version": 0, **line},
        "conclusions:add": {key: value for key, value in line.items() if key != "part"},
        "conclusions:carry": {},
        "conclusions:solved": {"part": scene.more_keys["asked_part"], "verdict": "solved"},
    }


def _held(scene: Any, **over: Any) -> Any:
    sides = {
        side: getattr(scene.conference, side) for side in ("host", "office", "chair", "finance")
    }
    departments = [scene.people[role].agency for role in ("leading", "supporting", "department")]
    held = {"held_on": date(2024, 9, 30), "tentative": False}
    return a_conference(**sides, departments=departments, **(held | over))


def _promises(scene: Any, followed: Any) -> tuple[Any, Any]:
    keeper, helper = scene.people["leading"].agency, scene.people["supporting"].agency
    question = a_question(followed, state="answered")
    states = (CommitmentState.OPEN, CommitmentState.REPORTED, CommitmentState.OPEN)
    first, second, third = (a_commitment(followed, state, agency=keeper) for state in states)
    record("conclusions.promise", first, by=scene.people["office"])
    first.supporting.add(helper)
    second.supporting.add(helper)
    a_commitment(followed, CommitmentState.KEPT, agency=keeper, question=question)
    by = an_official(keeper)
    pdf = {"evidence": b"%PDF-1.7", "evidence_type": "application/pdf", "evidence_name": "a.pdf"}
    report = a_report(second, by=by, claims_done=True, **pdf)
    an_extension(third, by=by)
    return report, a_verdict(question).part
