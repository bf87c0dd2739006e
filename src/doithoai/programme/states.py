"""States of the programme, the preparations, the awards, the speeches and the script."""

from django.db import models

from doithoai.workflow import Transitions


class ProgrammeState(models.TextChoices):
    """Whether the programme as it stands has been given out."""

    DRAFT = "draft", "Đang soạn"
    RELEASED = "released", "Đã phát hành"


class PreparationState(models.TextChoices):
    """How far a preparation has come."""

    NOT_BEGUN = "todo", "Chưa làm"
    DOING = "doing", "Đang làm"
    READY = "ready", "Đã sẵn sàng"
    DROPPED = "dropped", "Không làm nữa"


class AwardState(models.TextChoices):
    """Whether a proposed award stays on the list."""

    PROPOSED = "proposed", "Đề nghị"
    AGREED = "agreed", "Đã đồng ý"
    STRUCK = "struck", "Đã gạch"


class SpeechState(models.TextChoices):
    """How far a speech has come: drafted, appraised and approved by three people."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ thẩm định"
    RETURNED = "returned", "Trả lại"
    APPRAISED = "appraised", "Chờ Chủ tịch duyệt"
    APPROVED = "approved", "Đã duyệt"


class ScriptState(models.TextChoices):
    """Whether the script as it stands has been given to the presenter."""

    DRAFT = "draft", "Đang soạn"
    RELEASED = "released", "Đã phát hành"


PROGRAMME_TRANSITIONS = Transitions(
    {
        ProgrammeState.DRAFT: {ProgrammeState.RELEASED},
        ProgrammeState.RELEASED: {ProgrammeState.DRAFT},
    }
)
"""What was given out is a draft again as soon as anything in it changes."""

PREPARATION_TRANSITIONS = Transitions(
    {
        PreparationState.NOT_BEGUN: {
            PreparationState.NOT_BEGUN,
            PreparationState.DOING,
            PreparationState.READY,
            PreparationState.DROPPED,
        },
        PreparationState.DOING: {
            PreparationState.NOT_BEGUN,
            PreparationState.DOING,
            PreparationState.READY,
            PreparationState.DROPPED,
        },
        PreparationState.READY: {PreparationState.DOING, PreparationState.READY},
        PreparationState.DROPPED: {PreparationState.NOT_BEGUN},
    }
)
"""A report may leave the state as it is and only add people or a note."""

AWARD_TRANSITIONS = Transitions(
    {
        AwardState.PROPOSED: {AwardState.AGREED, AwardState.STRUCK},
        AwardState.AGREED: {AwardState.PROPOSED},
        AwardState.STRUCK: {AwardState.PROPOSED},
    }
)

SPEECH_TRANSITIONS = Transitions(
    {
        SpeechState.DRAFT: {SpeechState.SUBMITTED},
        SpeechState.SUBMITTED: {SpeechState.RETURNED, SpeechState.APPRAISED},
        SpeechState.RETURNED: {SpeechState.SUBMITTED},
        SpeechState.APPRAISED: {SpeechState.APPROVED, SpeechState.RETURNED},
        SpeechState.APPROVED: {SpeechState.RETURNED},
    }
)
"""What the chair has approved changes only when the chair sends it back."""

SCRIPT_TRANSITIONS = Transitions(
    {
        ScriptState.DRAFT: {ScriptState.RELEASED},
        ScriptState.RELEASED: {ScriptState.DRAFT},
    }
)

SPEECH_WITH_AGENCY = frozenset({SpeechState.DRAFT, SpeechState.RETURNED})
OPEN_PREPARATIONS = frozenset({PreparationState.NOT_BEGUN, PreparationState.DOING})

LIFE_CYCLES = {
    "Chương trình (Programme)": PROGRAMME_TRANSITIONS,
    "Công tác chuẩn bị (Preparation)": PREPARATION_TRANSITIONS,
    "Khen thưởng (Award)": AWARD_TRANSITIONS,
    "Bài phát biểu (Speech)": SPEECH_TRANSITIONS,
    "Kịch bản (Script)": SCRIPT_TRANSITIONS,
}
