"""What was read in a plan as rows for people: label, words, and which fact of the source it is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from doithoai.planning.rules import SECTIONS
from doithoai.vietnamese.dates import short_date

Facts = dict[str, Any]
Place = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact: `key` names it as the reader does ("tasks.3"); no `value` when not stated."""

    key: str
    label: str
    value: str = ""
    meta: str = ""
    is_head: bool = False


def rows_of(facts: Facts) -> dict[str, list[FactRow]]:
    """The rows of every section that holds facts."""
    return {section: list(rows(facts)) for section, rows in SECTION_ROWS.items()}


def fact_key(path: str) -> str:
    """The fact a path of the reader's JSON belongs to: `tasks[3].due` is part of `tasks.3`.

    Rows of the seats table and items of the programme are facts of their own.
    """
    steps = re.findall(r"[^\W\d]\w*|\d+", path)
    if steps[0] in NESTED and len(steps) >= 4:
        return ".".join(steps[:4])
    return ".".join(steps[:2]) if len(steps) > 1 and steps[1].isdigit() else steps[0]


def fact_places(facts: Facts) -> dict[str, Place]:
    """Where each value of the shown sections stands in the source, by its path."""
    places: dict[str, Place] = facts.get("places") or {}
    return {
        path: place
        for path, place in places.items()
        if place["text"] and fact_key(path).split(".")[0] in KEY_SECTIONS
    }


def day_words(text: str | None) -> str:
    """An ISO day as officials write it."""
    return short_date(date.fromisoformat(text)) if text else ""


def section_of(key: str) -> str:
    """The section that holds a fact."""
    return KEY_SECTIONS[key.split(".")[0]]


def _identity(facts: Facts) -> Iterator[FactRow]:
    words = {**facts, "issued_on": day_words(facts.get("issued_on"))}
    yield from _singles(words, IDENTITY)


def _schedule(facts: Facts) -> Iterator[FactRow]:
    time = facts.get("time") or {}
    yield FactRow("time", "Thời gian", time.get("text") or "", schedule_words(time))
    yield from _singles(facts, {"venue": "Địa điểm"})


def schedule_words(time: Facts) -> str:
    """What the stated time comes to: `Ngày 24/10/2024, còn dự kiến`."""
    month = time.get("month")
    when = ""
    if time.get("date"):
        when = f"Ngày {day_words(time['date'])}"
    elif month:
        when = f"Tháng {int(month[5:])}/{month[:4]}, chưa chốt ngày"
    tentative = "còn dự kiến" if time.get("tentative") else ""
    return ", ".join(filter(None, [when, tentative])).capitalize()


def _bases(facts: Facts) -> Iterator[FactRow]:
    for index, basis in enumerate(facts.get("legal_bases") or []):
        name = " ".join(filter(None, [basis["kind"], basis.get("number")]))
        day = day_words(basis.get("date"))
        meta = ", ".join(filter(None, [day and f"ngày {day}", basis.get("issuer")]))
        yield FactRow(f"legal_bases.{index}", f"Căn cứ {index + 1}", name, meta)


def _aims(facts: Facts) -> Iterator[FactRow]:
    yield from _listed(facts, "purposes", "Mục đích")
    yield from _listed(facts, "requirements", "Yêu cầu")


def _content(facts: Facts) -> Iterator[FactRow]:
    yield from _singles(facts, {"theme": "Chủ đề", "form": "Hình thức"})
    yield from _listed(facts, "topics", "Nội dung")


def _attendance(facts: Facts) -> Iterator[FactRow]:
    yield from _singles(facts, {"expected_delegates": "Số đại biểu"})
    for index, group in enumerate(facts.get("composition") or []):
        words = ";\n".join(group["entries"])
        yield FactRow(f"composition.{index}", group.get("group") or "Thành phần", words)


def _tasks(facts: Facts) -> Iterator[FactRow]:
    for index, task in enumerate(facts.get("tasks") or []):
        units = ", ".join(task["units"]) or "Chưa rõ đơn vị"
        yield FactRow(f"tasks.{index}", units, task["text"], _task_meta(task))


def _task_meta(task: Facts) -> str:
    role = "Phối hợp" if task.get("role") == "support" else "Chủ trì"
    partners = ", ".join(task.get("with") or [])
    due = day_words(task.get("due"))
    parts = [role, partners and f"cùng {partners}", due and f"hạn {due}"]
    return " · ".join(filter(None, parts))


def _quotas(facts: Facts) -> Iterator[FactRow]:
    for place, section in enumerate(facts.get("quotas") or []):
        if section.get("name") or section.get("no"):
            yield _seats_row(f"quotas.{place}", section, is_head=True)
        for index, row in enumerate(section["rows"]):
            yield _seats_row(f"quotas.{place}.rows.{index}", row)
    total = {"name": "Tổng cộng", "seats": facts.get("quota_total")}
    if facts.get("quotas"):
        yield _seats_row("quota_total", total, is_head=True)


def _seats_row(key: str, line: Facts, *, is_head: bool = False) -> FactRow:
    seats = line.get("seats")
    said = "không ghi số" if seats is None else f"{seats} đại biểu"
    return FactRow(key, str(line.get("no") or ""), line.get("name") or "", said, is_head)


def _programme(facts: Facts) -> Iterator[FactRow]:
    for place, part in enumerate(facts.get("programme") or []):
        if part.get("name") or part.get("no"):
            yield FactRow(
                f"programme.{place}", part.get("no") or "", part.get("name") or "", "", True
            )
        for index, item in enumerate(part["items"]):
            meta = " · ".join(filter(None, [item.get("time"), item.get("performer")]))
            number = str(item.get("no") or "")
            yield FactRow(f"programme.{place}.items.{index}", number, item["name"], meta)


def _closing(facts: Facts) -> Iterator[FactRow]:
    yield from _singles(facts, {"funding": "Kinh phí"})
    yield from _listed(facts, "recipients", "Nơi nhận")
    signer = facts.get("signer") or {}
    yield FactRow("signer", "Người ký", signer.get("name") or "", signer.get("title") or "")


def _singles(facts: Facts, labels: dict[str, str]) -> Iterator[FactRow]:
    for key, label in labels.items():
        value = facts.get(key)
        yield FactRow(key, label, "" if value is None else str(value))


def _listed(facts: Facts, key: str, label: str) -> Iterator[FactRow]:
    for index, text in enumerate(facts.get(key) or []):
        yield FactRow(f"{key}.{index}", f"{label} {index + 1}", text)


IDENTITY = {
    "title": "Tên kế hoạch",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "province": "Tỉnh, thành phố",
    "year": "Năm",
    "chair": "Chủ trì hội nghị",
    "audience": "Đối tượng",
}
NESTED = frozenset({"quotas", "programme"})
KEY_SECTIONS = {key: name for name, section in SECTIONS.items() for key in section.keys}
SECTION_ROWS: dict[str, Callable[[Facts], Iterator[FactRow]]] = {
    "identity": _identity,
    "schedule": _schedule,
    "bases": _bases,
    "aims": _aims,
    "content": _content,
    "attendance": _attendance,
    "tasks": _tasks,
    "quotas": _quotas,
    "programme": _programme,
    "closing": _closing,
}
