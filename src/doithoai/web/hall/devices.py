"""A telephone in the hall, known by a random cookie and kept only as a hash."""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "may"
SALT = "doithoai.hall.device"
DAYS = 3
SIGNER = Signer(salt=SALT)


def device_of(request: HttpRequest) -> str:
    """The hash of this telephone's cookie; "" when it has none yet, or one we did not give."""
    try:
        secret = SIGNER.unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return ""
    return salted_hmac(SALT, secret, algorithm="sha256").hexdigest()


def known_device(request: HttpRequest) -> str:
    """The same; a telephone without a cookie is given one for the answer of this request."""
    if not device_of(request):
        request.COOKIES[COOKIE] = SIGNER.sign(secrets.token_urlsafe(24))
    return device_of(request)


def remember(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Hand the telephone its cookie, when it has one."""
    if not device_of(request):
        return response
    response.set_cookie(
        COOKIE,
        request.COOKIES[COOKIE],
        max_age=DAYS * 86400,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
