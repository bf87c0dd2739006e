"""Letters through a real conversation with a mail server, by two processes at once."""

import os
import shutil
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.builders_outbox import a_letter

COMMAND = Path(sys.executable).with_name("doithoai")
LAY = """
from doithoai.outbox.actions import post
for n in range(8):
    post(key=f"k{n}", channel="email", to_email="a@b.vn", subject=f"Thư {n}", body="x", by=None)
"""


class Postman(socketserver.StreamRequestHandler):
    """Just enough of SMTP (RFC 5321) to take letters."""

    def handle(self):
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline().strip().upper():
            if line == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.wfile.write(b"221 bye\r\n" if line == b"QUIT" else b"250 ok\r\n")


@pytest.fixture
def post_office():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Postman) as server:
        server.daemon_threads, server.letters = True, []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.django_db
def test_two_processes_send_each_letter_once(tmp_path, migrated_file, post_office):
    environment = {
        **os.environ,
        "DOITHOAI_VAR": str(tmp_path),
        "DOITHOAI_DATABASE": f"sqlite:///{tmp_path / 'thu.sqlite3'}",
        "DOITHOAI_EMAIL_HOST": "127.0.0.1",
        "DOITHOAI_EMAIL_PORT": str(post_office.server_address[1]),
        "DOITHOAI_EMAIL_TLS": "0",
    }
    shutil.copy(migrated_file, tmp_path / "thu.sqlite3")
    lay = [COMMAND, "shell", "--verbosity=0", "-c", LAY]
    subprocess.run(lay, env=environment, check=True)

    both = [subprocess.Popen([COMMAND, "send-messages"], env=environment) for _ in range(2)]

    assert [process.wait(60) for process in both] == [0, 0]
    subjects = {letter.split(b"Subject: ")[1].split(b"\n")[0] for letter in post_office.letters}
    assert (len(post_office.letters), len(subjects)) == (8, 8)


@pytest.mark.django_db
def test_without_a_mail_server_the_command_says_so():
    a_letter()

    with pytest.raises(CommandError, match="DOITHOAI_EMAIL"):
        call_command("send_messages")


@pytest.mark.django_db
def test_the_command_tells_how_many_went(settings, capsys):
    settings.SENDS_EMAIL = True
    a_letter()

    call_command("send_messages")
    call_command("send_messages")

    assert capsys.readouterr().out.splitlines() == [
        "Đã gửi: 1 thư.",
        "Không có thư nào đến giờ gửi.",
    ]
