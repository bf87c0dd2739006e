"""Seating as pure rules: hall, protocol order, proposals with reasons, faults in words."""

from doithoai.delegates.seating.arranging import Person, Proposal, arrange, kept_apart
from doithoai.delegates.seating.faults import Fault, Seated, protocol_faults
from doithoai.delegates.seating.hall import (
    AUDIENCE,
    PRESS,
    STAFF,
    STAGE,
    Block,
    Section,
    Spot,
    calm,
    first_layout,
    near_aisle,
    parts,
    read_spot,
    spare_places,
)
from doithoai.delegates.seating.protocol import PROTOCOL_NAMES, Protocol, protocol_of, sits_at_table

__all__ = [
    "AUDIENCE",
    "PRESS",
    "PROTOCOL_NAMES",
    "STAFF",
    "STAGE",
    "Block",
    "Fault",
    "Person",
    "Proposal",
    "Protocol",
    "Seated",
    "Section",
    "Spot",
    "arrange",
    "calm",
    "first_layout",
    "kept_apart",
    "near_aisle",
    "parts",
    "protocol_faults",
    "protocol_of",
    "read_spot",
    "sits_at_table",
    "spare_places",
]
