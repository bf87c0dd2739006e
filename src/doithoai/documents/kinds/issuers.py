"""Letterheads and symbols proposed from an agency's name; a person may change both."""

import re

from doithoai.directory.names import full_name
from doithoai.vietnamese.letters import fold

TM = "TM. ỦY BAN NHÂN DÂN"
SIGN = re.compile(r"(TM|KT|TL|TUQ|Q)\s*\.\s*")
LINE_BEFORE = re.compile(
    r"(?<!\.)(?<!PHÓ)\s(?=(?:KT|TL|TUQ|Q)\. |(?:PHÓ )?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG)\b)"
)
OF_THE_COMMITTEE = re.compile(r"\s+(?:UBND|ỦY BAN NHÂN DÂN)\b.*$")
COMMITTEES = frozenset({"committee", "district_committee", "commune_committee"})
OFFICE, DEPARTMENT, PRESS = "office", "department", "press"
COLLECTIVES = {
    "mass_organisation": "TM. BAN THƯỜNG VỤ",
    "association": "TM. BAN THƯỜNG VỤ",
    "front": "TM. BAN THƯỜNG TRỰC",
}
"""In whose name the head of a body led by many signs, by its kind."""
SMALL_WORDS = frozenset({"và", "của", "cho", "ở"})
KNOWN = {
    "van phong uy ban nhan dan": "VPUB",
    "uy ban nhan dan": "UBND",
    "hoi dong nhan dan": "HĐND",
    "lien doan lao dong": "LĐLĐ",
    "tinh doan": "TĐTN",
    "hoi lien hiep phu nu": "HLHPN",
    "hoi nong dan": "HND",
}


def issuer_lines(
    name: str, kind: str, level: str, place: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(parent lines, issuer lines) in capitals; offices and departments stand under the UBND."""
    if kind in {OFFICE, DEPARTMENT}:
        own = "Văn phòng" if kind == OFFICE else re.split(rf"\s+{level}\b", name)[0]
        return (f"UBND {level} {place}".upper(),), (own.upper(),)
    if kind in COMMITTEES and f" {level}" not in name:
        whole, sign, where = name.partition("nhân dân ")
        return (), (f"{whole}{sign}".strip().upper(), where.upper())
    whole = full_name(name, level, place)
    own, _, where = whole.partition(f" {level} ")
    return (), (own.upper(), *([f"{level} {where}".upper()] if where else []))


def issuer_code(name: str) -> str:
    """The issuer in a symbol: UBND, VPUB, SLĐTBXH; initials when no usual one is known."""
    words = fold(name)
    for known, code in KNOWN.items():
        if words.startswith(known):
            return code
    own = re.split(r"\s+(?:tỉnh|thành phố)\b", name)[0]
    letters = [w[0] for w in re.findall(r"[^\W\d_]+", own) if w.lower() not in SMALL_WORDS]
    return "".join(letters).upper()


def drafting_unit(recipients: tuple[str, ...]) -> str:
    """The unit after `Lưu: VT,` of the plan's recipients, e.g. `KGVX`; "" when none is named."""
    for line in recipients:
        found = re.search(r"Lưu\s*:?\s*VT\s*[,;]\s*([\w-]+)", line)
        if found:
            return found.group(1)
    return ""


def capacity_of(name: str, kind: str) -> tuple[str, ...]:
    """In which capacity the head of an agency signs; a person may change it.

    Of a body led by many the head signs in its name (NĐ 30/2020, Phụ lục I, mục 7a).
    """
    if kind in COMMITTEES:
        return TM, "CHỦ TỊCH"
    if kind == OFFICE:
        return ("CHÁNH VĂN PHÒNG",)
    if kind == DEPARTMENT:
        return ("GIÁM ĐỐC",)
    if kind == PRESS:
        return ("TỔNG BIÊN TẬP",) if fold(name).startswith("bao ") else ("GIÁM ĐỐC",)
    whole = (COLLECTIVES[kind],) if kind in COLLECTIVES else ()
    head = "BÍ THƯ" if fold(name).startswith(("tinh doan", "thanh doan")) else "CHỦ TỊCH"
    return *whole, head


def signing_lines(title: str) -> tuple[str, ...]:
    """The lines over a committee's signature, from a title written on one: a bare one gets its TM.

    `Phó Chủ tịch` signs TM. the committee, KT. the chairman; `Chánh Văn phòng` TL. the chairman;
    "" gives none.
    """
    words = SIGN.sub(r"\1. ", " ".join(title.split()).upper()).replace("QUYỀN CHỦ", "Q. CHỦ")
    if words[:3] in {"TM.", "KT.", "TL.", "TUQ"}:
        return tuple(LINE_BEFORE.split(words))
    bare = OF_THE_COMMITTEE.sub("", words)
    if bare.startswith("PHÓ CHỦ TỊCH"):
        return TM, "KT. CHỦ TỊCH", bare
    if bare.endswith("CHÁNH VĂN PHÒNG"):
        deputy = ("KT. CHÁNH VĂN PHÒNG",) if bare.startswith("PHÓ") else ()
        return "TL. CHỦ TỊCH", *deputy, bare
    if bare in {"CHỦ TỊCH", "Q. CHỦ TỊCH"}:
        return TM, bare
    return (words,) if words else ()
