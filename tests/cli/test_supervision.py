"""Processes that run as one start together and end together."""

import signal
import subprocess
import sys

#: Says “on” in one write, so that two of them at once cannot cut into each other's line.
SLEEP = [sys.executable, "-c", r"import os, time; os.write(1, b'on\n'); time.sleep(60)"]
RUN = "import sys; from doithoai.cli.supervision import run_together; sys.exit(run_together({}))"


def started(*commands):
    """A supervisor of the commands, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN.format(list(commands))], stdout=subprocess.PIPE, text=True
    )


def test_when_one_ends_all_end_with_its_status():
    failing = [sys.executable, "-c", "raise SystemExit(3)"]

    with started(SLEEP, failing) as supervisor:
        assert supervisor.wait(20) == 3


def test_told_to_stop_it_stops_all_and_says_that_all_is_well():
    with started(SLEEP, SLEEP) as supervisor:
        assert [supervisor.stdout.readline(), supervisor.stdout.readline()] == ["on\n"] * 2
        supervisor.send_signal(signal.SIGTERM)

        assert supervisor.wait(20) == 0
        assert supervisor.stdout.read() == ""
