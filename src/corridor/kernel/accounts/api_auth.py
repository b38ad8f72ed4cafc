"""Who calls the REST API: a bearer token, or the browser's session."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyCookie, HttpBearer

from corridor.kernel.accounts.codes import digest_of
from corridor.kernel.accounts.errors import TokenRefused
from corridor.kernel.accounts.identity import actor_for, actor_of
from corridor.kernel.accounts.models import ApiToken
from corridor.kernel.actors.api import ANONYMOUS, Actor, Door

# Last use is kept to the minute, so that a busy program does not write with every call.
LAST_USE_PRECISION = timedelta(minutes=1)


def seat(request: HttpRequest, actor: Actor) -> Actor:
    """Views and acts find the same actor whichever way it came in."""
    request.actor = actor  # type: ignore[attr-defined]
    return actor


class TokenAuth(HttpBearer):
    """`Authorization: Bearer corridor_…`; the actor is the owner, narrowed to the scopes."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        now = timezone.now()
        found = (
            ApiToken.objects.select_related("user")
            .filter(digest=digest_of(token.strip()), user__is_active=True)
            .first()
        )
        if found is None or not found.works(now=now):
            raise TokenRefused
        if found.last_used_at is None or now - found.last_used_at >= LAST_USE_PRECISION:
            ApiToken.objects.filter(pk=found.pk).update(last_used_at=now)
        return seat(request, actor_for(found.user, door=Door.API, scopes=frozenset(found.scopes)))


class SessionAuth(APIKeyCookie):
    """The session of somebody signed in on the site; writes need the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def _get_key(self, request: HttpRequest) -> str | None:
        return super()._get_key(request) if request.user.is_authenticated else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        actor = actor_of(request, door=Door.API) if key else ANONYMOUS
        return seat(request, actor) if actor.is_signed_in else None


def anyone(request: HttpRequest) -> Actor:
    """Last in the row on public endpoints: whoever did not say who they are."""
    return seat(request, replace(ANONYMOUS, door=Door.API))


# For endpoints of those signed in (the default), and for public ones that may know who asks.
api_auth = [TokenAuth(), SessionAuth()]
api_auth_optional = [TokenAuth(), SessionAuth(), anyone]
