"""What waits because a law gives a day for it: requests about personal data, letters."""

from collections.abc import Iterator
from datetime import date

from doithoai.lifecycle.waiting.heaps import Desk, Waiting
from doithoai.questions.permissions import may_see_sender

REQUESTS = "Trả lời yêu cầu về dữ liệu cá nhân"
LETTERS = "Chuyển khiếu nại, tố cáo theo luật"


def by_law(desk: Desk) -> Iterator[Waiting]:
    """For the host, for the agency that confirmed a letter, for keepers; without them for
    whoever names keepers, who learns that something waits, not whose it is."""
    of = desk.standing.by_law
    keeps = desk.user.pk in of.keepers and desk.leads
    is_hosts = desk.is_host and may_see_sender(desk.user, desk.conference)
    requests = [*(of.requests if is_hosts else ()), *(of.secret_requests if keeps else ())]
    letters = [*of.letters.get(desk.agency, ()), *(of.secret_letters if keeps else ())]
    if requests:
        why = "Báo nhận trong 2 ngày làm việc, thực hiện trong hạn của luật"
        yield _heap(desk, "data_requests", REQUESTS, why, requests)
    if letters and desk.leads:
        yield _heap(desk, "letters", LETTERS, "Chuyển đơn rồi ghi ngày đã gửi", letters)
    unkept = [*of.secret_requests, *of.secret_letters]
    if unkept and not of.keepers and desk.is_office and desk.user.approves:
        why = "Có việc chỉ người được giao giữ bí mật mới xử lý được"
        yield _heap(desk, "name_keepers", "Giao hai người giữ bí mật người tố cáo", why, unkept)


def _heap(desk: Desk, key: str, title: str, why: str, days: list[date]) -> Waiting:
    late = sum(1 for day in days if day < desk.today)
    count = 1 if key == "name_keepers" else len(days)
    return Waiting(key, count, title, why, min(days), min(late, count))
