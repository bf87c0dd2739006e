"""What reading a plan costs: seconds and peak memory for each seed and for plans of many pages.

Run as `python bench/read_plan.py`. Every figure comes from a process of its own, the best of
three; the growth compares each synthetic plan with the one half its size (2.0 is linear).
"""

import io
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
PAGES = (25, 50, 100, 200)
LINES_ON_A_PAGE = 40
ROUNDS = 3
Row = tuple[str, ...]


def main() -> None:
    """Print the machine, then a line for each file."""
    print(f"{platform.platform()}, {os.cpu_count()} CPU, Python {platform.python_version()}")
    print(f"{'plan':34}{'KB':>8}{'open s':>9}{'read s':>9}{'peak MB':>9}{'growth':>8}")
    for seed in sorted(SEEDS.glob("*.txt")):
        show(seed.name, seed)
    with tempfile.TemporaryDirectory() as folder:
        for ending, write in ((".txt", as_text), (".docx", as_word)):
            before = None
            for pages in PAGES:
                path = Path(folder) / f"{pages}{ending}"
                path.write_bytes(write(plan_of(pages)))
                before = show(f"{pages} pages{ending}", path, before)


def show(name: str, path: Path, before: float | None = None) -> float:
    """Measure one file, print its line and return its seconds."""
    rounds = [measured(path) for _ in range(ROUNDS)]
    best = min(rounds, key=lambda figures: figures["open"] + figures["read"])
    seconds = best["open"] + best["read"]
    growth = f"{seconds / before:8.2f}" if before else ""
    size = path.stat().st_size / 1000
    figures = f"{best['open']:9.3f}{best['read']:9.3f}{best['peak']:9.0f}"
    print(f"{name:34}{size:8.0f}{figures}{growth}", flush=True)
    return seconds


def measured(path: Path) -> dict[str, float]:
    """The figures of one reading, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, str(path)], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def read_once(path: Path) -> dict[str, float]:
    """Read a plan: processor seconds to open the file and to read its facts, peak memory in MB."""
    from doithoai.reading import open_source, read_plan

    open_source(b"KH", "warm.txt")
    data = path.read_bytes()
    start = time.process_time()
    document = open_source(data, path.name)
    opened = time.process_time()
    read_plan(document)
    return {"open": opened - start, "read": time.process_time() - opened, "peak": peak_memory()}


def peak_memory() -> float:
    """The most memory this process held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        held = next(line for line in status.read_text().splitlines() if "VmHWM" in line)
        return int(held.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def plan_of(pages: int) -> Iterator[str | list[Row]]:
    """A plan of so many pages: half of it duties under headings of units, half a table of seats."""
    yield "KẾ HOẠCH"
    yield "Tổ chức Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh với thanh niên năm 2024"
    yield "Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020;"
    yield "Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung như sau:"
    yield from ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Lắng nghe tâm tư của thanh niên.")
    yield from ("2. Yêu cầu", "- Hội nghị diễn ra dân chủ, thiết thực.", "II. NỘI DUNG")
    yield from ("1. Thời gian: ngày 25/10/2024.", "2. Địa điểm: Hội trường tỉnh.")
    yield "III. TỔ CHỨC THỰC HIỆN"
    for unit in range(1, pages * LINES_ON_A_PAGE // 2 // 5 + 1):
        yield f"{unit}. Ủy ban nhân dân huyện thứ {unit}"
        for duty in range(1, 5):
            yield (
                f"- Phối hợp với Sở Nội vụ và Tỉnh đoàn chuẩn bị nội dung thứ {duty}, gửi câu hỏi "
                f"của thanh niên về Văn phòng UBND tỉnh trước ngày {duty + 10}/9/2024."
            )
    yield from ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Nguyễn Văn An")
    yield "DANH SÁCH SỐ LƯỢNG ĐẠI BIỂU THAM DỰ HỘI NGHỊ"
    yield seats(pages * LINES_ON_A_PAGE // 2)


def seats(count: int) -> list[Row]:
    """A table of seats with so many rows."""
    rows = [(str(n), f"Đoàn viên, thanh niên của xã thứ {n}", "02") for n in range(1, count + 1)]
    return [("TT", "Thành phần", "Số đại biểu"), *rows, ("TỔNG CỘNG", "", str(2 * count))]


def as_text(plan: Iterator[str | list[Row]]) -> bytes:
    """The plan as a .txt, tabs between the cells."""
    parts = ("\n".join(map("\t".join, p)) if isinstance(p, list) else p for p in plan)
    return "\n\n".join(parts).encode()


def as_word(plan: Iterator[str | list[Row]]) -> bytes:
    """The plan as a .docx."""
    import docx

    document = docx.Document()
    for part in plan:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]), style="Table Grid")
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(read_once(Path(sys.argv[1]))))
    else:
        main()
