"""Letters that were set aside as complaints or denunciations become letters on their way by law."""

from django.db import migrations
from django.utils import timezone

from doithoai.questions.rules.letters import LETTER_DAYS, LETTER_GROUNDS, calls_it_a_letter
from doithoai.vietnamese.working_days import add_working_days

BODY = "Ban Tiếp công dân tỉnh"
GROUND = {"complaint": LETTER_GROUNDS[0], "denunciation": LETTER_GROUNDS[-1]}


def pass_on(apps, schema_editor):
    """Pass on what an official called a letter; unless the engine says complaint, in secret."""
    Question = apps.get_model("questions", "Question")
    aside = Question.objects.filter(state="set_aside", decided_by__isnull=False)
    for question in aside.select_related("suggestion"):
        if calls_it_a_letter(question.reason):
            _pass_on(apps, question)


def _pass_on(apps, question):
    suggestion = getattr(question, "suggestion", None)
    kind = "complaint" if suggestion and suggestion.kind == "complaint" else "denunciation"
    moments = question.parts.values_list("submission__received_at", flat=True)
    first = timezone.localdate(min(moments, default=question.decided_at))
    apps.get_model("questions", "PassOn").objects.create(
        question=question,
        kind=kind,
        paper="guidance",
        body=BODY,
        ground=GROUND[kind],
        due=add_working_days(first, LETTER_DAYS[kind], holidays=frozenset()),
        decided_by=question.decided_by,
        decided_at=question.decided_at,
    )
    question.state, question.kind, question.reason = "passed_on", kind, ""
    question.version += 1
    question.save()
    for made in ("SearchText", "Suggestion"):
        apps.get_model("questions", made).objects.filter(question=question).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0006_search_texts"),
    ]

    operations = [
        migrations.RunPython(pass_on, migrations.RunPython.noop),
    ]
