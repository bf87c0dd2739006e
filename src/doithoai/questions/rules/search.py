"""Whether a text has the words somebody looks for."""

from doithoai.vietnamese.letters import fold_in_place, nfc
from doithoai.vietnamese.personal_data import mask


def is_said(typed: str, text: str) -> bool:
    """Whether a text, as it is shown with personal data masked, has the typed words; marks aside.

    Nobody finds a question by a telephone number or a name that they may not read.
    """
    wanted = fold_in_place(nfc(typed)).strip()
    plain = nfc(text)
    return wanted in fold_in_place(plain) and wanted in fold_in_place(mask(plain))
