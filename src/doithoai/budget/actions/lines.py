"""Lines of the estimate: written by those who prepare it, judged by those who appraise it."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from doithoai.audit.actions import record
from doithoai.budget.actions.estimate import (
    ANOTHER_PERSON,
    STALE,
    open_to_appraisal,
    writable,
)
from doithoai.budget.models import CostGroup, Estimate, EstimateLine
from doithoai.budget.queries import money_table, norms_for, proposals_for
from doithoai.budget.rules import MOST_OF_A_LINE, line_amount
from doithoai.budget.states import LineVerdict
from doithoai.directory.models import User
from doithoai.vietnamese.numbers import format_money
from doithoai.workflow import Refused

MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What a person writes in a line; money in whole đồng."""

    group: str
    content: str
    unit: str
    quantity: int
    times: int
    rate: int
    norm_id: int | None = None
    basis: str = ""
    basis_on: date | None = None

    @property
    def amount(self) -> int:
        """Thành tiền; raises Refused when it is more than any line may be."""
        amount = line_amount(self.quantity, self.times, self.rate)
        if amount > MOST_OF_A_LINE:
            raise Refused(
                f"Thành tiền {format_money(amount)} quá lớn. Xem lại số lượng và đơn giá."
            )
        return amount


@dataclass(frozen=True, slots=True)
class LineJudgement:
    """What the appraiser says of a line; the three numbers count only when it is changed."""

    verdict: str
    quantity: int = 0
    times: int = 0
    rate: int = 0
    reason: str = ""


@transaction.atomic
def add_line(estimate: Estimate, facts: LineFacts, *, by: User) -> EstimateLine:
    """Write one more line."""
    estimate = writable(estimate, by=by)
    return _add(estimate, [facts], by=by)[0]


@transaction.atomic
def add_lines(estimate: Estimate, lines: list[LineFacts], *, by: User) -> list[EstimateLine]:
    """Write the lines of a sheet that a person has looked through."""
    estimate = writable(estimate, by=by)
    return _add(estimate, lines, by=by)


@transaction.atomic
def take_proposal(estimate: Estimate, *, key: str, by: User) -> EstimateLine:
    """Take a proposed line as it stands now into the estimate."""
    estimate = writable(estimate, by=by)
    norms = norms_for(estimate.conference)
    found = {line.key: line for line in proposals_for(estimate, norms, estimate.lines.all())}
    if key not in found:
        raise Refused("Dòng này đã có trong dự toán, hoặc đề xuất đã đổi. Tải lại trang để xem.")
    proposed = found[key]
    facts = LineFacts(
        group=CostGroup(proposed.group),
        content=proposed.content,
        unit=proposed.unit,
        quantity=proposed.quantity,
        times=proposed.times,
        rate=proposed.rate,
        norm_id=proposed.norm,
        basis=proposed.basis,
        basis_on=proposed.basis_on,
    )
    return _add(estimate, [facts], by=by)[0]


@transaction.atomic
def amend_line(line: EstimateLine, facts: LineFacts, *, version: int, by: User) -> EstimateLine:
    """Write a line anew; what the appraiser said of the old one falls away."""
    estimate = writable(line.estimate, by=by)
    line = _locked_line(estimate, line, version)
    before = _told(line)
    for name, value in asdict(facts).items():
        setattr(line, name, value)
    line.amount, line.written_by = facts.amount, by
    _forget_verdict(line)
    line.version += 1
    line.save()
    _touch(estimate)
    record("budget.amend_line", line, by=by, before=before, after=_told(line))
    return line


@transaction.atomic
def drop_line(line: EstimateLine, *, version: int, by: User) -> None:
    """Take a line out of the estimate."""
    estimate = writable(line.estimate, by=by)
    line = _locked_line(estimate, line, version)
    record("budget.drop_line", line, by=by, before=_told(line))
    line.delete()
    _touch(estimate)


@transaction.atomic
def judge_line(
    line: EstimateLine, judgement: LineJudgement, *, version: int, by: User
) -> EstimateLine:
    """Agree to a line, change its numbers, or strike it; the last two with a reason."""
    estimate = open_to_appraisal(line.estimate, by=by)
    line = EstimateLine.objects.select_for_update().get(pk=line.pk, estimate=estimate)
    line.estimate = estimate
    if line.version != version:
        raise Refused("Có người vừa xét dòng này. Tải lại trang để xem.")
    if line.written_by_id == by.pk:
        raise Refused(ANOTHER_PERSON)
    before = {"verdict": line.get_verdict_display(), "agreed": format_money(line.agreed_amount)}
    _apply(line, judgement)
    line.judged_by = by
    line.version += 1
    line.save()
    _touch(estimate)
    after = {"verdict": line.get_verdict_display(), "agreed": format_money(line.agreed_amount)}
    record("budget.judge_line", line, by=by, before=before, after=after | {"reason": line.reason})
    return line


@transaction.atomic
def agree_rest(estimate: Estimate, *, version: int, by: User) -> int:
    """Agree to every line not judged yet and not above a ceiling; how many they are."""
    estimate = open_to_appraisal(estimate, by=by)
    if estimate.version != version:
        raise Refused(STALE)
    table = money_table(estimate, norms_for(estimate.conference))
    lines = [
        row.line
        for row in table.rows
        if row.line.verdict == LineVerdict.PENDING
        and not row.warning
        and row.line.written_by_id != by.pk
    ]
    for line in lines:
        _apply(line, LineJudgement(LineVerdict.AGREED))
        line.judged_by = by
        line.version += 1
        line.save()
    _touch(estimate)
    record("budget.agree_rest", estimate, by=by, after={"lines": len(lines)})
    return len(lines)


def _add(estimate: Estimate, lines: list[LineFacts], *, by: User) -> list[EstimateLine]:
    last = estimate.lines.aggregate(last=Max("position"))["last"] or 0
    if estimate.lines.count() + len(lines) > MOST_LINES:
        raise Refused(f"Dự toán có nhiều nhất {MOST_LINES} dòng. Gộp các khoản nhỏ.")
    added = EstimateLine.objects.bulk_create(
        EstimateLine(
            estimate=estimate,
            position=last + number,
            amount=facts.amount,
            written_by=by,
            **asdict(facts),
        )
        for number, facts in enumerate(lines, start=1)
    )
    _touch(estimate)
    for line in added:
        record("budget.add_line", line, by=by, after=_told(line))
    return added


def _locked_line(estimate: Estimate, line: EstimateLine, version: int) -> EstimateLine:
    found = EstimateLine.objects.filter(pk=line.pk, estimate=estimate).first()
    if found is None or found.version != version:
        raise Refused("Có người vừa sửa hoặc bỏ dòng này. Tải lại trang để xem bản mới.")
    found.estimate = estimate
    return found


def _forget_verdict(line: EstimateLine) -> None:
    line.verdict, line.reason, line.judged_by = LineVerdict.PENDING, "", None
    line.agreed_quantity = line.agreed_times = line.agreed_rate = line.agreed_amount = 0


def _apply(line: EstimateLine, judgement: LineJudgement) -> None:
    line.verdict = LineVerdict(judgement.verdict)
    line.reason = "" if line.verdict == LineVerdict.AGREED else judgement.reason.strip()
    if line.verdict == LineVerdict.PENDING:
        raise Refused("Chọn một ý kiến: đồng ý, điều chỉnh hoặc không chấp nhận.")
    if line.verdict != LineVerdict.AGREED and not line.reason:
        raise Refused("Điều chỉnh hoặc không chấp nhận thì nêu lý do.")
    numbers = {
        LineVerdict.AGREED: (line.quantity, line.times, line.rate),
        LineVerdict.CHANGED: (judgement.quantity, judgement.times, judgement.rate),
        LineVerdict.STRUCK: (0, 0, 0),
    }[LineVerdict(line.verdict)]
    line.agreed_quantity, line.agreed_times, line.agreed_rate = numbers
    line.agreed_amount = line_amount(*numbers)
    if line.agreed_amount > MOST_OF_A_LINE:
        raise Refused("Thành tiền quá lớn. Xem lại số lượng và đơn giá.")
    if line.verdict == LineVerdict.CHANGED and line.agreed_amount == 0:
        raise Refused("Điều chỉnh về 0 đồng thì chọn “Không chấp nhận”.")


def _told(line: EstimateLine) -> dict[str, object]:
    """A line in the words of the trail."""
    return {
        "text": line.content,
        "quantity": f"{line.quantity} × {line.times} × {format_money(line.rate)}",
        "money": format_money(line.amount),
    }


def _touch(estimate: Estimate) -> None:
    """Whoever looks at the whole is told that a line has changed."""
    estimate.version += 1
    estimate.save()
