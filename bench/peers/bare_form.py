"""The ceilings: a bare Django form, on one page and in three steps. `python -m` it to prepare.

Either ends in one durable row and a receipt. The three steps keep a draft in a session
that does not wait for the disk (ours), check each step and lead on with a redirect.

Served by gunicorn as `bench.peers.bare_form:application`; the database is the one in BARE_DATABASE.
"""

import os

import dj_database_url
import django
from django.conf import settings

DATABASE = dj_database_url.parse(os.environ["BARE_DATABASE"], conn_max_age=60)
if DATABASE["ENGINE"].endswith("sqlite3"):
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": pragmas,
    }
settings.configure(
    SECRET_KEY="of this bench only",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": DATABASE},
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    SESSION_ENGINE="doithoai.web.portal.sessions",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.sessions"],
)
django.setup()

from django import forms  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import redirect  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402

PAGE = engines["django"].from_string(
    "<!doctype html><title>Hỏi</title>{{ draft.text }} {{ draft.name }} {{ draft.phone }}"
    "<form method=post>{% csrf_token %}{{ form }}<button>Gửi"
)
RECEIPT = engines["django"].from_string("<!doctype html><title>Đã gửi</title><p>{{ number }}")


class Asked(models.Model):
    """One question."""

    text = models.TextField()
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return self.text


class AskForm(forms.ModelForm):  # type: ignore[type-arg]
    """All of it on one page."""

    class Meta:
        model = Asked
        fields = ("text", "name", "phone")


def ask(request: HttpRequest) -> HttpResponse:
    """The form."""
    form = AskForm(request.POST or None)
    if form.is_valid():
        return redirect(f"/{form.save().pk}/")
    return HttpResponse(PAGE.render({"form": form}, request))


class TextForm(forms.ModelForm):  # type: ignore[type-arg]
    """The first step."""

    class Meta:
        model = Asked
        fields = ("text",)


class SenderForm(forms.ModelForm):  # type: ignore[type-arg]
    """The second step."""

    class Meta:
        model = Asked
        fields = ("name", "phone")


STEPS = (TextForm, SenderForm, forms.Form)


def ask_in_steps(request: HttpRequest, step: int) -> HttpResponse:
    """One step; what was written so far lies in the session."""
    draft = request.session.get("draft", {})
    form = STEPS[step - 1](request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return HttpResponse(PAGE.render({"form": form, "draft": draft}, request))
    if step < len(STEPS):
        request.session["draft"] = draft | form.cleaned_data
        return redirect(f"/steps/{step + 1}/")
    sent = Asked.objects.create(**draft)
    del request.session["draft"]
    return redirect(f"/{sent.pk}/")


def receipt(request: HttpRequest, number: int) -> HttpResponse:
    """What the sender is shown."""
    return HttpResponse(RECEIPT.render({"number": Asked.objects.get(pk=number).pk}))


urlpatterns = [
    path("", ask),
    path("steps/<int:step>/", ask_in_steps),
    path("<int:number>/", receipt),
]
application = get_wsgi_application()

if __name__ == "__main__":
    with connection.schema_editor() as editor:
        editor.create_model(Asked)
        editor.create_model(Session)
