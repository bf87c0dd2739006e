"""Agencies named in a heading, a table cell or after "phối hợp với", one by one."""

from __future__ import annotations

import re

from doithoai.reading.passages import Passage
from doithoai.reading.verbs import first_verb
from doithoai.vietnamese.letters import fold

_HEADS = (
    "so|ban|hoi|dai|bao|ubnd|uy ban|van phong|vpub|vp|cong an|cong doan|lien doan|ldld|tinh doan"
    "|thanh doan|huyen doan|quan doan|thi doan|xa doan|doan|bo|bch|bchqs|cuc|chi cuc|thanh tra"
    "|kho bac|ngan hang|nhnn|nhcsxh|bao hiem|bhxh|trung tam|truong|phong|hiep hoi|lien minh"
    "|lien hiep|mat tran|mttq|ubmttq|thuong truc|toa an|vien|quy|huyen uy|tinh uy|thanh uy|thi uy"
    "|quan uy|dang uy|chi nhanh|cong thong tin|cong ttdt|cong dich vu|trang thong tin|tong cong ty"
    "|cong ty|doanh nghiep|hop tac xa|cac|nhung|chu tich|lanh dao|thu truong|giam doc|dai dien"
    "|hdnd|hoi dong|to|khoi|don vi|co quan|dia phuong|cau lac bo|dien luc|buu dien|vien thong"
    "|vnpt|viettel|mobifone|tram|hat|doi|thue|cang|chi bo|chi hoi|bi thu|thong tan xa|ttxvn|nha"
    "|khu|ap|thon|bql|hlhpn|lhpn|hnd|ccb|tnxp|hai quan|buu chinh|du an|cong chuc|vien chuc|can bo"
    "|chuyen vien|ke toan|pho|nhom|tieu ban|chi huy|luc luong|nguoi dung dau|hieu truong|nha truong"
    "|xom|chanh|dong chi|phong vien|dan quan|thu ky|cap uy|kiem toan|tap doan|buu cuc|hieu bo"
    "|bo doi|don bien phong|trung doan|nganh"
)
_AGENCY = re.compile(rf"(?:{_HEADS})\b")
_PLURAL = re.compile(r"(?:cac|nhung|moi)\b")
_SEPARATOR = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+va\s+|\s+cung(?: voi)?\s+(?!cap\b)")
_LEVELS = re.compile(
    r"cac (?:xa|phuong|thi tran|huyen|thi xa|thanh pho|quan|dac khu|ap|thon|khu)\b"
)
_GENERIC = re.compile(
    r"(?:ban,? ?nganh|ban(?=[,\s]*(?:nganh|doan|$))|nganh|doan the|hoi,? doan the|phong(?=,|,? ban)"
    r"|ban(?=,)|don vi|co quan|dia phuong|to chuc(?! chinh tri))\b"
)
_FIELD = re.compile(
    r"(?:noi vu|tu phap|tai chinh|cong thuong|xay dung|y te|giao duc|van hoa|khoa hoc|nong nghiep"
    r"|ke hoach|tai nguyen|thong tin|lao dong|giao thong|ngoai vu|du lich|dan toc|kinh te"
    r"|quan ly|tnmt"
    r"|gddt|gd&dt|ldtbxh|ld-tb|khdt|kh&dt|nnptnt|vhtt|ttt|gtvt|tn&mt|tt&tt|vh,tt|nn&ptnt)"
)
_FIELD_TAIL = re.compile(r"(?:the thao|ha tang|truyen hinh|gia dinh|khoa hoc va thong tin|the duc)")
_LISTED = re.compile(r"(?:cac )?(?P<head>so|phong|ban|hoi)(?:, (?:ban|nganh|phong))*\s*:\s*")
_ORDERS = re.compile(
    r"(?:(?:giao|de nghi|yeu cau|phan cong|moi|thu truong|trach nhiem cua|nhiem vu cua"
    r"|doi voi)\s+)+"
    r"(?:cho\s+)?"
)
_WITH = re.compile(
    r"phoi hop(?:,? (?!voi\b|cung\b)[a-z]+){0,6}?,? (?:voi|cung)(?: voi)?\s+(?:cac dong chi )?"
    rf"|phoi hop,? (?=(?:{_HEADS})\b)"
)
_QUALIFIER = re.compile(
    r"\s(?:duoc|co)\s(?:giao|phan cong|moi|chi dinh|lua chon|lien quan|dai bieu|ten|kien nghi"
    r"|noi dung)\b(?!.*\b(?:co trach nhiem|chiu trach nhiem|chu tri|phoi hop|co nhiem vu)\b).*"
)


_LONGEST_LIST = 500
_LONGEST_NAME = 60
_STOP = re.compile(r"[;.:()]|\b(?:de|nham|trong|theo)\s(?!\s)")
_NAME_ENDS = re.compile(
    r"\b(?:tỉnh|huyện|(?<!tác )xã|phường|thị trấn|thành phố|quận|cùng cấp|liên quan)(?=\s[a-zà-ỹđ])"
    r"(?!\s(?:và|ủy|uỷ|đoàn|đội|hội|có|của|thuộc|trên|tại|nơi|nêu|lân cận|miền|vùng|ven|phía|khác"
    r"|quản lý|trực thuộc|đến|với)\b)"
)


def without_order(passage: Passage) -> Passage:
    """A heading without "Giao", "Đề nghị", "Trách nhiệm của" before the agency."""
    match = _ORDERS.match(passage.folded)
    return passage.cut(match.end()) if match else passage


def names_agency(passage: Passage) -> bool:
    """Whether the words open with an agency's name."""
    return bool(_AGENCY.match(passage.folded)) and (
        passage.text[0].isupper() or bool(_PLURAL.match(passage.folded))
    )


def without_qualifier(passage: Passage) -> Passage:
    """A heading without the clause that tells which agencies: "… được giao trả lời"."""
    match = _QUALIFIER.search(passage.folded)
    return passage.cut(0, match.start()) if match else passage


def lists_departments(passage: Passage) -> bool:
    """Whether a heading names departments after a colon: "Các sở: Nội vụ, Tài chính"."""
    match = _LISTED.match(without_order(passage).folded)
    return bool(match and _FIELD.match(without_order(passage).folded, match.end()))


def split_units(passage: Passage) -> tuple[str, ...]:
    """The agencies of a heading or a cell: "Công an tỉnh, Sở Y tế" are two."""
    heading = without_order(passage).without_end(" .;,:")
    listed = _LISTED.match(heading.folded)
    if listed:
        names = _split(heading.cut(listed.end()), fields=True)
        return _with_head(names, listed["head"], heading.text)
    names = _split(heading, fields=bool(re.match(r"(?:so|phong)\b", heading.folded)))
    head = heading.folded.split(" ", 1)[0]
    return _with_head(names, head, heading.text)


def partners(passage: Passage) -> tuple[str, ...]:
    """The agencies named after "phối hợp với", as written."""
    found: list[str] = []
    for match in _WITH.finditer(passage.folded):
        named = _names_from(passage, match.end())
        explicit = match.end() - match.start() > len("phoi hop, ")
        if named and (names_agency(named) or (explicit and _is_name(named))):
            found += split_units(named)
    return tuple(dict.fromkeys(found))


def _names_from(passage: Passage, start: int) -> Passage:
    """The run of names that begins at `start`: it stops at a verb or a stop."""
    listed = _LISTED.match(passage.folded, start)
    stop = _STOP.search(passage.folded, listed.end() if listed else start, start + _LONGEST_LIST)
    while stop and stop[0] == ";" and _lists_on(passage, start, stop.start()):
        stop = _STOP.search(passage.folded, stop.end(), start + _LONGEST_LIST)
    end = stop.start() if stop else start + _LONGEST_LIST
    named = passage.cut(start, end)
    verb = first_verb(named)
    named = named if verb is None else named.cut(0, verb).without_end(" ,;")
    last = max((match.end() for match in _SEPARATOR.finditer(named.folded)), default=0)
    over = None if _PLURAL.match(named.folded, last) else _NAME_ENDS.search(named.text, last)
    return named.cut(0, over.end()) if over else named


def _lists_on(passage: Passage, start: int, semicolon: int) -> bool:
    """Whether a list of agencies without a verb so far goes on after a semicolon."""
    if first_verb(passage.cut(start, semicolon)) is not None:
        return False
    after = passage.cut(semicolon + 1, semicolon + _LONGEST_NAME)
    return bool(after) and names_agency(after)


def _split(passage: Passage, *, fields: bool) -> list[Passage]:
    pieces: list[Passage] = []
    start = 0
    for match in _SEPARATOR.finditer(passage.folded):
        left, right = passage.cut(start, match.start()), passage.cut(match.end())
        if not left or not right or _inside_brackets(passage.text, match.start()):
            continue
        if _parts(left, match.group().strip(), right, fields=fields):
            pieces.append(left)
            start = match.end()
    pieces.append(passage.cut(start))
    return [piece.without_end(" .;,:") for piece in pieces if piece]


def _parts(left: Passage, separator: str, right: Passage, *, fields: bool) -> bool:
    """Whether the separator stands between two agencies and not inside one's name."""
    if separator == ";":
        return True
    if _goes_on(left, separator, right):
        return False
    if names_agency(right):
        return True
    if not fields or not right.text[0].isupper() or separator in ("va", ""):
        return False
    return bool(_FIELD.match(right.folded)) and not _FIELD_TAIL.match(right.folded)


def _goes_on(left: Passage, separator: str, right: Passage) -> bool:
    """Whether what follows belongs to the name before it: "các sở, ban, ngành"."""
    if separator in ("va", "") and _one_name(left, right):
        return True
    if _LEVELS.match(right.folded) and re.search(r"\bcac\b", left.folded):
        return True
    return bool(_PLURAL.match(left.folded) and _GENERIC.match(right.folded))


def _one_name(left: Passage, right: Passage) -> bool:
    """Names that hold "và": Văn phòng HĐND và UBND, Báo và Đài, Ban Quản lý khu … và các khu."""
    if re.fullmatch(r"bao|dai", left.folded):
        return True
    if left.folded.startswith(("ban quan ly", "bql")) and re.match(r"cac khu|khu", right.folded):
        return True
    office = re.fullmatch(
        r"(?:lanh dao |chanh )?(?:van phong|vp) (?:hdnd|hoi dong nhan dan|doan dbqh"
        r"|doan dai bieu quoc hoi)"
        r"(?: (?:tinh|huyen|xa|phuong|thanh pho))?",
        left.folded,
    )
    return bool(office and re.match(r"ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan", right.folded))


def _with_head(names: list[Passage], head: str, heading: str) -> tuple[str, ...]:
    """Names of departments given without their head take it: Sở Nội vụ, Tài chính."""
    if head not in ("so", "phong", "ban", "hoi"):
        return tuple(name.text for name in names)
    word = next((w for w in re.findall(r"\w+", heading) if fold(w) == head), "")
    title = word[:1].upper() + word[1:]
    return tuple(name.text if names_agency(name) else f"{title} {name.text}" for name in names)


def _is_name(named: Passage) -> bool:
    """What stands after "phối hợp với": a proper name, or a post in small letters."""
    return named.text[0].isupper() or bool(_AGENCY.match(named.folded))


def _inside_brackets(text: str, position: int) -> bool:
    return text.count("(", 0, position) > text.count(")", 0, position)
