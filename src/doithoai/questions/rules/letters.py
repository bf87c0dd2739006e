"""Letters with a law of their own: by when they go on, and what their sender is told."""

import re

from doithoai.vietnamese.letters import fold

LETTER_DAYS = {"complaint": 10, "denunciation": 5}
"""Working days from receipt: to tell a petitioner (Luật Tiếp công dân 2013, Điều 28), to forward a
denunciation that came to the wrong body (Luật Tố cáo 2018, Điều 24, khoản 2)."""

LETTER_GROUNDS = (
    "Đề nghị xem xét lại một quyết định, hành vi hành chính cụ thể liên quan đến mình",
    "Đề nghị xem xét lại quyết định kỷ luật cán bộ, công chức",
    "Báo hành vi vi phạm pháp luật của cán bộ, công chức khi làm nhiệm vụ",
    "Báo hành vi vi phạm pháp luật của cơ quan, tổ chức, cá nhân",
)
"""What marks a complaint (Luật Khiếu nại 2011, Điều 2) and a denunciation (Luật Tố cáo, Điều 2)."""

_CALLED_A_LETTER = re.compile(r"\bla (?:mot )?(?:don )?(?:thu )?(?:khieu nai|to cao)\b")


def calls_it_a_letter(reason: str) -> bool:
    """Whether a reason says that the matter is a complaint or denunciation: no ground to leave it.

    Such a letter is passed on by law instead (Luật Khiếu nại 2011, Luật Tố cáo 2018).
    """
    return bool(_CALLED_A_LETTER.search(" ".join(fold(reason).split())))
