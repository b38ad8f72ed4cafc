"""Those at the desk hold a second factor; until then their staff roles sleep."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from corridor.kernel.accounts.models import User
from corridor.kernel.actors.api import STAFF_ROLES, Role

SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(user: User) -> bool:
    return bool(get_adapter().is_mfa_enabled(user, SECOND_FACTORS))


def needs_second_factor(user: User) -> bool:
    """They hold a staff role, and this installation asks staff for one."""
    return bool(settings.CORRIDOR_STAFF_MFA and user.roles & STAFF_ROLES)


def lacks_second_factor(user: User) -> bool:
    return needs_second_factor(user) and not has_second_factor(user)


def is_last_needed(authenticator: Authenticator) -> bool:
    """Staff keep one second factor: this is it."""
    if not needs_second_factor(authenticator.user):
        return False
    others = Authenticator.objects.filter(user=authenticator.user, type__in=SECOND_FACTORS)
    return not others.exclude(pk=authenticator.pk).exists()


def roles_awake(user: User) -> frozenset[Role]:
    """The roles they can act in now: without a needed second factor, none of the staff's."""
    return user.roles - STAFF_ROLES if lacks_second_factor(user) else user.roles


class SecondFactorMiddleware:
    """Send staff without a second factor to set one up before the desk opens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/desk/"):
            user = request.user
            if isinstance(user, User) and lacks_second_factor(user):
                messages.info(request, _("Your role needs a second factor. Set one up first."))
                return redirect("mfa_index")
        return self.get_response(request)
