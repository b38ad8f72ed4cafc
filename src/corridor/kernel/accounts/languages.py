"""The language somebody chose is remembered with their account."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from corridor.kernel.accounts.models import User

COOKIE = settings.LANGUAGE_COOKIE_NAME


def set_language_cookie(response: HttpResponse, language: str) -> None:
    response.set_cookie(
        COOKIE,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


class LanguageMiddleware:
    """Speak to those signed in in their language; keep the one they switch to.

    The cookie decides on a device that has one, so that a page needs no query for its language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if COOKIE not in request.COOKIES and isinstance(request.user, User):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        chosen = response.cookies.get(COOKIE)
        if chosen is not None and isinstance(request.user, User):
            User.objects.filter(pk=request.user.pk).exclude(language=chosen.value).update(
                language=chosen.value
            )
        return response
