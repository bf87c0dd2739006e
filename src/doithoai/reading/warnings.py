"""What the official should look at before confirming, in plain Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doithoai.reading.blocks import Item
from doithoai.reading.plan import ParsedPlan, Place, PlanWarning
from doithoai.reading.quotas import sum_of
from doithoai.reading.wording import mixed_abbreviations, repeated_agencies, short_listings
from doithoai.vietnamese.dates import short_date


def find_warnings(plan: ParsedPlan, items: Iterable[Item]) -> tuple[PlanWarning, ...]:
    """Every doubt about a plan, the gravest kinds first."""
    return (
        *_seats(plan),
        *_days(plan),
        *_deadlines(plan),
        *_missing(plan),
        *short_listings(plan.quotas),
        *repeated_agencies(plan.quotas),
        *mixed_abbreviations(items),
    )


def _seats(plan: ParsedPlan) -> Iterator[PlanWarning]:
    """Sums that do not add up: each section, the table, and the number in the text."""
    for section in plan.quotas:
        found = sum_of(section.rows)
        if section.seats is not None and section.rows and found != section.seats:
            yield PlanWarning(
                "section_sum",
                f"Mục {section.no or section.name}: ghi {section.seats} đại biểu, cộng các dòng "
                f"được {found}; đối chiếu lại bảng phân bổ.",
                (section.place,),
            )
    total = plan.quota_total
    if total and plan.quotas:
        found = sum(section.seats or sum_of(section.rows) for section in plan.quotas)
        if found != total.value:
            yield PlanWarning(
                "total_sum",
                f"Tổng cộng ghi {total.value} đại biểu, cộng được {found}; đối chiếu lại bảng "
                f"phân bổ.",
                (total.place,),
            )
    expected = plan.expected_delegates
    if total and expected and expected.value != total.value:
        yield PlanWarning(
            "delegates_differ",
            f"Phần thành phần ghi {expected.value} đại biểu, bảng phân bổ ghi {total.value}; "
            "chọn con số đúng trước khi mời.",
            (expected.place, total.place),
        )


def _days(plan: ParsedPlan) -> Iterator[PlanWarning]:
    """A conference day that is missing, open, alternative or before the plan itself."""
    schedule = plan.schedule
    if schedule is None:
        yield PlanWarning("no_time", "Kế hoạch chưa ghi thời gian tổ chức; bổ sung khi đã ấn định.")
        return
    places = (schedule.place,)
    if len(schedule.days) > 1:
        days = ", ".join(short_date(day) for day in schedule.days)
        yield PlanWarning(
            "several_days", f"Thời gian nêu nhiều ngày ({days}); chọn ngày chính thức.", places
        )
    elif schedule.date is None:
        yield PlanWarning(
            "no_day", "Thời gian chưa có ngày cụ thể; nhập ngày khi có thông báo.", places
        )
    elif schedule.tentative:
        yield PlanWarning(
            "tentative_day",
            f"Ngày {short_date(schedule.date)} mới là dự kiến; xác nhận lại trước khi phát giấy "
            f"mời.",
            places,
        )
    issued = plan.issued_on
    if issued and schedule.date and schedule.date < issued.value:
        yield PlanWarning(
            "day_before_issue",
            f"Ngày hội nghị {short_date(schedule.date)} trước ngày ban hành kế hoạch "
            f"{short_date(issued.value)}; kiểm tra lại năm và tháng.",
            (schedule.place, issued.place),
        )


def _deadlines(plan: ParsedPlan) -> Iterator[PlanWarning]:
    """Deadlines before the plan, after the conference, without a year, or without a day."""
    day = plan.schedule.date if plan.schedule else None
    for task in plan.tasks:
        who = ", ".join(task.units)
        if task.due is None:
            if task.due_text:
                yield _open_deadline(who, task.due_text, task.place)
            continue
        due, places = short_date(task.due.value), (task.due.place,)
        if plan.issued_on and task.due.value < plan.issued_on.value:
            yield PlanWarning(
                "due_before_issue",
                f"Thời hạn {due} giao {who} trước ngày ban hành kế hoạch; kiểm tra lại.",
                places,
            )
        if day and task.due.value > day:
            yield PlanWarning(
                "due_after_conference",
                f"Thời hạn {due} giao {who} sau ngày hội nghị {short_date(day)}; "
                "xác nhận đây là việc làm sau hội nghị.",
                places,
            )
        if str(task.due.value.year) not in task.due.place.text:
            yield PlanWarning(
                "due_without_year",
                f"Thời hạn “{task.due.place.text}” giao {who} không ghi năm; đã hiểu là {due}.",
                places,
            )


def _open_deadline(who: str, stated: str, place: Place) -> PlanWarning:
    return PlanWarning(
        "due_without_day",
        f"Thời hạn “{stated}” giao {who} không nêu ngày; nhập ngày cụ thể để theo dõi.",
        (place,),
    )


def _missing(plan: ParsedPlan) -> Iterator[PlanWarning]:
    """What every plan should state and this one does not."""
    checks = (
        (plan.number, "no_number", "Kế hoạch chưa ghi số; nhập số khi văn bản được phát hành."),
        (plan.issued_on, "no_issue_date", "Kế hoạch chưa ghi ngày ban hành; nhập ngày ký."),
        (plan.signer, "no_signer", "Không thấy tên người ký; nhập người ký kế hoạch."),
        (plan.venue, "no_venue", "Kế hoạch chưa ghi địa điểm; nhập địa điểm tổ chức."),
        (plan.tasks, "no_tasks", "Không thấy phân công nhiệm vụ; nhập nhiệm vụ của từng đơn vị."),
    )
    for fact, code, message in checks:
        if not fact:
            yield PlanWarning(code, message)
