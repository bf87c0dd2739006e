"""Folders of data that all workers of a run lay together once, each to copy for itself."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

DAY = "2024-10-07"


def laid_together(folder: Path, lay: Callable[[Path], object]) -> Path:
    """The folder, laid by whoever comes first; the others wait until it is whole."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            begun = folder.with_suffix(".begun")
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            lay(begun)
            begun.rename(folder)
    return folder
