"""Decisions of planning that need no database: names, milestones, roles."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Any

from doithoai.vietnamese.letters import fold

PUBLISH_DAYS = 30
CONCLUDE_DAYS = 10
COLLECT_DAYS = 15


@dataclass(frozen=True, slots=True)
class ProposedMilestone:
    """A day to keep, with the clause or reason it comes from."""

    name: str
    due: date
    reason: str


def slug_for(place_code: str, audience: str, year: int) -> str:
    """A short address, e.g. `tien-giang-can-bo-hoi-vien-2024`."""
    words = re.findall(r"[a-z0-9]+", fold(audience))[:4]
    place = re.sub(r"-2025$", "", place_code)
    return "-".join([place, *words, str(year)])


def short_title(audience: str, place_name: str, year: int) -> str:
    """How lists call the conference, e.g. `Đối thoại với công nhân, Cao Bằng 2022`."""
    return f"Đối thoại với {audience}, {place_name} {year}"


def milestones_around(
    held_on: date | None, deadlines: Iterable[tuple[date, str]], *, issued_on: date | None
) -> list[ProposedMilestone]:
    """The plan's own days, and those counted from the conference day.

    Publishing 30 days before and concluding within 10 days are law for youth dialogues
    (Luật Thanh niên 2020, Điều 10) and the proposal for every other audience.
    """
    found = [
        ProposedMilestone(first_clause(text), due, "Ghi trong kế hoạch") for due, text in deadlines
    ]
    if issued_on:
        found.append(ProposedMilestone("Ban hành kế hoạch", issued_on, "Ghi trong kế hoạch"))
    if held_on:
        law = "Theo khoản {} Điều 10 Luật Thanh niên 2020, áp dụng làm mặc định"
        found += [
            ProposedMilestone(
                "Công bố kế hoạch, chương trình",
                held_on - timedelta(days=PUBLISH_DAYS),
                law.format(2),
            ),
            ProposedMilestone("Hội nghị", held_on, "Ngày tổ chức trong kế hoạch"),
            ProposedMilestone(
                "Công bố thông báo kết luận", held_on + timedelta(days=CONCLUDE_DAYS), law.format(3)
            ),
        ]
    return sorted(found, key=lambda milestone: (milestone.due, milestone.name))


def first_clause(text: str) -> str:
    """The first clause of a task's text, to name its day."""
    return re.split(r"[;.](?:\s|$)", text.strip(), maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class ProposedRole:
    """Which unit of the plan plays a role, and the words that say so."""

    role: str
    unit: str
    reason: str


def propose_roles(tasks: Iterable[dict[str, Any]]) -> dict[str, ProposedRole]:
    """Host, office and finance as the tasks' own words show them; the first clear sign wins."""
    proposed: dict[str, ProposedRole] = {}
    scores: dict[str, tuple[int, str]] = {}
    for task in tasks:
        words = fold(task["text"])
        for unit in task["units"]:
            name = fold(unit)
            if name.startswith("van phong") and ("ubnd" in name or "uy ban" in name):
                proposed.setdefault("office", ProposedRole("office", unit, task["text"]))
            elif "so tai chinh" in name:
                proposed.setdefault("finance", ProposedRole("finance", unit, task["text"]))
            elif not name.startswith("cac "):
                points = sum(cue in words for cue in HOST_CUES)
                best, said = scores.get(unit, (0, ""))
                scores[unit] = (best + points, said or (task["text"] if points else ""))
    if scores:
        unit, (points, said) = max(scores.items(), key=lambda item: item[1][0])
        if points:
            proposed["host"] = ProposedRole("host", unit, said)
    return proposed


HOST_CUES = (
    "to chuc hoi nghi",
    "cau hoi",
    "tiep nhan",
    "tong hop",
    "kich ban",
    "lua chon",
    "kinh phi to chuc",
    "trieu tap",
    "chu tri",
)


@dataclass(frozen=True, slots=True)
class FactSection:
    """A part of the plan that is confirmed as one, and the reader's keys it holds."""

    name: str
    keys: tuple[str, ...]


SECTIONS: dict[str, FactSection] = {
    "identity": FactSection(
        "Kế hoạch",
        ("title", "number", "issued_on", "issuer", "province", "year", "chair", "audience"),
    ),
    "schedule": FactSection("Thời gian, địa điểm", ("time", "venue")),
    "bases": FactSection("Căn cứ", ("legal_bases",)),
    "aims": FactSection("Mục đích, yêu cầu", ("purposes", "requirements")),
    "content": FactSection("Chủ đề, hình thức, nội dung", ("theme", "form", "topics")),
    "attendance": FactSection("Thành phần tham dự", ("expected_delegates", "composition")),
    "tasks": FactSection("Phân công nhiệm vụ", ("tasks",)),
    "quotas": FactSection("Phân bổ đại biểu", ("quotas", "quota_total")),
    "programme": FactSection("Chương trình", ("programme",)),
    "closing": FactSection("Kinh phí, nơi nhận, người ký", ("funding", "recipients", "signer")),
    "roles": FactSection("Vai trò của các cơ quan", ()),
}


def missing_before_opening(
    facts: dict[str, Any], roles: dict[str, Any], confirmed: Iterable[str], settled: Iterable[str]
) -> list[str]:
    """What still stands between a reading and its conference, each as a thing to do."""
    missing = [
        f"Xác nhận phần “{section.name}”."
        for key, section in SECTIONS.items()
        if key not in set(confirmed)
    ]
    waiting = len(facts.get("warnings", [])) - len(set(settled))
    if waiting > 0:
        missing.append(f"Xem lại {waiting} cảnh báo.")
    for key, name in (("title", "tên kế hoạch"), ("audience", "đối tượng"), ("year", "năm")):
        if not facts.get(key):
            missing.append(f"Nhập {name}.")
    for role, name in (
        ("host", "cơ quan chủ trì tổ chức"),
        ("office", "văn phòng thẩm định"),
        ("chair", "cơ quan của người chủ trì"),
    ):
        if not (roles.get(role) or {}).get("agency"):
            missing.append(f"Chọn {name}.")
    if facts.get("issued_on") is None and facts.get("number") is not None:
        missing.append("Nhập ngày ban hành, vì kế hoạch đã có số.")
    return missing


def realigned(places: dict[str, Any], name: str, old: list[Any], new: list[Any]) -> dict[str, Any]:
    """Places of the list `name` after rows came, went or changed: each stays with its own words.

    `places` is by path in the reader's JSON; a row that was not read in the source has none.
    """
    moves = dict(_moves(old, new))
    kept: dict[str, Any] = {}
    for path, place in places.items():
        at = re.match(rf"{re.escape(name)}\[(\d+)\]", path)
        if at is None:
            kept[path] = place
        elif int(at[1]) in moves:
            kept[f"{name}[{moves[int(at[1])]}]{path[at.end() :]}"] = place
    for before, after in moves.items():
        for inside in ("rows", "items"):
            if isinstance(new[after], dict) and inside in new[after]:
                rows = old[before][inside], new[after][inside]
                kept = realigned(kept, f"{name}[{after}].{inside}", *rows)
    return kept


def _moves(old: list[Any], new: list[Any]) -> Iterator[tuple[int, int]]:
    """Which row went where: equal rows, and rows changed one for one."""
    ours, theirs = ([_name_of(row) for row in rows] for rows in (old, new))
    for tag, start, end, to, stop in SequenceMatcher(
        a=ours, b=theirs, autojunk=False
    ).get_opcodes():
        if tag == "equal" or (tag == "replace" and end - start == stop - to):
            yield from zip(range(start, end), range(to, stop), strict=True)


def _name_of(row: Any) -> str:
    if isinstance(row, dict) and ("rows" in row or "items" in row):
        return f"{row.get('no')} {row.get('name')}"
    return json.dumps(row, sort_keys=True)


WORK_CUES: dict[str, str] = {
    "questions": r"lua chon[^.;]*cau hoi|tiep nhan[^.;]*tong hop|gui cau hoi|tong hop cac (cau|y)",
    "delegates": r"phan bo|lap danh sach dai bieu|trieu tap|lua chon[^.;]*tham du",
    "invitations": r"(giay|thu) moi",
    "seating": r"cho ngoi",
    "script": r"kich ban|xay dung chuong trinh(?! phong su)",
    "speeches": r"bai phat bieu",
    "documentary": r"phong su|van nghe",
    "awards": r"khen thuong",
    "budget": r"du toan|quyet toan|chuan bi[^.;]*kinh phi",
    "logistics": r"hoi truong|co so,? vat chat|le tan|dan chuong trinh|tai lieu phuc vu",
    "safety": r"an ninh|phong, chong dich|bao ve",
    "conclusion": r"(tham muu|thong bao|xay dung|chuan bi)[^.;]*ket luan",
    "publicity": r"dang tai|dua tin|dang tin|tuyen truyen|pho bien",
}


def works_named(text: str) -> list[str]:
    """The works of a conference that a task sentence speaks of, as values of `Work`."""
    words = fold(text)
    return [work for work, cue in WORK_CUES.items() if re.search(cue, words)]
