"""Ours: three steps and a receipt, as the pages themselves lead from one to the next."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.peers.intake import Peer, Place, Server, done, free_port, running
from bench.phones import Failed, Phone

COMMAND = str(Path(sys.executable).with_name("doithoai"))
FORM = "/cong/tien-giang-can-bo-hoi-vien-2024/gui-cau-hoi/"
CODES = (
    "from doithoai.questions.models import Submission as S; "
    "print(*S.objects.values_list('code', flat=True), sep='\\n')"
)


def prepare(place: Place) -> None:
    """The sample conferences, of which one is collecting."""
    for step in ("prepare", "load-samples"):
        done([COMMAND, step], _environment(place))


@contextmanager
def served(place: Place) -> Iterator[Server]:
    """As it stands behind a province's proxy, which reports each telephone's address."""
    port = free_port()
    command = [COMMAND, "serve", f"--bind=127.0.0.1:{port}", "--workers=2"]
    with running(command, port, _environment(place), FORM) as server:
        yield server


async def ask(phone: Phone, number: int) -> str:
    """The question, the sender, sent: the code of the receipt."""
    page = await phone.get(FORM)
    token = re.search(r'name="phieu" value="([^"]+)', page)
    draft = token[1] if token else ""
    text = f"Khi nào ấp {number % 97} xã Phú Tân có nước sạch? Đã hỏi {number} lần."
    await phone.post(f"{FORM}?buoc=1", phieu=draft, text=text, website="")
    sender = {"sender_name": "Nguyễn Thị Mười", "phone": "0912345678", "consents_contact": "on"}
    await phone.post(phone.at, phieu=draft, **sender)
    receipt = await phone.post(phone.at, phieu=draft)
    code = phone.at.rstrip("/").rpartition("/")[2]
    if "/da-gui/" not in phone.at or code not in receipt:
        raise Failed(f"no receipt at {phone.at.partition('?')[0]}")
    return code


def stored(place: Place) -> list[str]:
    """Every receipt code in the database."""
    own = _environment(place) | {"DJANGO_SETTINGS_MODULE": "doithoai.config.settings"}
    script = f"import django; django.setup(); {CODES}"
    return done([sys.executable, "-c", script], own).split()


def _environment(place: Place) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    own |= {"DOITHOAI_VAR": str(place.var), "DOITHOAI_DEMO": "1", "DOITHOAI_TODAY": "2024-10-07"}
    own |= {"DOITHOAI_HTTPS": "1", "BENCH_VAR": str(place.var)}
    return own | ({"DOITHOAI_DATABASE": place.postgres} if place.postgres else {})


PEER = Peer(prepare, served, ask, stored, is_behind_proxy=True)
