"""What every kind of paper is made of: its facts, what may be lacking, about whom it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Q

from doithoai.delegates.models import Invitation
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.paper import Paper
from doithoai.planning.models import Conference


@dataclass(frozen=True, slots=True)
class Subject:
    """About whom or what a paper is, when there are several of a kind; `key` "" means all."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Lack:
    """What a paper still waits for, and the room where it is done."""

    what: str
    room: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of which conference, about what a paper is wanted.

    `reply_url` gives the address of a guest's own page; without it invitations bear no code.
    """

    conference: Conference
    subject: str = ""
    reply_url: Callable[[Invitation], str] | None = None

    @property
    def key(self) -> int:
        """The subject as the key of a row; 0 when there is none."""
        return int(self.subject) if self.subject.isdecimal() else 0


WHOLE = Subject("", "")


def not_given(conference: Conference) -> Outgoing | None:
    """The register gives the number, no other room."""
    return None


def at_once(wanted: Wanted) -> str:
    """What can be written can also be issued."""
    return ""


def kept_once(kind: PaperKind) -> Callable[[Wanted], str]:
    """What has the number of its own room stands in the register once."""

    def withheld(wanted: Wanted) -> str:
        kept = IssuedDocument.objects.filter(conference=wanted.conference, kind=kind)
        return "Văn bản đã có trong sổ. Mở sổ văn bản để tải tệp." if kept.exists() else ""

    return withheld


def the_whole(conference: Conference) -> list[Subject]:
    """One paper of the kind, about the conference."""
    return [WHOLE]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How papers of one kind are made.

    `ready` is a condition on conferences, asked of all kinds in one query; where it is not met, the
    paper waits for what `lack` says. `facts` yields one object for each sheet that belongs to the
    subject; every one has `out` unless the paper bears no letterhead. `code` is the type of the
    decree, "" when it has no number. `given` is how the paper left once its own room has numbered
    it, as rooms do the plan and the notice. `withheld` says why a paper may be read but not issued
    yet. `tells_names` marks papers full of people's names: each download is put on the trail.
    """

    kind: PaperKind
    made_from: str
    lack: Lack
    ready: Callable[[], Exists | Q]
    facts: Callable[[Wanted], Iterator[Any]]
    paper: Callable[[Any], Paper]
    code: str = ""
    subjects: Callable[[Conference], list[Subject]] = the_whole
    given: Callable[[Conference], Outgoing | None] = not_given
    withheld: Callable[[Wanted], str] = at_once
    tells_names: bool = False
