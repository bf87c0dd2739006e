"""The notice on personal data as a page shows it."""

from typing import Any

from doithoai.questions.rules import notice_of

ANY_HOST = "Cơ quan đầu mối tiếp nhận của hội nghị"


def notice_shown(version: str, host: str = "") -> dict[str, Any]:
    """One version with who receives in it: `version` and `items` (what about, in which words)."""
    return {"version": version, "items": notice_of(version).told_by(host or ANY_HOST)}
