"""Every piece of personal data of a text, none over another."""

import re
from collections.abc import Iterator

from doithoai.vietnamese.letters import fold_in_place
from doithoai.vietnamese.personal_data.figures import figures_of
from doithoai.vietnamese.personal_data.kinds import PersonalData, PersonalDataKind
from doithoai.vietnamese.personal_data.names import name_beside, names_of

_BORN_IN = re.compile(
    r"[\s,(]{1,4}(?:sinh nam|sinh|sn|nam sinh)[ :.]{1,3}(?P<data>(?:19|20)\d{2})\b"
)


def find_personal_data(text: str) -> list[PersonalData]:
    """Contacts, numbers, addresses, births and names of persons in a text, in order.

    Expects composed form (letters.nfc). Amounts of money, dates and document numbers are not
    personal data; hotlines (1800, 1900) are not either, nor streets, offices and agencies. A
    year of birth is, beside the name it belongs to: “lao động nữ sinh năm 1970” names nobody.
    """
    found: list[PersonalData] = []
    taken = bytearray(len(text))
    for candidate in _candidates(text):
        if not any(taken[candidate.start : candidate.end]):
            found.append(candidate)
            taken[candidate.start : candidate.end] = b"\1" * len(candidate.text)
    return sorted(found, key=lambda data: data.start)


def _candidates(text: str) -> Iterator[PersonalData]:
    folded = fold_in_place(text)
    for figures in figures_of(text, folded):
        yield figures
        beside = figures.kind is PersonalDataKind.PHONE and name_beside(
            text, figures.start, figures.end
        )
        if beside:
            yield PersonalData(PersonalDataKind.NAME, text[slice(*beside)], *beside)
    for start, end in names_of(text):
        yield PersonalData(PersonalDataKind.NAME, text[start:end], start, end)
        born = _BORN_IN.match(folded, end)
        if born:
            a, b = born.span("data")
            yield PersonalData(PersonalDataKind.BIRTH, text[a:b], a, b)
