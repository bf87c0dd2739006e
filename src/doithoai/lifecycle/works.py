"""What counts as one piece of work, the same on the desk, in lists and where lateness is told."""

WHOLE = frozenset(
    {
        *("allocate", "nominate", "delegates", "seat", "invite", "send_invitations"),
        *("renew_invitations", "send_office"),
    }
)
"""Kinds done in one go however many seats or questions they hold: a list of names is one work."""


def works_in(kind: str, count: int) -> int:
    """How many works a heap of a kind is: each question, speech or task one, a list of seats one.

    >>> works_in("nominate", 27), works_in("draft", 27), works_in("nominate", 0)
    (1, 27, 0)
    """
    return min(count, 1) if kind in WHOLE else count
