"""Files that go with a submission: kept while it is written, handed over when it is sent."""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.models import Attachment, DraftFile, Submission
from doithoai.questions.permissions import is_secret, may_see_files
from doithoai.questions.queries import draft_files
from doithoai.questions.rules.attachments import MOST_FILES, CleanFile
from doithoai.questions.rules.notices import FILES_FOR_RECEIVERS_ALONE
from doithoai.workflow import require

KEPT = timedelta(hours=4)


@transaction.atomic
def keep_files(token: UUID, files: Iterable[CleanFile]) -> list[CleanFile]:
    """Keep files with the form being written, at most three; returns those left over.

    The same file chosen again is kept once. Whatever lies there from forms nobody sent goes.
    """
    drop_stale_files()
    known = {sha256(kept.content).digest() for kept in DraftFile.objects.filter(token=token)}
    anew = {sha256(file.content).digest(): file for file in files}
    chosen = [file for digest, file in anew.items() if digest not in known]
    room = MOST_FILES - draft_files(token).count()
    DraftFile.objects.bulk_create(
        DraftFile(
            token=token,
            name=file.name,
            content_type=file.content_type,
            content=file.content,
            added_at=clock.now(),
        )
        for file in chosen[: max(room, 0)]
    )
    return chosen[max(room, 0) :]


def drop_files(token: UUID, keys: Iterable[int]) -> None:
    """Take back some of the files kept with the form being written."""
    draft_files(token).filter(pk__in=list(keys)).delete()


def drop_stale_files() -> int:
    """Take away files of forms nobody sent within hours; returns how many."""
    stale = DraftFile.objects.filter(added_at__lt=clock.now() - KEPT)
    return stale.delete()[0]


def attach(submission: Submission, token: UUID | None) -> int:
    """Give a submission, in its own transaction, the files kept with its form; how many."""
    kept = list(DraftFile.objects.filter(token=token)[:MOST_FILES]) if token else []
    if not kept:
        return 0
    Attachment.objects.bulk_create(
        Attachment(
            submission=submission,
            position=position,
            name=file.name,
            content_type=file.content_type,
            content=file.content,
            size=len(file.content),
            sha256=sha256(file.content).hexdigest(),
        )
        for position, file in enumerate(kept, start=1)
    )
    DraftFile.objects.filter(pk__in=[file.pk for file in kept]).delete()
    return len(kept)


@transaction.atomic
def take_file(file: Attachment, *, by: User) -> Attachment:
    """Let an official have a file, and keep that they took it: it may show a person."""
    require(may_see_files(by, file.submission))
    record("questions.take_file", file.submission, by=by, after={"position": file.position})
    return file


@transaction.atomic
def hand_file(file: Attachment, *, by: User) -> Attachment:
    """Let the agency that answers have a file, as its sender agreed, and keep that it did.

    The caller has asked whether it answers. Raises Forbidden without consent and for a slip with
    a denunciation.
    """
    sent = file.submission
    agreed = sent.consents_files and sent.notice_version not in FILES_FOR_RECEIVERS_ALONE
    require(agreed and sent.withdrawn_at is None and not is_secret(sent))
    record("questions.take_file", sent, by=by, after={"position": file.position})
    return file
