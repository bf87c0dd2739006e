"""What a step of sorting starts from: how a question stands, where a merged one lies."""

from typing import Any

from doithoai.questions.models import Question, TriageStep


def snapshot(question: Question) -> dict[str, Any]:
    """Everything a step may change, as it stands before; JSON, kept in TriageStep.before."""
    fields = {name: getattr(question, name) for name in TriageStep.FIELDS}
    decided_at = question.decided_at
    return {
        "version": question.version,
        "fields": fields | {"decided_at": decided_at.isoformat() if decided_at else None},
        "parts": list(question.parts.values_list("pk", flat=True)),
    }


def chain_of(source: Question) -> list[Question]:
    """The questions a merged one lies in, from the nearest to the one that holds its parts."""
    chain: list[Question] = []
    following = source.merged_into
    while following is not None:
        chain.append(following)
        following = following.merged_into
    return chain
