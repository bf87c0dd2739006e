"""What a submission is by its stated cues: question, petition, … complaint, denunciation."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from doithoai.matching.cues import Spoken, spoken_cues
from doithoai.vietnamese.letters import fold_in_place, nfc
from doithoai.vietnamese.personal_data import PersonalDataKind, find_personal_data


class Kind(StrEnum):
    """What a submission is in law (Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo: Điều 2)."""

    QUESTION = "question"
    PETITION = "petition"
    PROPOSAL = "proposal"
    FEEDBACK = "feedback"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"


class Concern(StrEnum):
    """Why an official looks twice before a submission goes on."""

    INSULT = "insult"
    ADVERT = "advert"
    COURT = "court"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Caution:
    """One concern with its reason in Vietnamese, the words that raised it quoted."""

    concern: Concern
    reason: str


@dataclass(frozen=True, slots=True)
class KindProposal:
    """A kind for an official to confirm, why, and what else to look at.

    `is_personal_case` says that the writer speaks of their own or their family's rights.
    """

    kind: Kind
    reasons: tuple[str, ...]
    is_personal_case: bool = False
    cautions: tuple[Caution, ...] = ()


_LONGEST = 20_000
_ENOUGH = 4
_LAWFUL = (Kind.DENUNCIATION, Kind.COMPLAINT)
_ORDINARY = (Kind.QUESTION, Kind.PETITION, Kind.PROPOSAL, Kind.FEEDBACK)
_REASONS = {
    Kind.QUESTION: "Có lời hỏi {quoted}.",
    Kind.PETITION: "Có lời đề nghị {quoted}.",
    Kind.PROPOSAL: "Nêu giải pháp, sáng kiến: có cụm từ {quoted}.",
    Kind.FEEDBACK: "Nêu thực trạng: có cụm từ {quoted}, không kèm lời đề nghị.",
    Kind.COMPLAINT: "Có cụm từ {quoted}, là lời khiếu nại quyết định, việc làm của cơ quan.",
    Kind.DENUNCIATION: "Có cụm từ {quoted}, là lời tố cáo việc làm trái pháp luật.",
}
_CONCERNS = {
    "insult": (Concern.INSULT, "Có lời lẽ xúc phạm {quoted}."),
    "insult bare": (Concern.INSULT, "Có lời lẽ xúc phạm {quoted}."),
    "advert": (Concern.ADVERT, "Giống lời rao, quảng cáo: có cụm từ {quoted}."),
    "court": (
        Concern.COURT,
        "Nói việc tòa án, cơ quan điều tra đã hoặc đang giải quyết: {quoted}.",
    ),
}
_YES_OR_NO = re.compile(
    r"\b(?:co|duoc|dc|da)\b[^.;?!\n]{0,120}\b(?:khong|ko|k|hok|hong|chua)(?: a| ah| vay)?"
    r"\s{0,3}(?:[.?!\n]|$)"
)
_SENTENCE_END = re.compile(r"[.;!?\n](?!\d)")
_CHILD = re.compile(
    r"(?<!\w)(?<!con )(?<!tre )(?<!cac )(?<!may )(?<!cho )(?:em|chau|con|minh|toi)"
    r"(?:,? (?:ten|la|nam nay|hien|hien nay|dang|moi|vua|duoc)){0,4}[ ,]{1,2}"
    r"(?:hoc sinh(?: truong [^.;?!\n]{1,40}?)?[ ,]{1,2}lop \d{1,2}|hoc lop \d{1,2}"
    r"|(?P<age>\d{1,2}) tuoi)\b"
)
_OF_AGE = 18


def propose_kind(text: str) -> KindProposal:
    """What the cues of a text say it is; always a proposal, with the words that speak for it.

    Reads the first 20,000 characters.
    """
    plain = nfc(text[:_LONGEST])
    spoken = spoken_cues(plain)
    own = [each for each in spoken if each.cue.role == "own"]
    kind, evidence = _lawful(plain, spoken) or _ordinary(plain, spoken)
    return KindProposal(
        kind,
        tuple(_reasons(kind, evidence, own)),
        bool(own),
        tuple(_cautions(plain, spoken)),
    )


def _lawful(text: str, spoken: list[Spoken]) -> tuple[Kind, list[Spoken]] | None:
    """A denunciation or a complaint with its evidence; a denunciation first: it is secret."""
    accusing = _denouncing(text, spoken)
    if accusing:
        return Kind.DENUNCIATION, accusing
    complaining = _told(text, spoken, Kind.COMPLAINT)
    backed = [each for each in spoken if each.cue.role in {"own", "decision"}]
    if _best(complaining) >= _ENOUGH or (complaining and _has_own(text, backed)):
        return Kind.COMPLAINT, complaining
    return None


def _has_own(text: str, backed: list[Spoken]) -> bool:
    """Whether rights of the writer are said, or an “I” together with a decision."""
    says_i = re.search(r"(?<!\w)(?:tôi|em|toi)(?!\w)", text.lower())
    return any(each.cue.role == "own" or says_i for each in backed)


def _denouncing(text: str, spoken: list[Spoken]) -> list[Spoken]:
    """An open denunciation; or wrongdoing and who did it, told in one sentence, not asked of."""
    open_words = _told(text, spoken, Kind.DENUNCIATION)
    if open_words:
        return open_words
    for sentence, told in _by_sentence(text, spoken):
        wrong = [each for each in told if each.cue.role == "wrong"]
        actors = [each for each in told if each.cue.role == "actor"]
        if wrong and not _is_asked(sentence, told) and (actors or _names_someone(sentence)):
            return [wrong[0], *actors[:1]]
    return []


def _told(text: str, spoken: list[Spoken], kind: Kind) -> list[Spoken]:
    """Cues of a lawful kind; those without the writer's “tôi” not where something is asked."""
    return [
        each
        for sentence, told in _by_sentence(text, spoken)
        for each in told
        if each.cue.role == kind and (each.cue.weight >= _ENOUGH or not sentence.endswith("?"))
    ]


def _by_sentence(text: str, spoken: list[Spoken]) -> Iterator[tuple[str, list[Spoken]]]:
    """Each sentence that has cues, with its own end mark, and the cues in it."""
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    for index, told in groupby(spoken, key=lambda each: bisect_left(ends, each.start)):
        start = ends[index - 1] + 1 if index else 0
        end = ends[index] + 1 if index < len(ends) else len(text)
        yield text[start:end].strip(), list(told)


def _is_asked(sentence: str, told: list[Spoken]) -> bool:
    asks = any(each.cue.role == Kind.QUESTION and each.cue.weight >= 3 for each in told)
    return asks or sentence.endswith("?")


def _names_someone(sentence: str) -> bool:
    return any(data.kind is PersonalDataKind.NAME for data in find_personal_data(sentence))


def _ordinary(text: str, spoken: list[Spoken]) -> tuple[Kind, list[Spoken]]:
    """The heaviest of the four ordinary kinds; a state of things, when nothing is asked."""
    heard = {kind: [each for each in spoken if each.cue.role == kind] for kind in _ORDINARY}
    weights = {kind: _weight(found) for kind, found in heard.items()}
    weights[Kind.QUESTION] += _asking_weight(text)
    if not heard[Kind.PETITION] or _best(heard[Kind.PETITION]) == 1:
        weights[Kind.PETITION] = 0
    best = max(_ORDINARY, key=lambda kind: weights[kind])
    return (best, heard[best]) if weights[best] else (Kind.FEEDBACK, [])


def _asking_weight(text: str) -> int:
    """What the form of a text adds: a question mark, at its very end, “có … không”."""
    is_single = len(_SENTENCE_END.findall(text.strip())) == 1 and text.rstrip().endswith("?")
    return ("?" in text) + 2 * is_single + 2 * bool(_YES_OR_NO.search(fold_in_place(text)))


def _weight(found: list[Spoken]) -> int:
    """The heaviest cue, and one for a second of the same kind."""
    return _best(found) + (1 if len({each.text.lower() for each in found}) > 1 else 0)


def _best(found: list[Spoken]) -> int:
    return max((each.cue.weight for each in found), default=0)


def _reasons(kind: Kind, evidence: list[Spoken], own: list[Spoken]) -> Iterator[str]:
    if evidence:
        yield _REASONS[kind].format(quoted=_quoted(evidence))
    elif kind is Kind.QUESTION:
        yield "Có dấu hỏi."
    else:
        yield "Nêu một việc, không có lời hỏi hay lời đề nghị."
    if own and kind is Kind.COMPLAINT:
        yield f"Nói về quyền lợi của chính người viết {_quoted(own)}."


def _quoted(found: list[Spoken]) -> str:
    heaviest = sorted(found, key=lambda each: (-each.cue.weight, each.start))
    phrases = dict.fromkeys(each.text for each in heaviest)
    return ", ".join(f"“{phrase}”" for phrase in list(phrases)[:2])


def _cautions(text: str, spoken: list[Spoken]) -> Iterator[Caution]:
    for concern in Concern:
        found = [s for s in spoken if _CONCERNS.get(s.cue.role, ("",))[0] == concern]
        if found:
            yield Caution(concern, _CONCERNS[found[0].cue.role][1].format(quoted=_quoted(found)))
    child = next((m for m in _CHILD.finditer(fold_in_place(text)) if _is_minor(m)), None)
    if child:
        said = text[child.start() : child.end()]
        yield Caution(Concern.MINOR, f"Người viết có thể chưa đủ 18 tuổi: “{said}”.")


def _is_minor(child: re.Match[str]) -> bool:
    return not child["age"] or int(child["age"]) < _OF_AGE
