"""What a plan says, as a report for a person at the console."""

from collections.abc import Iterator
from typing import Any

from doithoai.reading.as_json import plan_as_json
from doithoai.reading.plan import ParsedPlan

ABSENT = "không nêu"
LABELS = (
    ("title", "Tên kế hoạch"),
    ("number", "Số, ký hiệu"),
    ("issued_on", "Ngày ban hành"),
    ("issuer", "Cơ quan ban hành"),
    ("chair", "Chủ trì"),
    ("audience", "Đối tượng"),
    ("theme", "Chủ đề"),
    ("form", "Hình thức"),
    ("venue", "Địa điểm"),
    ("expected_delegates", "Số đại biểu"),
    ("funding", "Kinh phí"),
)


def plan_report(plan: ParsedPlan) -> str:
    """Every fact under its heading, then warnings and what was not read."""
    facts = plan_as_json(plan)
    lines = [f"{label}: {facts[key] or ABSENT}" for key, label in LABELS]
    lines.append(f"Thời gian: {_time(facts['time'])}")
    lines.append(f"Người ký: {_signer(facts['signer'])}")
    for heading, entries in _lists(facts):
        lines += ["", f"{heading} ({len(entries)})", *(f"  {entry}" for entry in entries)]
    return "\n".join(lines)


def _lists(facts: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    yield "Căn cứ", [_basis(basis) for basis in facts["legal_bases"]]
    yield "Mục đích", facts["purposes"]
    yield "Yêu cầu", facts["requirements"]
    yield "Nội dung đối thoại", facts["topics"]
    yield (
        "Thành phần",
        [f"{g['group'] or ''}: {entry}" for g in facts["composition"] for entry in g["entries"]],
    )
    yield "Nhiệm vụ", [_task(task) for task in facts["tasks"]]
    yield f"Phân bổ đại biểu, tổng {facts['quota_total'] or ABSENT}", list(_quotas(facts["quotas"]))
    yield "Chương trình", list(_programme(facts["programme"]))
    yield "Nơi nhận", facts["recipients"]
    yield "CẦN XEM LẠI", [warning["message"] for warning in facts["warnings"]]
    yield "CHƯA XẾP ĐƯỢC VÀO ĐÂU", [left["text"] for left in facts["unread"]]


def _time(time: dict[str, Any] | None) -> str:
    if not time or not time["text"]:
        return ABSENT
    day = time["date"] or time["month"] or "chưa có ngày"
    return f"{time['text']} [{day}{', dự kiến' if time['tentative'] else ''}]"


def _signer(signer: dict[str, Any] | None) -> str:
    return " ".join(filter(None, [signer["title"], signer["name"]])) if signer else ABSENT


def _basis(basis: dict[str, Any]) -> str:
    parts = (basis["kind"], basis["number"], basis["date"], basis["issuer"])
    return " · ".join(part for part in parts if part)


def _task(task: dict[str, Any]) -> str:
    role = "phối hợp" if task["role"] == "support" else "chủ trì"
    due = f" [hạn {task['due']}]" if task["due"] else ""
    return f"{', '.join(task['units'])} ({role}){due}: {task['text']}"


def _quotas(sections: list[dict[str, Any]]) -> Iterator[str]:
    for section in sections:
        yield f"{section['no'] or ''} {section['name'] or ''}: {section['seats'] or ABSENT}".strip()
        for row in section["rows"]:
            yield f"  {row['no'] or ''} {row['name']}: {row['seats'] or ABSENT}"


def _programme(parts: list[dict[str, Any]]) -> Iterator[str]:
    for part in parts:
        if part["name"]:
            yield f"{part['no'] or ''} {part['name']}".strip()
        for item in part["items"]:
            time = f"{item['time']} " if item.get("time") else ""
            yield f"  {item['no'] or ''} {time}{item['name']} ({item['performer'] or ABSENT})"
