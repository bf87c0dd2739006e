"""The secret key: made once on this machine, kept in a file only its owner reads."""

import os
import secrets
from pathlib import Path


def secret_key(var: Path) -> str:
    """The key kept in `var/secret.key`; made there the first time."""
    path = var / "secret.key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    key = secrets.token_urlsafe(50)
    var.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key
