"""Reading the entries officials added to the lexicon."""

from doithoai.questions.models import LexiconEntry
from doithoai.vietnamese.letters import fold


def lexicon_entries(words: str = "", kind: str = "") -> list[LexiconEntry]:
    """Entries of a kind whose sides hold the words, whatever the diacritics; newest first."""
    found = LexiconEntry.objects.select_related("set_by__agency").order_by("-is_on", "-pk")
    if kind:
        found = found.filter(kind=kind)
    wanted = " ".join(fold(words).split())
    return [entry for entry in found if wanted in fold(f"{entry.left} {entry.right}")]
