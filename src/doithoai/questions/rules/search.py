"""Whether a text has the words somebody looks for."""

import re

from doithoai.vietnamese.letters import fold_in_place, nfc
from doithoai.vietnamese.personal_data import mask


def is_said(typed: str, text: str) -> bool:
    """Whether a text, as it is shown with personal data masked, has the typed words; marks aside.

    Nobody finds a question by a telephone number that they may not read.
    """
    wanted = fold_in_place(nfc(typed)).strip()
    plain = nfc(text)
    if wanted not in fold_in_place(plain):
        return False
    may_be_masked = "@" in plain or re.search(r"\d", wanted)
    return not may_be_masked or wanted in fold_in_place(mask(plain))
