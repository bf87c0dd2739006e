"""The mail server; without one, letters wait."""

import os

EMAIL_HOST = os.environ.get("DOITHOAI_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("DOITHOAI_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("DOITHOAI_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("DOITHOAI_EMAIL_PASSWORD", "")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = not EMAIL_USE_SSL and os.environ.get("DOITHOAI_EMAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = os.environ.get("DOITHOAI_EMAIL_FROM", "doi-thoai@localhost")
SENDS_EMAIL = bool(EMAIL_HOST) and os.environ.get("DOITHOAI_DEMO") != "1"
