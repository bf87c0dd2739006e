"""Writing the script: composed, edited cue by cue, composed anew, given to the presenter."""

from django.db import transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.programme.actions.ordering import lay_in_order
from doithoai.programme.models import Script, ScriptCue, ScriptRelease
from doithoai.programme.permissions import may_compose
from doithoai.programme.queries import cue_rows, cues_of, script_facts, shown_cues
from doithoai.programme.rules.cue_order import KeptCue, Placed, recomposed
from doithoai.programme.rules.cues import compose
from doithoai.programme.rules.moving import swapped
from doithoai.programme.rules.script_facts import CueText
from doithoai.programme.states import SCRIPT_TRANSITIONS, ScriptState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa lời dẫn này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
STALE_WHOLE = "Kịch bản vừa thay đổi. Tải lại trang, xem lại rồi phát hành."
NO_ITEMS = "Chương trình chưa có mục nào. Lập chương trình rồi soạn kịch bản."
NOTHING = "Kịch bản chưa có lời dẫn nào. Soạn kịch bản rồi phát hành."


@transaction.atomic
def compose_script(conference: Conference, *, by: User) -> Script:
    """Compose the cues from programme, guests and hall questions; edited cues keep their words."""
    script = _locked(conference, by)
    fresh = compose(script_facts(script.conference))
    if not fresh:
        raise Refused(NO_ITEMS)
    standing = {cue.pk: cue for cue in script.cues.select_for_update().order_by("position")}
    sources = {cue.key for cue in fresh}
    old = [
        KeptCue(cue.pk, cue.key, cue.is_edited or cue.is_dropped)
        for cue in standing.values()
        if cue.key in sources or not cue.is_dropped
    ]
    order = recomposed(old, fresh)
    kept = {place.pk for place in order}
    script.cues.exclude(pk__in=[pk for pk in kept if pk]).delete()
    last = script.cues.aggregate(last=Max("position"))["last"] or 0
    cues = [
        _laid(script, place, standing, last + number) for number, place in enumerate(order, start=1)
    ]
    lay_in_order(cues, of=script)
    return _changed(script, "programme.compose_script", by=by, cues=len(cues))


@transaction.atomic
def edit_cue(
    cue: ScriptCue, *, title: str, speaker: str, text: str, minutes: int, version: int, by: User
) -> ScriptCue:
    """Put the presenter's words right; composing anew leaves them alone."""
    script = _locked(cue.script.conference, by)
    cue = ScriptCue.objects.select_for_update().get(pk=cue.pk)
    if cue.version != version:
        raise Refused(STALE)
    cue.title, cue.speaker, cue.text, cue.minutes = title, speaker, text, minutes
    cue.is_edited = True
    cue.version += 1
    cue.save()
    _changed(script, "programme.edit_cue", by=by, cue=title)
    return cue


@transaction.atomic
def add_cue(
    conference: Conference,
    *,
    title: str,
    text: str,
    by: User,
    speaker: str = "",
    minutes: int = 0,
    after: ScriptCue | None = None,
) -> ScriptCue:
    """Add a cue of one's own after another, at the end without one."""
    script = _locked(conference, by)
    cues = list(script.cues.order_by("position"))
    cue = ScriptCue.objects.create(
        script=script,
        position=(cues[-1].position if cues else 0) + 1,
        agenda_item=after.agenda_item if after else None,
        title=title,
        speaker=speaker,
        text=text,
        minutes=minutes,
        is_edited=True,
    )
    place = next((at + 1 for at, one in enumerate(cues) if after and one.pk == after.pk), len(cues))
    lay_in_order([*cues[:place], cue, *cues[place:]], of=script)
    _changed(script, "programme.add_cue", by=by, cue=title)
    return cue


@transaction.atomic
def move_cue(cue: ScriptCue, *, towards: str, by: User) -> None:
    """Put a cue one place up or down among those that are read."""
    script = _locked(cue.script.conference, by)
    read = list(script.cues.filter(is_dropped=False).order_by("position"))
    dropped = list(script.cues.filter(is_dropped=True).order_by("position"))
    lay_in_order([*swapped(read, cue.pk, towards), *dropped], of=script)
    _changed(script, "programme.move_cue", by=by, cue=cue.title)


@transaction.atomic
def drop_cue(cue: ScriptCue, *, by: User) -> None:
    """Take a cue out; a composed one is remembered, so that composing anew leaves it out."""
    script = _locked(cue.script.conference, by)
    cue = ScriptCue.objects.select_for_update().get(pk=cue.pk)
    _changed(script, "programme.drop_cue", by=by, cue=cue.title)
    if cue.key:
        cue.is_dropped = True
        cue.version += 1
        cue.save()
    else:
        cue.delete()


@transaction.atomic
def restore_cue(cue: ScriptCue, *, by: User) -> ScriptCue:
    """Take a cue in again at its place."""
    script = _locked(cue.script.conference, by)
    cue = ScriptCue.objects.select_for_update().get(pk=cue.pk)
    cue.is_dropped = False
    cue.version += 1
    cue.save()
    _changed(script, "programme.restore_cue", by=by, cue=cue.title)
    return cue


@transaction.atomic
def release_script(conference: Conference, *, version: int, by: User) -> ScriptRelease:
    """Give the script to the presenter as it stands."""
    script = _locked(conference, by)
    if script.version != version:
        raise Refused(STALE_WHOLE)
    rows = cue_rows(shown_cues(script.conference, cues_of(script)))
    if not rows:
        raise Refused(NOTHING)
    SCRIPT_TRANSITIONS.move(script, to=ScriptState.RELEASED)
    script.number += 1
    script.version += 1
    script.save()
    release = ScriptRelease.objects.create(
        script=script, number=script.number, cues=rows, by=by, at=clock.now()
    )
    record("programme.release_script", script, by=by, after={"number": script.number})
    return release


def _locked(conference: Conference, by: User) -> Script:
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_compose(by, conference))
    Script.objects.get_or_create(conference=conference)
    return Script.objects.select_for_update().get(conference=conference)


def _laid(
    script: Script, place: Placed, standing: dict[int, ScriptCue], position: int
) -> ScriptCue:
    if place.pk is None:
        return ScriptCue.objects.create(script=script, position=position, **_values(place.cue))
    cue = standing[place.pk]
    if place.cue is not None:
        for name, value in _values(place.cue).items():
            setattr(cue, name, value)
        cue.save()
    return cue


def _values(cue: CueText | None) -> dict[str, object]:
    if cue is None:
        raise ValueError("A new place in the script needs words.")
    return {
        "key": cue.key,
        "title": cue.title[:300],
        "speaker": cue.speaker[:300],
        "text": cue.text,
        "minutes": cue.minutes,
        "agenda_item_id": cue.item,
        "question_id": cue.question,
    }


def _changed(script: Script, verb: str, *, by: User, **said: object) -> Script:
    """What was given out is a draft again."""
    if script.state == ScriptState.RELEASED:
        SCRIPT_TRANSITIONS.move(script, to=ScriptState.DRAFT)
    script.version += 1
    script.save()
    record(verb, script, by=by, after=dict(said))
    return script
