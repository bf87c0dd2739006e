"""By what a text that came twice is known."""

import hashlib
import re

from doithoai.vietnamese.letters import fold

_BETWEEN = re.compile(r"[\W_]+")


def said_alike(text: str) -> str:
    """What stays of a text when case, marks, spaces and punctuation do not count."""
    return _BETWEEN.sub(" ", fold(text)).strip()


def fingerprint(text: str, sender: str = "", unit: str = "") -> str:
    """The same for the same text of the same sender and unit, however it was typed or saved."""
    alike = "\n".join(map(said_alike, (text, sender, unit)))
    return hashlib.sha256(alike.encode()).hexdigest()
