"""Receipt codes, and what officials call a question."""

from doithoai.vietnamese.codes import LETTERS, bare, check_letter, random_letters

CODE_LENGTH = 8


def new_code(prefix: str, year: int) -> str:
    """A receipt code such as `TG24-7K3M-9QRT`: no letters that look alike, last one a check."""
    body = random_letters(CODE_LENGTH - 1)
    head = f"{prefix}{year % 100:02d}"
    return _dressed(head, body + check_letter(head + body))


def read_code(typed: str) -> str | None:
    """The code as stored, from what a person typed; None when it cannot be one."""
    if not looks_like_code(typed):
        return None
    letters = bare(typed)
    head, body = letters[:-CODE_LENGTH], letters[-CODE_LENGTH:]
    return _dressed(head, body) if check_letter(head + body[:-1]) == body[-1] else None


def looks_like_code(typed: str) -> bool:
    """Whether it is as long as a code and of a code's letters; its check may be wrong."""
    letters = bare(typed)
    body = letters[-CODE_LENGTH:]
    return CODE_LENGTH < len(letters) <= CODE_LENGTH + 5 and all(one in LETTERS for one in body)


def code_of(number: int) -> str:
    """How officials call a question: C-018."""
    return f"C-{number:03d}"


def _dressed(head: str, body: str) -> str:
    return f"{head}-{body[:4]}-{body[4:]}"
