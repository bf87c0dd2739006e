"""Commands: one clear sentence and a status, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from doithoai.directory.models import User

SAMPLE = Path(__file__).parents[2] / "src/doithoai/lifecycle/samples/tien-giang-2024.txt"


def doithoai(*arguments, **environment):
    """Run the real command in a process of its own."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("doithoai")), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_json_stands_alone_on_standard_output():
    run = doithoai("read-plan", "--json", str(SAMPLE))

    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["number"] == "272/KH-UBND"


def test_the_report_names_every_kind_of_fact():
    run = doithoai("read-plan", str(SAMPLE))

    assert run.returncode == 0
    for heading in ("Căn cứ (2)", "Nhiệm vụ (20)", "Phân bổ đại biểu, tổng 150", "Nơi nhận (10)"):
        assert heading in run.stdout


@pytest.mark.parametrize("name, data", [("trong.txt", b""), ("thu.txt", b"Xin chao")])
def test_a_bad_file_gets_one_sentence_and_status_two(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)

    run = doithoai("read-plan", "--json", str(tmp_path / name))

    assert (run.returncode, run.stdout) == (2, "")
    assert len(run.stderr.strip().splitlines()) == 1
    assert "Traceback" not in run.stderr


def test_a_file_that_is_not_there_is_said_so():
    run = doithoai("read-plan", "khong-co.docx")

    assert (run.returncode, run.stdout) == (2, "")
    assert "Không có tệp “khong-co.docx”" in run.stderr


@pytest.mark.django_db
def test_samples_are_refused_outside_a_demonstration():
    with pytest.raises(CommandError, match="DOITHOAI_DEMO=1"):
        call_command("load_samples")


@pytest.mark.django_db
def test_the_first_administrator_is_opened_from_the_console(monkeypatch, capsys):
    monkeypatch.setattr("getpass.getpass", lambda prompt: "Muoi-hai-2026")

    call_command("add_administrator", "quantri", full_name="Lê Thị Hòa")

    user = User.objects.get()
    assert (user.is_administrator, user.check_password("Muoi-hai-2026")) == (True, True)
    assert "Đã mở tài khoản quản trị quantri" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_weak_first_password_is_refused(monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt: "123456")

    with pytest.raises(CommandError, match="Mật khẩu"):
        call_command("add_administrator", "quantri", full_name="Lê Thị Hòa")

    assert not User.objects.exists()
