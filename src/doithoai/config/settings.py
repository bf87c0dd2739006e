"""Django settings; everything that differs between machines comes from DOITHOAI_* variables."""

import os
from datetime import date
from pathlib import Path

import dj_database_url

from doithoai.config.mail import *  # noqa: F403
from doithoai.config.secret import secret_key
from doithoai.config.security import *  # noqa: F403

PACKAGE = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("DOITHOAI_VAR", "var")).resolve()

DEBUG = os.environ.get("DOITHOAI_DEBUG") == "1"
DEMO = os.environ.get("DOITHOAI_DEMO") == "1"
_TODAY = os.environ.get("DOITHOAI_TODAY")
DEMO_TODAY = date.fromisoformat(_TODAY) if DEMO and _TODAY else None
LIVE = os.environ.get("DOITHOAI_LIVE", "")
SECRET_KEY = os.environ.get("DOITHOAI_SECRET_KEY") or secret_key(VAR)
ALLOWED_HOSTS = os.environ.get("DOITHOAI_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("DOITHOAI_ORIGINS", "").split(",") if origin
]

INSTALLED_APPS = [
    "doithoai.audit",
    "doithoai.directory",
    "doithoai.outbox",
    "doithoai.planning",
    "doithoai.delegates",
    "doithoai.questions",
    "doithoai.answers",
    "doithoai.programme",
    "doithoai.budget",
    "doithoai.hall",
    "doithoai.conclusions",
    "doithoai.documents",
    "doithoai.web",
    "doithoai.cli",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "doithoai.web.middleware.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "doithoai.web.middleware.origin",
    "doithoai.web.middleware.within_weight",
    "doithoai.web.middleware.without_nul",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "doithoai.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "doithoai.config.urls"
WSGI_APPLICATION = "doithoai.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "doithoai.web.templatetags.components",
                "doithoai.web.templatetags.icons",
                "doithoai.web.templatetags.formats",
                "doithoai.web.templatetags.charts",
                "doithoai.web.templatetags.forms",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "doithoai.web.context.site",
            ],
        },
    },
]

FORM_RENDERER = "doithoai.web.inputs.InputRenderer"

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DOITHOAI_DATABASE", f"sqlite:///{VAR / 'doithoai.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA recursive_triggers=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "directory.User"
LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["doithoai.config.formats"]

SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]  # build-assets makes the folder
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static", VAR / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:desk"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"},
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
