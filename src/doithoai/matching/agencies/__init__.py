"""Which agency a question is for: mandates as phrases with weights, and what officials taught.

`learning` is not among these names: it needs numpy, and only background work needs it.
"""

from doithoai.matching.agencies.evidence import Mandates
from doithoai.matching.agencies.mandates import (
    NOBODY,
    Mandate,
    MandateLine,
    Phrase,
    gathered,
    shipped_lines,
    shipped_mandates,
)
from doithoai.matching.agencies.model import Model, model_from_json, shipped_model
from doithoai.matching.agencies.names import NAMES, named_mandates
from doithoai.matching.agencies.proposing import Proposal, propose

__all__ = [
    "NAMES",
    "NOBODY",
    "Mandate",
    "MandateLine",
    "Mandates",
    "Model",
    "Phrase",
    "Proposal",
    "gathered",
    "model_from_json",
    "named_mandates",
    "propose",
    "shipped_lines",
    "shipped_mandates",
    "shipped_model",
]
