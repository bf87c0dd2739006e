"""Learning from referrals which agency answers what; slow, and done in the background (numpy)."""

from collections.abc import Sequence

from doithoai.answers.later import FEWEST
from doithoai.answers.queries import confirmed_referrals
from doithoai.directory.models import User
from doithoai.matching.agencies import Mandates, Model, shipped_model
from doithoai.matching.agencies.learning import BY_MANDATES, HELD_BACK, Example, is_no_worse, learn
from doithoai.matching.words import normalise
from doithoai.questions.actions.routing import keep_routing_model
from doithoai.questions.models import RoutingModel
from doithoai.questions.queries.engine import house_lexicon, routing_of
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask


def learn_routing(*, by: User | None) -> RoutingModel | None:
    """Learn from all referrals, if enough have come since the last time; what is kept.

    Every fifth is held back: the weights come into use only when they put as many agencies first,
    and among the first three, as the mandates alone and as the weights that ship. The mandates
    are those of the newest conference that has referred.
    """
    referrals = list(confirmed_referrals())
    last = RoutingModel.objects.first()
    if len(referrals) < FEWEST + (last.examples if last else 0):
        return None
    lexicon = house_lexicon()
    newest = max((one.question.conference for one in referrals), key=lambda one: (one.year, one.pk))
    routing = routing_of(newest, lexicon)
    start = (None if routing.is_replaced else shipped_model()) or BY_MANDATES
    examples = [
        (normalise(mask(nfc(one.question.wording)), lexicon), one.agency.key) for one in referrals
    ]
    held_back = examples[::HELD_BACK]
    others = [example for at, example in enumerate(examples) if at % HELD_BACK]
    trial = learn(others, routing.mandates, start)
    before = (None, start)
    good = all(is_no_worse(trial, held_back, routing.mandates, than) for than in before)
    return keep_routing_model(
        weights=learn(examples, routing.mandates, start).as_json(),
        figures={
            "held_back": len(held_back),
            "mandates": _hits(BY_MANDATES, held_back, routing.mandates),
            "learned": _hits(trial, held_back, routing.mandates),
        },
        examples=len(examples),
        is_in_use=good,
        by=by,
    )


def _hits(model: Model, held_back: Sequence[Example], mandates: Mandates) -> dict[str, int]:
    """How often the confirmed agency is proposed first, and among the first three."""
    places = []
    for words, agency in held_back:
        likely = model.probabilities(mandates.agencies, mandates.evidence(words), words)
        ranked = sorted(zip(likely, mandates.agencies, strict=True), key=lambda one: -one[0])
        places += [at for at, (_, proposed) in enumerate(ranked) if proposed == agency]
    return {"first": sum(at < 1 for at in places), "first_three": sum(at < 3 for at in places)}
