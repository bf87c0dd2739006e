"""Personal data that is written in figures or as an address of the network."""

import re
from collections.abc import Iterator

from doithoai.vietnamese.personal_data.kinds import PersonalData, PersonalDataKind

_Kind = PersonalDataKind
_FREE = r"(?<![\w.,/+-])"
_ENDS = r"(?![\w/])(?![.,-]\d)"
_APART = r"[ \t]{0,2}(?:[.–-][ \t]{0,2})?"
_NOT_MONEY = r"(?!\s*(?:d|dong|vnd|trieu|ty|ti)\b)"
_HOUSE = r"(?P<data>\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,4})(?![\w.,]*\d)(?!\w)"
_STREET = r"(?=,?\s{1,3}(?:duong|hem|ngo|ngach|kiet|pho|ap|khu pho|thon|to dan pho)\b)"
_PATTERNS = (
    (_Kind.EMAIL, r"(?<![\w.+-])(?P<data>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"),
    (
        _Kind.LINK,
        r"(?<!\w)(?:facebook\.com|fb\.com|fb\.me|zalo\.me|tiktok\.com|instagram\.com|t\.me)/"
        r"(?P<data>[\w@./?=&%+-]{0,199}\w)",
    ),
    (
        _Kind.BANK_ACCOUNT,
        r"\b(?:stk|so tai khoan|tai khoan(?: so| ngan hang)?|so tk)\b[^\d\n;]{0,25}"
        rf"(?P<data>\d(?:[ .-]?\d){{5,18}}){_ENDS}",
    ),
    (
        _Kind.INSURANCE,
        r"\b(?:bhxh|bhyt|bao hiem xa hoi|bao hiem y te|ma the|so the)\b[^\d\n;]{0,20}?"
        rf"(?P<data>[a-z]{{2}}[ -]?\d(?:[ .-]?\d){{12}}|\d(?:[ .-]?\d){{9}}){_ENDS}{_NOT_MONEY}",
    ),
    (
        _Kind.TAX_CODE,
        r"\b(?:ma so thue|mst)(?: tncn)?[ :]{0,3}(?:(?:so )?(?:la )?(?P<own>ca nhan|cua toi"
        r"|cua em|cua chong toi|cua vo toi|cua (?:ong|ba|anh|chi)\b[^\d\n;,]{0,30})[^\d\n;,]{0,9}"
        rf"|(?=8\d{{9}}\b))(?P<data>\d{{10}}(?:-\d{{3}})?|\d{{12}}){_ENDS}",
    ),
    (
        _Kind.IDENTITY,
        r"\b(?:cmnd|cccd|cmtnd|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?"
        r"|dinh danh(?: ca nhan)?|ho chieu|passport)\b[^\d\n;]{0,12}?"
        rf"(?P<data>[a-z]?\d(?:[ .-]?\d){{6,11}}){_ENDS}",
    ),
    (
        _Kind.IDENTITY,
        rf"{_FREE}(?P<data>0\d{{2}}[ .]?\d{{3}}[ .]?\d{{3}}[ .]?\d{{3}}){_ENDS}",
    ),
    (
        _Kind.PHONE,
        r"(?:(?<![\w/+-])(?<!\d[.,])|(?<=\d{8}[/-]))"
        rf"(?P<data>(?:(?:\+84|\b84|\(0\d{{2,3}}\)|0){_APART})(?:\(0\){_APART})?"
        rf"\d(?:{_APART}\d){{5,9}})"
        rf"(?!\w)(?![.,]\d)(?![/-](?!0\d{{8}})\w){_NOT_MONEY}",
    ),
    (_Kind.PHONE, r"(?<!\w)(?=[\d .]{0,12}[oil])(?P<data>[0o][0-9oil](?:[ .]?[0-9oil]){8})(?!\w)"),
    (
        _Kind.PLATE,
        rf"{_FREE}(?P<data>\d{{2}}[ -]?[a-z]{{1,2}}\d?[ .-]?\d{{3}}\.?\d{{2}}){_ENDS}",
    ),
    (
        _Kind.PLATE,
        r"\b(?:bien so|bien kiem soat|bks)\b[^\d\n;]{0,8}"
        rf"(?P<data>\d{{2}}[ -]?[a-z]{{1,2}}\d?[ .-]?\d{{4,5}}){_ENDS}",
    ),
    (_Kind.HOUSE_NUMBER, rf"\b(?:so nha|nha so)[ :]{{1,3}}{_HOUSE}"),
    (
        _Kind.HOUSE_NUMBER,
        r"\b(?:dia chi(?: nha| thuong tru)?|thuong tru|cu tru|ngu|nha o)(?: tai| o)?[ :]{1,3}"
        rf"(?:so )?{_HOUSE}(?= ?,| [^\W\d])",
    ),
    (_Kind.HOUSE_NUMBER, rf"(?<!duong )(?<!thua )(?<!lo )\bso {_HOUSE}{_STREET}"),
    (
        _Kind.BIRTH,
        r"\b(?:sinh(?: vao)?(?: ngay)?|ngay(?:,? thang,? nam)? sinh|sn)[ :]{1,3}"
        r"(?P<data>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}"
        r"|\d{1,2} thang \d{1,2} nam (?:19|20)\d{2})(?!\d)",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_FIGURE = re.compile(r"\d")
_LETTERS_FOR_FIGURES = str.maketrans("oOlIi", "00111")
_SIGNS = {_Kind.EMAIL: "@", _Kind.LINK: "/"}
_PUBLIC_LINE = re.compile(r"\b(?:duong day nong|hotline|tong dai|truc ban)\b[^\d\n;]{0,40}$")
_OFFICE_ADDRESS = re.compile(
    r"\b(?:tru so|ubnd|uy ban|so|phong|van phong|chi nhanh|co quan|trung tam|chi cuc|cong an"
    r"|quyet dinh|cong van|nghi quyet|thong bao|ke hoach|buu dien|ngan hang"
    r"|chi thi)\b[^\n;.]{0,30}$"
)
_REACH = 70


def figures_of(text: str, folded: str) -> Iterator[PersonalData]:
    """Candidates among figures and network addresses, the surest kinds first.

    `folded` is the text folded in place.
    """
    has_figures = bool(_FIGURE.search(text))
    for kind, pattern in _COMPILED:
        is_possible = _SIGNS[kind] in text if kind in _SIGNS else has_figures
        for match in pattern.finditer(folded) if is_possible else ():
            start, end = match.span("data")
            before = folded[max(0, start - _REACH) : start]
            if _is_personal(kind, text[start:end], before):
                yield PersonalData(kind, text[start:end], start, end)


def national(phone: str) -> str:
    """The figures of a phone number as dialled inside the country; o9l2… is 0912…"""
    figures = re.sub(r"\D", "", phone.replace("(0)", "").translate(_LETTERS_FOR_FIGURES))
    is_international = figures.startswith("84") and len(figures) >= 11
    return f"0{figures[2:]}" if is_international else figures


def _is_personal(kind: PersonalDataKind, written: str, before: str) -> bool:
    if kind is _Kind.PHONE:
        return _is_phone(written) and not _is_public_line(written, before)
    if kind is _Kind.HOUSE_NUMBER:
        return not _OFFICE_ADDRESS.search(re.sub(r"\b(?:nha )?so (?:nha )?:?$", "", before))
    return True


def _is_phone(written: str) -> bool:
    return bool(re.fullmatch(r"0[35789]\d{8}|02\d{8,9}", national(written)))


def _is_public_line(written: str, before: str) -> bool:
    """A fixed line named as an agency's own: hot line, switchboard, duty desk."""
    return national(written).startswith("02") and bool(_PUBLIC_LINE.search(before))
