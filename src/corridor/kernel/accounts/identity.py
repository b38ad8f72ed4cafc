"""From a request to an actor."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from corridor.kernel.accounts.models import User
from corridor.kernel.accounts.second_factor import roles_awake
from corridor.kernel.actors.api import ANONYMOUS, Actor, Door, with_memberships


def actor_for(user: User, *, door: Door = Door.WEB, scopes: frozenset[str] | None = None) -> Actor:
    """The actor a user is, with roles and organisations."""
    return with_memberships(
        Actor(user_id=user.pk, roles=roles_awake(user), door=door, scopes=scopes)
    )


def actor_of(request: HttpRequest, *, door: Door = Door.WEB) -> Actor:
    """The actor behind a web request; ANONYMOUS when nobody is signed in."""
    user = request.user
    if isinstance(user, User) and user.is_active:
        return actor_for(user, door=door)
    return ANONYMOUS


class ActorMiddleware:
    """Give each request its `actor`, found when first asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)
