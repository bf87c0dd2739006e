"""Personal data in running text: found, and masked before anyone else reads it."""

from doithoai.vietnamese.personal_data.finding import find_personal_data
from doithoai.vietnamese.personal_data.kinds import PersonalData, PersonalDataKind
from doithoai.vietnamese.personal_data.masking import (
    mask,
    mask_contacts,
    mask_phone,
    unmasked,
)

__all__ = [
    "PersonalData",
    "PersonalDataKind",
    "find_personal_data",
    "mask",
    "mask_contacts",
    "mask_phone",
    "unmasked",
]
