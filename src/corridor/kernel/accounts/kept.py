"""What somebody typed is kept when their session ended before they saved it.

The form is sealed and kept here for half an hour under a random name that only their browser knows;
once the same person has signed in, the page of the form shows it filled in. Nobody else sees it:
a cookie set at sign-in says whose browser it is (as an HMAC), and signing out takes it away.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme

from corridor.kernel.accounts.sealing import seal, unseal

KEPT_FOR = timedelta(minutes=30)
KEPT_MOST = 200_000  # characters of a form, encoded
WHOSE, NAME = "kept_for", "kept"
PURPOSE = "accounts.kept"
NEVER = ("csrfmiddlewaretoken",)


class KeptFormMiddleware:
    """Gives a page `request.kept`: the QueryDict that was typed into it, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and NAME in request.COOKIES:
            request.kept = kept_for(request)  # type: ignore[attr-defined]
        if request.method != "POST":
            return self.get_response(request)
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if request.user.is_authenticated:
            remember(request, response)
            if was_signed_in:
                forget(request, response)
        elif was_signed_in:
            response.delete_cookie(WHOSE)
        elif is_sent_to_sign_in(response):
            return keep(request, response)
        return response


def whose(request: HttpRequest) -> str:
    return salted_hmac(PURPOSE, str(request.user.pk)).hexdigest()


def remember(request: HttpRequest, response: HttpResponse) -> None:
    if request.COOKIES.get(WHOSE) != whose(request):
        set_cookie(response, WHOSE, whose(request), timedelta(days=365))


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """They sent a form: what was kept has served."""
    if name := request.COOKIES.get(NAME):
        cache.delete(place_of(name))
        response.delete_cookie(NAME)


def is_sent_to_sign_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].startswith(settings.LOGIN_URL)


def keep(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep the form and come back to the page that showed it, which is not always its address."""
    owner = request.COOKIES.get(WHOSE, "")
    typed = request.POST.copy()
    for name in [each for each in typed if each in NEVER or "password" in each]:
        del typed[name]
    encoded = typed.urlencode()
    if not owner or not typed or len(encoded) > KEPT_MOST:
        return response
    page = page_of(request)
    name = secrets.token_urlsafe(24)
    sealed = seal("\n".join([owner, page, encoded]), purpose=PURPOSE)
    cache.set(place_of(name), sealed, KEPT_FOR.total_seconds())
    to_sign_in = redirect_to_login(page)
    set_cookie(to_sign_in, NAME, name, KEPT_FOR)
    return to_sign_in


def page_of(request: HttpRequest) -> str:
    """The page a form was sent from: its Referer where that is ours, else its address."""
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return request.get_full_path()
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def kept_for(request: HttpRequest) -> QueryDict | None:
    """What this person typed into this page, within the time it is kept."""
    sealed = cache.get(place_of(request.COOKIES[NAME]))
    if sealed is None or not request.user.is_authenticated:
        return None
    try:
        owner, page, encoded = unseal(sealed, purpose=PURPOSE).split("\n", 2)
    except InvalidTag:
        return None
    is_theirs = constant_time_compare(owner, whose(request))
    return QueryDict(encoded) if is_theirs and page == request.get_full_path() else None


def place_of(name: str) -> str:
    return f"accounts.kept.{hashlib.sha256(name.encode()).hexdigest()}"


def set_cookie(response: HttpResponse, name: str, value: str, life: timedelta) -> None:
    response.set_cookie(
        name,
        value,
        max_age=life,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
