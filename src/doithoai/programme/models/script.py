"""The presenter's script: what is said at every moment, and every version given out."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.programme.models.agenda import AgendaItem
from doithoai.programme.states import ScriptState
from doithoai.questions.models import Question


class Script(models.Model):
    """The script of one conference (kịch bản); `number` counts what was given out."""

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="script")
    state = models.CharField(
        "trạng thái", max_length=8, choices=ScriptState, default=ScriptState.DRAFT
    )
    number = models.PositiveSmallIntegerField("bản phát hành", default=0)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "kịch bản"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="script_released_has_number",
                condition=~Q(state=ScriptState.RELEASED) | Q(number__gte=1),
                violation_error_message="Kịch bản đã phát hành phải có số bản.",
            )
        ]

    def __str__(self) -> str:
        return f"Kịch bản, {self.conference}"


class ScriptCue(models.Model):
    """One moment of the script: who speaks and the presenter's words (lời dẫn).

    `key` tells from what it was composed, e.g. `item-12`; a cue added by a person has none.
    A composed cue taken out stays as `is_dropped`, so that composing anew leaves it out.
    """

    script = models.ForeignKey(Script, models.PROTECT, related_name="cues")
    position = models.PositiveSmallIntegerField("thứ tự")
    key = models.CharField("nguồn", max_length=40, blank=True)
    title = models.CharField("lúc", max_length=300)
    agenda_item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="cues"
    )
    question = models.ForeignKey(
        Question, models.SET_NULL, null=True, blank=True, related_name="cues"
    )
    speaker = models.CharField("người nói", max_length=300, blank=True)
    text = models.TextField("lời dẫn")
    minutes = models.PositiveSmallIntegerField("số phút", default=0)
    is_edited = models.BooleanField("người sửa", default=False)
    is_dropped = models.BooleanField("đã bỏ", default=False)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "lời dẫn"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["script", "position"], name="cue_position_once"),
            models.UniqueConstraint(
                fields=["script", "key"], condition=~Q(key=""), name="cue_composed_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def conference_id(self) -> int:
        """The conference of its script, for the trail."""
        return self.script.conference_id


class ScriptRelease(models.Model):
    """The script as it was given out once (bản kịch bản).

    `cues` holds one object a cue: key, title, speaker, text, minutes, starts.
    """

    script = models.ForeignKey(Script, models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField("bản")
    cues = models.JSONField("các lời dẫn")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("phát hành lúc", default=clock.now)

    class Meta:
        verbose_name = "bản kịch bản"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["script", "number"], name="script_release_once")
        ]

    def __str__(self) -> str:
        return f"{self.script}, bản {self.number}"
