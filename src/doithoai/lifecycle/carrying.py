"""Next year's conference begins with what became of this year's conclusions."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from django.db import transaction

from doithoai.audit import clock
from doithoai.conclusions.actions import carry_over
from doithoai.conclusions.models import Commitment
from doithoai.conclusions.queries import last_year_commitments
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.programme.actions import add_item
from doithoai.programme.models import AgendaItem, ItemKind
from doithoai.programme.permissions import may_compose
from doithoai.workflow import Refused

ITEM = "Báo cáo kết quả thực hiện kết luận lần trước"
BEFORE_WORK = frozenset({ItemKind.WELCOME, ItemKind.PERFORMANCE, ItemKind.INTRODUCTION})


@dataclass(frozen=True, slots=True)
class Begun:
    """What was carried over, and the item of the programme that reports on it (if there is one)."""

    carried: list[Commitment]
    item: AgendaItem | None

    @property
    def words(self) -> str:
        """What was done and what is left to do."""
        done = f"Đã chuyển {len(self.carried)} cam kết sang hội nghị này."
        if self.item:
            return f"{done} Chương trình có mục “{ITEM}”."
        return f"{done} Nhờ cơ quan soạn chương trình thêm mục “{ITEM}”."


@transaction.atomic
def begin_with_last_year(
    conference: Conference, commitments: Iterable[Commitment], *, by: User
) -> Begun:
    """Follow the chosen promises on here, and let the programme open with a report on them all.

    The item stands before the first working item, once. Raises Refused when earlier conferences
    with the same people left nothing.
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    if not last_year_commitments(conference, today=clock.today()).exists():
        raise Refused("Các hội nghị trước cùng đối tượng không để lại cam kết nào.")
    carried = carry_over(commitments, conference, by=by)
    return Begun(carried, _reporting_item(conference, by))


def _reporting_item(conference: Conference, by: User) -> AgendaItem | None:
    items = list(conference.agenda_items.order_by("position"))
    known = next((item for item in items if item.name == ITEM), None)
    if known or not may_compose(by, conference):
        return known
    leading = list(takewhile(lambda item: item.kind in BEFORE_WORK, items))
    return add_item(
        conference,
        name=ITEM,
        kind=ItemKind.REPORT,
        performer=conference.office.name,
        agency=conference.office,
        after=leading[-1] if leading else None,
        first=not leading,
        by=by,
    )
