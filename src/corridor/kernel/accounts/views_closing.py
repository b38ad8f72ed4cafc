"""Closing one's own account, or erasing it."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from corridor.kernel.accounts.acts.close_account import close_account
from corridor.kernel.accounts.acts.erase_account import erase_account
from corridor.kernel.accounts.closing import erasing_of
from corridor.kernel.accounts.views import signed_in
from corridor.kernel.actors.api import acting


@reauthentication_required
@never_cache
def close_own(request: HttpRequest) -> HttpResponse:
    """Close it, and it can be opened again; or erase it, where nothing else goes with it."""
    user = signed_in(request)
    erasing = erasing_of(user.pk)
    do = request.POST.get("do")
    if request.method == "POST" and (do == "close" or (do == "erase" and erasing is None)):
        if do == "close":
            close_account(actor=acting(request), user=user, because="asked")
        else:
            erase_account(actor=acting(request), user=user)
        logout(request)
        return render(request, "accounts/closed.html", {"is_erased": do == "erase"})
    return render(request, "accounts/close.html", {"erasing": erasing})
