"""ASGI entry of the live process: uvicorn serves the hall's streams with it, and nothing else."""

import os
import resource

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
django.setup()

from doithoai.web.hall.live.app import Live  # noqa: E402
from doithoai.web.hall.live.building import build  # noqa: E402
from doithoai.web.hall.live.holders import lapsed  # noqa: E402
from doithoai.web.hall.live.hub import Hub  # noqa: E402

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
application = Live(Hub(build), lapsed)
