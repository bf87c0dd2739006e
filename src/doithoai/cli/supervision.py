"""Several processes run as one: they start together, and when one ends all end."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence

STOPPING_TAKES = 40
"""Seconds a process has to finish what it is at before it is killed."""


def run_together(
    commands: Sequence[Sequence[str]], environment: Mapping[str, str] | None = None
) -> int:
    """Run the commands until one of them ends or this process is told to stop.

    The status of the first one that ended; 0 when told to stop (SIGTERM, SIGINT).
    """
    children = [subprocess.Popen(command, env=environment) for command in commands]
    told: list[int] = []

    def stop(number: int, frame: object) -> None:
        told.append(number)
        _end(children)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    _, status = os.wait()
    _end(children)
    for child in children:
        try:
            child.wait(STOPPING_TAKES)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    return 0 if told else os.waitstatus_to_exitcode(status)


def _end(children: Sequence["subprocess.Popen[bytes]"]) -> None:
    for child in children:
        child.terminate()
