"""Vietnamese written the old ways, to be read back: Unicode in, 8-bit codes out."""

import unicodedata

from doithoai.reading.files.legacy import TCVN3, VNI

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TCVN3_CODES = {letter: code for code, letter in TCVN3.items()}
_TCVN3_CODES |= {
    letter.upper(): code
    for letter, code in _TCVN3_CODES.items()
    if letter.upper() not in _TCVN3_CODES
}
_VNI_CODES = {letter: code for code, letter in VNI.items() if code in (code.lower(), code.upper())}


def to_tcvn3(text):
    """Text in the codes of .VnTime; a capital with a tone gets the code of its small letter."""
    return "".join(_TCVN3_CODES.get(letter, letter) for letter in text)


def to_vni(text):
    """Text in the codes of VNI-Times."""
    return "".join(_VNI_CODES.get(letter, letter) for letter in text)


def to_windows_1258(text):
    """Bytes of Windows-1258: base letters, with the five tones as marks of their own."""
    return "".join(map(_split_tone, text)).encode("cp1258")


def _split_tone(letter):
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in _TONES)
    base = "".join(mark for mark in parts if mark not in _TONES)
    return unicodedata.normalize("NFC", base) + tones
