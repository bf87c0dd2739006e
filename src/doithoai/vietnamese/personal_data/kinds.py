"""What a text may tell about a person, and one piece of it."""

from dataclasses import dataclass
from enum import StrEnum


class PersonalDataKind(StrEnum):
    """What a piece of text tells about a person."""

    EMAIL = "email"
    LINK = "link"
    BANK_ACCOUNT = "bank_account"
    IDENTITY = "identity"
    INSURANCE = "insurance"
    TAX_CODE = "tax_code"
    PHONE = "phone"
    PLATE = "plate"
    HOUSE_NUMBER = "house_number"
    BIRTH = "birth"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One piece of personal data, between `start` and `end` of the text it was found in."""

    kind: PersonalDataKind
    text: str
    start: int
    end: int
