"""WSGI entry for gunicorn: every page is loaded here, once, before the workers are forked."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
application = get_wsgi_application()
len(get_resolver().reverse_dict)
