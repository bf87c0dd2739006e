"""Vouchers of what was spent, and the settlement made of them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.budget.actions.estimate import STALE
from doithoai.budget.models import Estimate, EstimateLine, Settlement, SettlementLine, Voucher
from doithoai.budget.permissions import may_judge_settlement, may_write
from doithoai.budget.queries import MoneyTable, held, money_table
from doithoai.budget.rules import MOST_BYTES, MOST_OF_A_LINE, TOLD_SHARE, paper_kind
from doithoai.budget.states import (
    BEING_SETTLED,
    SETTLEMENT_TRANSITIONS,
    EstimateState,
    LineVerdict,
    SettlementState,
)
from doithoai.directory.models import User
from doithoai.vietnamese.numbers import format_money
from doithoai.workflow import Refused, require


@dataclass(frozen=True, slots=True)
class VoucherFacts:
    """What a person writes of a voucher, with the bytes of its scanned paper if there is one."""

    number: str
    day: date
    payee: str
    amount: int
    note: str = ""
    content: bytes | None = None


@transaction.atomic
def add_voucher(line: EstimateLine, facts: VoucherFacts, *, by: User) -> Voucher:
    """Record one payment for an approved line; spending beyond the line is told, not refused."""
    estimate = _spendable(line.estimate, by=by)
    line = EstimateLine.objects.get(pk=line.pk, estimate=estimate)
    line.estimate = estimate
    if line.verdict == LineVerdict.STRUCK:
        raise Refused("Dòng này không được chấp nhận, không ghi chứng từ. Chọn dòng khác.")
    if facts.day > clock.today():
        raise Refused("Ngày chứng từ không sau hôm nay. Xem lại ngày.")
    if not 0 < facts.amount <= MOST_OF_A_LINE:
        raise Refused("Số tiền phải lớn hơn 0 đồng. Xem lại số tiền.")
    same = line.vouchers.filter(number=facts.number, payee=facts.payee, day=facts.day)
    if same.exists():
        raise Refused("Chứng từ này đã ghi ở dòng này. Xem lại số, ngày, nơi nhận tiền.")
    voucher = Voucher.objects.create(
        line=line,
        number=facts.number,
        day=facts.day,
        payee=facts.payee,
        amount=facts.amount,
        note=facts.note,
        content=facts.content,
        media_type=_media_type(facts.content),
        size=len(facts.content or b""),
        added_by=by,
    )
    after = {"number": facts.number, "date": facts.day, "money": format_money(facts.amount)}
    record("budget.add_voucher", voucher, by=by, after=after)
    return voucher


@transaction.atomic
def drop_voucher(voucher: Voucher, *, by: User) -> None:
    """Take a voucher recorded by mistake away again."""
    voucher = Voucher.objects.select_related("line__estimate").get(pk=voucher.pk)
    voucher.line.estimate = _spendable(voucher.line.estimate, by=by)
    before = {"number": voucher.number, "date": voucher.day, "money": format_money(voucher.amount)}
    record("budget.drop_voucher", voucher, by=by, before=before)
    voucher.delete()


@transaction.atomic
def save_settlement(
    estimate: Estimate, *, reasons: dict[int, str], version: int, by: User
) -> Settlement:
    """Keep the reasons written so far, by key of line; the first time it begins the settlement."""
    estimate = _spendable(estimate, by=by)
    settlement = _settled_so_far(estimate, version, by=by)
    _keep(settlement, money_table(estimate, []), reasons, by=by)
    record("budget.save_settlement", settlement, by=by)
    return settlement


@transaction.atomic
def submit_settlement(
    estimate: Estimate, *, reasons: dict[int, str], version: int, by: User
) -> Settlement:
    """Hand the settlement in; from then on no voucher is added or taken away."""
    estimate = _spendable(estimate, by=by)
    settlement = _settled_so_far(estimate, version, by=by)
    table = money_table(estimate, [])
    if table.totals.spent == 0:
        raise Refused("Chưa có chứng từ nào. Ghi chứng từ đã chi rồi gửi quyết toán.")
    silent = [
        row.line.content
        for row in table.rows
        if row.must_explain and not reasons.get(row.line.pk, "").strip()
    ]
    if silent:
        raise Refused(f"Nêu lý do các dòng chênh lệch quá {TOLD_SHARE} %: {'; '.join(silent[:3])}.")
    before = {"state": settlement.state}
    SETTLEMENT_TRANSITIONS.move(settlement, to=SettlementState.SUBMITTED)
    settlement.submitted_at, settlement.note = clock.now(), ""
    settlement.judged_by = settlement.judged_at = None
    _keep(settlement, table, reasons, by=by)
    after = {"state": settlement.state, "money": format_money(table.totals.spent)}
    record("budget.submit_settlement", settlement, by=by, before=before, after=after)
    return settlement


@transaction.atomic
def judge_settlement(
    settlement: Settlement, *, verdict: str, version: int, by: User, note: str = ""
) -> Settlement:
    """Accept the settlement for good, or return it with a reason."""
    estimate = held(settlement.estimate)
    settlement = Settlement.objects.get(pk=settlement.pk)
    settlement.estimate = estimate
    require(may_judge_settlement(by, settlement), "Người lập quyết toán không tự chấp nhận.")
    if settlement.version != version:
        raise Refused(STALE)
    wanted = SettlementState(verdict)
    if wanted == SettlementState.RETURNED and not note.strip():
        raise Refused("Nêu rõ lý do trả lại để cơ quan lập quyết toán sửa.")
    before = {"state": settlement.state}
    SETTLEMENT_TRANSITIONS.move(settlement, to=wanted)
    settlement.judged_by, settlement.judged_at, settlement.note = by, clock.now(), note
    settlement.version += 1
    settlement.save()
    after = {"state": settlement.state, "note": note}
    record("budget.judge_settlement", settlement, by=by, before=before, after=after)
    return settlement


def _spendable(estimate: Estimate, *, by: User) -> Estimate:
    """The approved estimate, held, while its vouchers may still change."""
    estimate = held(estimate)
    require(may_write(by, estimate))
    if estimate.state != EstimateState.APPROVED:
        raise Refused("Dự toán chưa duyệt. Ghi chứng từ, quyết toán sau khi dự toán được duyệt.")
    settlement = Settlement.objects.filter(estimate=estimate).first()
    if settlement and settlement.state not in BEING_SETTLED:
        raise Refused(
            f"Quyết toán đang “{settlement.get_state_display()}”, "
            "chứng từ và lý do không sửa được nữa."
        )
    return estimate


def _settled_so_far(estimate: Estimate, version: int, *, by: User) -> Settlement:
    settlement = Settlement.objects.filter(estimate=estimate).first()
    if settlement is None:
        settlement = Settlement.objects.create(estimate=estimate, made_by=by)
    if settlement.version != version:
        raise Refused(STALE)
    settlement.estimate = estimate
    return settlement


def _keep(settlement: Settlement, table: MoneyTable, reasons: dict[int, str], *, by: User) -> None:
    for row in table.rows:
        if row.line.verdict != LineVerdict.STRUCK:
            reason = reasons.get(row.line.pk, row.reason).strip()
            SettlementLine.objects.update_or_create(
                settlement=settlement,
                line=row.line,
                defaults={"spent": row.spent, "reason": reason},
            )
    settlement.made_by = by
    settlement.version += 1
    settlement.save()


def _media_type(content: bytes | None) -> str:
    if content is None:
        return ""
    if len(content) > MOST_BYTES:
        raise Refused("Chọn tệp nhẹ hơn 5 MB.")
    kind = paper_kind(content)
    if kind is None:
        raise Refused("Chọn bản chụp là tệp .pdf, .jpg hoặc .png.")
    return kind[0]
