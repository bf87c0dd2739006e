"""Addresses of money: seen by host, office, chair and finance; each deed has one hand."""

from typing import Any

from doithoai.budget.models import Estimate
from doithoai.budget.states import EstimateState, LineVerdict, SettlementState
from doithoai.planning.models import Conference
from tests.builders import a_conference
from tests.builders_budget import PDF, a_line, a_rate, a_settlement, a_voucher, an_estimate
from tests.web.scene import Scene

# These conferences have no finance agency, so the office appraises.
# address                   key          anon host offi odec chai lead supp depa else read door admi
PAGES = """
budget:budget               handed_in    in   200  200  200  200  404  404  404  404  200  200  404
budget:add_line             written      in   200  403  403  403  404  404  404  404  403  403  404
budget:import_lines         written      in   200  403  403  403  404  404  404  404  403  403  404
budget:line                 handed_line  in   200  200  200  200  404  404  404  404  200  200  404
budget:vouchers             spending     in   200  200  200  200  404  404  404  404  200  200  404
budget:add_voucher          spending     in   200  403  403  403  404  404  404  404  403  403  404
budget:drop_voucher         voucher      in   405  405  405  405  405  405  405  405  405  405  405
budget:paper                voucher      in   200  200  200  200  404  404  404  404  200  200  404
budget:settlement           spending     in   200  200  200  200  404  404  404  404  200  200  404
budget:rates                -            in   200  200  200  200  200  200  200  200  200  200  200
budget:end_rate             rate         in   405  405  405  405  405  405  405  405  405  405  405
"""

DEEDS = """
budget:budget.lap           no_money     in   go   go   go   403  404  404  404  404  403  403  404
budget:budget.nguon         written      in   go   403  403  403  404  404  404  404  403  403  404
budget:budget.nhan          written      in   go   403  403  403  404  404  404  404  403  403  404
budget:budget.gui           written      in   go   403  403  403  404  404  404  404  403  403  404
budget:budget.dong-y        handed_in    in   403  go   go   403  404  404  404  404  403  403  404
budget:budget.tham-dinh     handed_in    in   403  go   go   403  404  404  404  404  403  403  404
budget:budget.duyet         judged       in   403  403  403  go   404  404  404  404  403  403  404
budget:budget.tra-loi       reported     in   403  403  403  go   404  404  404  404  403  403  404
budget:add_line             written      in   go   403  403  403  404  404  404  404  403  403  404
budget:import_lines         written      in   go   403  403  403  404  404  404  404  403  403  404
budget:line.sua             written_line in   go   403  403  403  404  404  404  404  403  403  404
budget:line.bo              written_line in   go   403  403  403  404  404  404  404  403  403  404
budget:line.xet             handed_line  in   403  go   go   403  404  404  404  404  403  403  404
budget:add_voucher          spending     in   go   403  403  403  404  404  404  404  403  403  404
budget:drop_voucher         voucher      in   go   403  403  403  404  404  404  404  403  403  404
budget:settlement.luu       spending     in   go   403  403  403  404  404  404  404  403  403  404
budget:settlement.nop       spending     in   go   403  403  403  404  404  404  404  403  403  404
budget:settlement.tham-dinh settling     in   403  go   go   403  404  404  404  404  403  403  404
budget:rates                -            in   403  403  403  403  403  403  403  403  403  403  go
budget:end_rate             rate         in   403  403  403  403  403  403  403  403  403  403  go
"""
STATES = {
    "written": EstimateState.DRAFT,
    "handed_in": EstimateState.SUBMITTED,
    "judged": EstimateState.APPRAISED,
    "reported": EstimateState.ESCALATED,
    "spending": EstimateState.APPROVED,
    "settling": EstimateState.APPROVED,
}


def lay(scene: Scene) -> None:
    """A conference with its estimate in every state, and one without."""
    keys = scene.more_keys
    keys["no_money"] = {"slug": _conference(scene).slug}
    found = {}
    for name, state in STATES.items():
        found[name] = _estimate(_conference(scene), state)
        keys[name] = {"slug": found[name].conference.slug}
    keys["handed_line"] = keys["handed_in"] | {"position": 1}
    keys["written_line"] = keys["written"] | {"position": 1}
    values = {"content": PDF, "media_type": "application/pdf", "size": len(PDF)}
    voucher = a_voucher(found["spending"].lines.get(), 3_000_000, **values)
    keys["voucher"] = keys["spending"] | {"pk": voucher.pk}
    a_settlement(found["settling"], state=SettlementState.SUBMITTED)
    keys["rate"] = {"pk": a_rate(place=scene.conference.place).pk}


def _conference(scene: Scene) -> Conference:
    sides = {side: getattr(scene.conference, side) for side in ("host", "office", "chair")}
    return a_conference(**sides, finance=None, expected_delegates=150)


def _estimate(conference: Conference, state: EstimateState) -> Estimate:
    estimate = an_estimate(conference, state=state)
    a_line(estimate, **({"verdict": LineVerdict.AGREED} if state == "submitted" else {}))
    return estimate


def sent(scene: Scene, deed: str) -> dict[str, dict[str, Any]]:
    """What each page's form sends."""
    line = {"content": "Thuê hội trường", "group": "holding", "unit": "buổi", "norm": ""}
    numbers = {"quantity": "1", "times": "2", "rate": "7.500.000"}
    voucher = {"number": "HD-9", "day": "2/10/2024", "payee": "Hoa Sen", "amount": "500.000"}
    lines = Estimate.objects.get(conference__slug=scene.more_keys["spending"]["slug"]).lines
    rate = {"item": "travel", "content": "Lưu trú", "unit": "ngày", "ceiling": "200.000"}
    paper = {"basis": "Nghị quyết 1/NQ-HĐND", "basis_on": "1/7/2024", "valid_from": "1/8/2024"}
    return {
        "budget:budget": {"viec": deed, "version": 0, **WHOLE.get(deed, {})},
        "budget:add_line": {"viec": "them", **line, **numbers},
        "budget:import_lines": {"rows": ROWS},
        "budget:line": {"viec": deed, "version": 0, **line, **numbers, "verdict": "agreed"},
        "budget:add_voucher": {**voucher, "line": lines.get().pk},
        "budget:settlement": {"viec": deed, "version": 0, "verdict": "finalized"},
        "budget:rates": {**rate, **paper},
        "budget:end_rate": {"last_day": "31/12/2024"},
    }


ROWS = (
    '[["Nội dung chi", "Đơn vị tính", "Số lượng", "Số lần", "Đơn giá"],'
    '["Thuê xe", "chuyến", "2", "1", "1500000"]]'
)
WHOLE: dict[str, dict[str, Any]] = {
    "lap": {"source": "budget"},
    "nguon": {"source": "union"},
    "nhan": {"key": "hall"},
    "tham-dinh": {"verdict": "passed"},
    "duyet": {"verdict": "approved"},
    "tra-loi": {"number": "15/UBND-KT", "day": "4/10/2024", "verdict": "approved"},
}
