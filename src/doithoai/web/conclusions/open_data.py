"""Commitments as open data: one row each, nothing personal."""

from typing import Any

from doithoai.conclusions.models import Verdict
from doithoai.conclusions.states import ExtensionState
from doithoai.web.portal.naming import hidden
from doithoai.web.portal.promises import Shown

COLUMNS = (
    "so",
    "cam_ket",
    "co_quan",
    "phoi_hop",
    "han_ban_dau",
    "han",
    "ly_do_gia_han",
    "trang_thai",
    "dien_giai",
    "so_ngay_lam_viec_qua_han",
    "ngay_lam_xong",
    "da_giai_quyet",
    "mot_phan",
    "chua_giai_quyet",
)


def row(one: Shown) -> dict[str, Any]:
    """One commitment; days as 2024-11-30."""
    commitment = one.commitment
    granted = sorted(
        (e for e in commitment.extensions.all() if e.state == ExtensionState.GRANTED),
        key=lambda extension: extension.pk,
    )
    return {
        "so": commitment.number,
        "cam_ket": one.text,
        "co_quan": one.agency,
        "phoi_hop": "; ".join(one.partners),
        "han_ban_dau": (granted[0].old_due if granted else commitment.due).isoformat(),
        "han": commitment.due.isoformat(),
        "ly_do_gia_han": hidden("; ".join(extension.reason for extension in granted)),
        "trang_thai": commitment.get_state_display(),
        "dien_giai": one.words,
        "so_ngay_lam_viec_qua_han": one.late,
        "ngay_lam_xong": commitment.kept_on.isoformat() if commitment.kept_on else "",
        "da_giai_quyet": one.verdicts[Verdict.SOLVED],
        "mot_phan": one.verdicts[Verdict.PARTLY],
        "chua_giai_quyet": one.verdicts[Verdict.NOT_SOLVED],
    }
