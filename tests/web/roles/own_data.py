"""Addresses of the files sent along and of what senders are told about their data."""

from hashlib import sha256

from doithoai.questions.actions import ask_of_data
from doithoai.questions.models import Attachment, Submission
from tests.files import a_jpeg
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
public:notice                 notice     200  200  200  200  200  200  200  200  200  200  200  200
public:like                   conference 405  405  405  405  405  405  405  405  405  405  405  405
public:join                   public_q   200  200  200  200  200  200  200  200  200  200  200  200
public:correct                code       200  200  200  200  200  200  200  200  200  200  200  200
public:withdraw               code       200  200  200  200  200  200  200  200  200  200  200  200
public:own_data               code       200  200  200  200  200  200  200  200  200  200  200  200
public:own_copy               code       go   go   go   go   go   go   go   go   go   go   go   go
questions:data_requests       conference in   200  200  200  404  404  404  404  404  404  404  404
questions:data_request        data_wish  in   200  200  200  404  404  404  404  404  404  404  404
questions:file                question   in   405  405  405  405  405  405  405  405  405  405  405
answers:file                  answer     in   405  405  405  405  405  405  405  405  405  405  405
"""

DEEDS = """
public:like                   conference 200  200  200  200  200  200  200  200  200  200  200  200
public:join                   public_q   go   go   go   go   go   go   go   go   go   go   go   go
public:correct                code       go   go   go   go   go   go   go   go   go   go   go   go
public:withdraw               code       go   go   go   go   go   go   go   go   go   go   go   go
public:own_data               code       go   go   go   go   go   go   go   go   go   go   go   go
public:own_copy               code       409  409  409  409  409  409  409  409  409  409  409  409
questions:data_request.xem    data_wish  in   200  200  200  404  404  404  404  404  404  404  404
questions:data_request.dong-y data_wish  in   go   go   go   404  404  404  404  404  404  404  404
questions:data_request.tu-choi data_wish in   go   go   go   404  404  404  404  404  404  404  404
questions:file                question   in   200  200  200  403  404  404  404  404  403  403  404
questions:data_requests       conference in   200  200  200  404  404  404  404  404  404  404  404
answers:file                  answer-3   in   403  403  403  403  200  403  404  404  403  403  404
"""
KEPT = ("public:notice",)


def lay(scene: Scene) -> None:
    """The slip of question 1 has a photo, that of question 2 is to be forgotten."""
    slug, second = scene.conference.slug, Submission.objects.get(parts__question__number=2)
    wish = ask_of_data(second, kind="deletion")
    scene.more_keys["public_q"] = {"slug": slug, "number": 2}
    scene.more_keys["data_wish"] = {"slug": slug, "pk": wish.pk}
    scene.more_keys["notice"] = {"version": "2026-1"}
    Attachment.objects.create(submission=_slip(scene), position=1, **a_photo())
    Submission.objects.filter(parts__question__number=3).update(consents_files=True)
    agreed = Submission.objects.get(parts__question__number=3)
    Attachment.objects.create(submission=agreed, position=1, **a_photo())


def a_photo() -> dict[str, object]:
    """The values of a photo sent along."""
    content = a_jpeg()
    return {
        "name": "anh.jpg",
        "content_type": "image/jpeg",
        "content": content,
        "size": len(content),
        "sha256": sha256(content).hexdigest(),
    }


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    return {
        "public:like": {"text": "Khi nào xã Phú Tân có nước sạch?"},
        "public:correct": {"text": "Khi nào xã Phú Tân có nước sạch ổn định?"},
        "public:own_data": {"kind": "deletion"},
        "public:own_copy": {"typed": "0912345678", "ending": "html"},
        "questions:data_request": {"viec": deed, "answer": "Đã xem xét yêu cầu."},
        "answers:file": {"tep": str(Attachment.objects.get(submission__consents_files=True).pk)},
        "questions:file": {"tep": str(Attachment.objects.get(submission=_slip(scene)).pk)},
    }


def _slip(scene: Scene) -> Submission:
    return Submission.objects.get(parts__question__number=1, code=scene.code)
