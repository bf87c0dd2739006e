"""Which agencies may answer a question, each with its reason: one engine for every page."""

from collections.abc import Sequence
from typing import Any

from doithoai.matching.agencies import propose
from doithoai.matching.lexicon import Lexicon
from doithoai.questions.models import Question
from doithoai.questions.queries.engine import Routing, house_lexicon, routing_of
from doithoai.vietnamese.letters import nfc

PROPOSED = 3


def agencies_for(question: Question) -> Sequence[dict[str, Any]]:
    """What is kept for the question; worked out now when it was not yet compared.

    Best first, each {"agency": key, "name", "score": thousandths, "reason"}.
    """
    suggestion = getattr(question, "suggestion", None)
    if suggestion:
        kept: Sequence[dict[str, Any]] = suggestion.agencies
        return kept
    lexicon = house_lexicon()
    return proposed_agencies(question.wording, routing_of(question.conference, lexicon), lexicon)


def proposed_agencies(text: str, routing: Routing, lexicon: Lexicon) -> list[dict[str, Any]]:
    """The agencies that may answer, best first, where a reason can be told."""
    proposals = propose(nfc(text), routing.mandates, routing.model, lexicon)
    told = [one for one in proposals if one.agency in routing.agencies and one.reason]
    return [
        {
            "agency": routing.agencies[one.agency].pk,
            "name": routing.agencies[one.agency].name,
            "score": round(one.score * 1000),
            "reason": one.reason,
        }
        for one in told[:PROPOSED]
    ]
