"""The estimate as a table: lines by parts, sums, what was spent of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from doithoai.budget import rules
from doithoai.budget.models import CostGroup, Estimate, EstimateLine, Voucher
from doithoai.budget.rules import Norm
from doithoai.budget.states import LineVerdict
from doithoai.planning.models import Conference
from doithoai.vietnamese.roman import to_roman


def estimate_of(conference: Conference) -> Estimate | None:
    """The estimate of a conference with the people on it, or None."""
    found = (
        Estimate.objects.filter(conference=conference)
        .select_related("agency", "prepared_by__agency", "appraised_by__agency")
        .select_related("approved_by__agency", "settlement__made_by__agency")
        .select_related("settlement__judged_by__agency")
        .first()
    )
    if found:
        found.conference = conference
    return found


def held(estimate: Estimate) -> Estimate:
    """The estimate, locked until the transaction ends."""
    return (
        Estimate.objects.select_for_update(of=("self",))
        .select_related("conference__place", "agency")
        .get(pk=estimate.pk)
    )


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as tables show it: numbered, with what was spent and what speaks against it."""

    number: int
    line: EstimateLine
    spent: int
    warning: str
    reason: str

    @property
    def left(self) -> int:
        """What remains of the agreed amount; negative when overspent."""
        return self.line.agreed_amount - self.spent

    @property
    def difference(self) -> int:
        """Spent less agreed."""
        return -self.left

    @property
    def must_explain(self) -> bool:
        """Whether the settlement owes a reason."""
        return rules.differs_much(self.line.agreed_amount, self.spent)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over lines, in đồng."""

    asked: int
    agreed: int
    spent: int

    @property
    def left(self) -> int:
        """What remains of the agreed money."""
        return self.agreed - self.spent

    @property
    def difference(self) -> int:
        """Spent less agreed."""
        return -self.left


@dataclass(frozen=True, slots=True)
class GroupRows:
    """A part of the estimate with its subtotals: `I. Chi chuẩn bị`."""

    number: str
    name: str
    rows: list[LineRow]

    @property
    def totals(self) -> Totals:
        """The part added up."""
        return total_of(self.rows)


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Every line of an estimate by parts."""

    groups: list[GroupRows]

    @property
    def rows(self) -> list[LineRow]:
        """All lines in the order they are shown."""
        return [row for group in self.groups for row in group.rows]

    @property
    def totals(self) -> Totals:
        """The estimate added up."""
        return total_of(self.rows)

    @property
    def pending(self) -> int:
        """How many lines the appraiser has not judged."""
        return sum(row.line.verdict == LineVerdict.PENDING for row in self.rows)

    @property
    def warned(self) -> list[LineRow]:
        """Lines above a ceiling."""
        return [row for row in self.rows if row.warning]

    @property
    def overspent(self) -> list[LineRow]:
        """Lines spent beyond their agreed amount."""
        return [row for row in self.rows if row.left < 0]


def total_of(rows: Iterable[LineRow]) -> Totals:
    """Asked, agreed and spent of some lines."""
    rows = list(rows)
    return Totals(
        asked=sum(row.line.amount for row in rows),
        agreed=sum(row.line.agreed_amount for row in rows),
        spent=sum(row.spent for row in rows),
    )


def money_table(estimate: Estimate, norms: Sequence[Norm]) -> MoneyTable:
    """The lines of an estimate, warned of by `norms`, with what was spent. One query."""
    lines = (
        EstimateLine.objects.filter(estimate=estimate)
        .annotate(spent=Coalesce(Sum("vouchers__amount"), 0))
        .select_related("settled")
        .order_by("position")
    )
    by_group: dict[str, list[EstimateLine]] = {}
    for line in lines:
        line.estimate = estimate
        by_group.setdefault(line.group, []).append(line)
    groups: list[GroupRows] = []
    for group in CostGroup:
        if group in by_group:
            rows = [
                line_row(number, line, norms)
                for number, line in enumerate(by_group[group], start=1)
            ]
            groups.append(GroupRows(to_roman(len(groups) + 1), str(group.label), rows))
    return MoneyTable(groups)


def line_row(number: int, line: EstimateLine, norms: Sequence[Norm]) -> LineRow:
    """A line annotated with `spent` as tables show it."""
    norm = rules.norm_of(line.content, line.norm_id, norms)
    is_changed = line.verdict == LineVerdict.CHANGED
    return LineRow(
        number=number,
        line=line,
        spent=getattr(line, "spent", 0),
        warning=rules.ceiling_warning(line.agreed_rate if is_changed else line.rate, norm),
        reason=line.settled.reason if hasattr(line, "settled") else "",
    )


def vouchers_of(estimate: Estimate) -> "QuerySet[Voucher]":
    """Vouchers of all lines without their papers, by day."""
    return (
        Voucher.objects.filter(line__estimate=estimate)
        .defer("content")
        .select_related("line", "added_by")
        .order_by("day", "pk")
    )
