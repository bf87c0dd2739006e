"""Addresses of the triage desk."""

from doithoai.audit import clock
from doithoai.questions.actions import merge, set_lead
from doithoai.questions.actions.parting import keep_apart
from doithoai.questions.models import (
    Compilation,
    Likeness,
    Part,
    PhoneCall,
    Question,
    SentFile,
    TriageStep,
)
from tests.builders import a_question, a_submission
from tests.web.scene import Scene

TEXT = "Khi nào có nước? Khi nào có đường?"

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
questions:triage              conference in   go   go   go   go   404  404  404  404  go   go   404
questions:triage_one          question   in   200  200  200  200  404  404  404  404  200  200  404
questions:bulk                conference in   go   go   go   go   404  404  404  404  go   go   404
questions:board               conference in   200  200  200  200  404  404  404  404  200  200  404
questions:merge_group         conference in   405  405  405  405  405  405  405  405  405  405  405
questions:part_group          conference in   405  405  405  405  405  405  405  405  405  405  405
questions:parted              conference in   200  200  200  200  404  404  404  404  200  200  404
questions:batch               batch      in   200  200  200  200  404  404  404  404  200  200  404
questions:batch_file          sent_file  in   200  200  200  200  404  404  404  404  200  200  404
questions:calls               conference in   200  200  200  403  404  404  404  404  403  403  404
questions:take_out            merged     in   405  405  405  405  405  405  405  405  405  405  405
questions:split               cut        in   200  403  403  403  404  404  404  404  403  403  404
questions:join                join       in   405  405  405  405  405  405  405  405  405  405  405
questions:part                part       in   405  405  405  405  405  405  405  405  405  405  405
questions:hold                question   in   405  405  405  405  405  405  405  405  405  405  405
questions:undo                step       in   405  405  405  405  405  405  405  405  405  405  405
"""

DEEDS = """
questions:triage_one.nhan     question   in   go   403  403  403  404  404  404  404  403  403  404
questions:split               cut        in   go   403  403  403  404  404  404  404  403  403  404
questions:bulk                conference in   go   403  403  403  404  404  404  404  403  403  404
questions:merge_group         conference in   go   403  403  403  404  404  404  404  403  403  404
questions:part_group          conference in   go   403  403  403  404  404  404  404  403  403  404
questions:parted              conference in   go   403  403  403  404  404  404  404  403  403  404
questions:calls               conference in   go   go   go   403  404  404  404  404  403  403  404
questions:take_out            merged     in   go   403  403  403  404  404  404  404  403  403  404
questions:join                join       in   go   403  403  403  404  404  404  404  403  403  404
questions:part                part       in   go   403  403  403  404  404  404  404  403  403  404
questions:hold                question   in   200  200  200  403  404  404  404  404  403  403  404
questions:undo                step       in   go   403  403  403  404  404  404  404  403  403  404
"""


def lay(scene: Scene) -> None:
    """A slip that can be cut, two questions alike, and a step the host has just done."""
    conference = scene.conference
    first = a_question(conference, wording=TEXT, sender={"text": TEXT})
    other = a_question(conference)
    where = {"slug": conference.slug, "number": first.number}
    host = scene.people["host"]
    set_lead(other, agency=host.agency, version=0, by=host)
    step = TriageStep.objects.get(question=other)
    source, target = a_question(conference), a_question(conference)
    merge([source], into=target, versions={source.pk: 0, target.pk: 0}, by=host)
    keep_apart(first, other, by=host)
    _call(target)
    batch = Compilation.objects.create(conference=conference, number=1, sent_by=host)
    SentFile.objects.create(compilation=batch, ending="docx", content=b"docx", sha256="0" * 64)
    sent_one = {"slug": conference.slug, "number": 1}
    keys = {
        "batch": sent_one,
        "sent_file": sent_one | {"ending": "docx"},
        "merged": {"slug": conference.slug, "number": source.number},
        "cut": where | {"key": first.parts.get().pk},
        "join": where | {"into": other.number},
        "part": where | {"other": other.number},
        "step": {"slug": conference.slug, "step": step.pk},
    }
    scene.more_keys.update(keys)


def _call(question: Question) -> None:
    """A sender of the question who must be called by now."""
    slip = a_submission(question.conference, consents_contact=True, phone="0912345678")
    Part.objects.create(submission=slip, question=question, text=slip.text, end=len(slip.text))
    PhoneCall.objects.create(
        question=question, submission=slip, why="merged", words="Đã gộp.", due_from=clock.now()
    )


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    first, other = scene.conference.questions.filter(state="received").order_by("-number")[:2]
    both = {"cau": [first.number, other.number]}
    both |= {f"lan-{one.number}": one.version for one in (first, other)}
    taken = {"viec": "nhan", "version": 0, "wording": "Khi nào có nước?", "kind": "question"}
    return {
        "questions:triage_one": taken | {"agency": "sau"},
        "questions:split": {"version": 0, "cuts": [TEXT.rindex("Khi")]},
        "questions:bulk": both | {"viec": "chon", "lam": "1"},
        "questions:join": {"version": 0},
        "questions:merge_group": both | {"chinh": first.number},
        "questions:part_group": both,
        "questions:calls": {"goi": PhoneCall.objects.get().pk, "da-goi": "1"},
        "questions:parted": {"cap": Likeness.objects.get(decided="different").pk},
        "questions:take_out": {f"lan-{scene.keys['merged']['number']}": 1},
    }
