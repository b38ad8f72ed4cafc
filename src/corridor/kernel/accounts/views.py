"""Pages of accounts that allauth does not have. Guard, form, answer."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from corridor.kernel.accounts import reads
from corridor.kernel.accounts.acts.accept_invitation import (
    accept_invitation,
    is_known,
    join_by_invitation,
    open_invitation,
)
from corridor.kernel.accounts.acts.change_profile import change_profile
from corridor.kernel.accounts.acts.close_account import close_account, reopen_account
from corridor.kernel.accounts.acts.end_device import end_device
from corridor.kernel.accounts.acts.grant_role import grant_role
from corridor.kernel.accounts.acts.invite import invite
from corridor.kernel.accounts.acts.issue_token import issue_token
from corridor.kernel.accounts.acts.revoke_invitation import revoke_invitation
from corridor.kernel.accounts.acts.revoke_role import revoke_role
from corridor.kernel.accounts.acts.revoke_token import revoke_token
from corridor.kernel.accounts.errors import LastSecondFactor, PasswordWeak
from corridor.kernel.accounts.forms import (
    InvitationForm,
    JoinForm,
    PeopleFilterForm,
    ProfileForm,
    RoleForm,
    TokenForm,
)
from corridor.kernel.accounts.identity import actor_for
from corridor.kernel.accounts.languages import set_language_cookie
from corridor.kernel.accounts.models import User
from corridor.kernel.accounts.second_factor import (
    has_second_factor,
    is_last_needed,
    needs_second_factor,
)
from corridor.kernel.actors.api import Role, acting, may

PEOPLE_PER_PAGE = 50


def signed_in(request: HttpRequest) -> User:
    """The user of a page behind login_required."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("this page is for those signed in")
    return user


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Everything about one's own sign-in, in one place."""
    user = signed_in(request)
    known = {"name": user.display_name, "language": user.language}
    form = ProfileForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        change_profile(actor=acting(request), user=user, **form.cleaned_data)
        translation.activate(user.language)
        messages.success(request, _("Your name and language are saved."))
        response = redirect("accounts.account")
        set_language_cookie(response, user.language)
        return response
    context = {
        "form": form,
        "roles": [role.label for role in Role if role in user.roles],
        "has_second_factor": has_second_factor(user),
        "needs_second_factor": needs_second_factor(user),
        "factors": Authenticator.objects.filter(user=user).exclude(
            type=Authenticator.Type.RECOVERY_CODES
        ),
        "device_count": len(UserSession.objects.purge_and_list(user)),
        "token_count": reads.tokens_of(actor=acting(request)).filter(revoked_at=None).count(),
    }
    return render(request, "accounts/account.html", context)


@login_required
@require_POST
def end_one_device(request: HttpRequest, session_id: int) -> HttpResponse:
    end_device(actor=acting(request), user=signed_in(request), session_id=session_id)
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")


class RemovePasskey(RemoveWebAuthnView):
    """allauth's page, but staff keep their last second factor."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        if is_last_needed(self.object):
            raise LastSecondFactor
        response: HttpResponse = super().form_valid(form)
        return response


@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    found = reads.tokens_of(actor=acting(request))
    return render(request, "accounts/tokens.html", {"tokens": found, "now": timezone.now()})


@reauthentication_required
@never_cache
def new_token(request: HttpRequest) -> HttpResponse:
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token, secret = issue_token(
            actor=acting(request), user=signed_in(request), **form.cleaned_data
        )
        return render(request, "accounts/token_shown.html", {"token": token, "secret": secret})
    return render(request, "accounts/token_new.html", {"form": form})


@login_required
@require_POST
def end_token(request: HttpRequest, token_id: int) -> HttpResponse:
    token = reads.token_for(actor=acting(request), token_id=token_id)
    revoke_token(actor=acting(request), token=token)
    messages.success(request, _("The token is revoked; nothing gets in with it any more."))
    return redirect("accounts.tokens")


@sensitive_post_parameters("password")
@never_cache
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Where an invitation's link leads. Only its button uses it: scanners follow links."""
    found = open_invitation(code)
    context: dict[str, Any] = {
        "invitation": found,
        "role": Role(found.role).label,
        "is_known": is_known(found),
    }
    if request.user.is_authenticated:
        if request.method == "POST":
            accept_invitation(actor=acting(request), code=code, user=signed_in(request))
            messages.success(request, _("Welcome. Your new role is yours from now on."))
            return redirect("accounts.account")
        return render(request, "accounts/invitation.html", context)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and not context["is_known"] and form.is_valid():
        try:
            return join(request, code, form)
        except PasswordWeak as error:
            form.add_error("password", str(error))
    return render(request, "accounts/invitation.html", {**context, "form": form})


def join(request: HttpRequest, code: str, form: JoinForm) -> HttpResponse:
    """Open the account and sign it in, as if it had just signed up."""
    user = join_by_invitation(
        actor=acting(request),
        code=code,
        name=form.cleaned_data["name"],
        language=(translation.get_language() or "en").partition("-")[0],
        password=form.cleaned_data["password"],
    )
    response: HttpResponse = perform_login(request, Login(user=user, signup=True))
    return response


@login_required
def invitations(request: HttpRequest) -> HttpResponse:
    """Invite, see whom one has invited, withdraw."""
    actor = acting(request)
    may(actor, "accounts.invite")
    form = InvitationForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        sent = invite(
            actor=actor,
            contact=form.cleaned_data["contact"],
            role=Role(form.cleaned_data["role"]),
            language=form.cleaned_data["language"],
        )
        messages.success(
            request, _("The invitation is on its way to %(contact)s.") % {"contact": sent.contact}
        )
        return redirect("accounts.invitations")
    now = timezone.now()
    page = Paginator(reads.invitations_for(actor=actor), PEOPLE_PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = [
        {"invitation": one, "role": Role(one.role).label, "state": one.state(now=now)}
        for one in page
    ]
    return render(request, "accounts/invitations.html", {"form": form, "rows": rows, "page": page})


@login_required
@require_POST
def end_invitation(request: HttpRequest, invitation_id: int) -> HttpResponse:
    actor = acting(request)
    found = reads.invitation_for(actor=actor, invitation_id=invitation_id)
    revoke_invitation(actor=actor, invitation=found)
    messages.success(request, _("The invitation is withdrawn; its link works no more."))
    return redirect("accounts.invitations")


@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Those who sign in, and what they may do."""
    actor = acting(request)
    may(actor, "accounts.see")
    form = PeopleFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = reads.people_who_sign_in(
        actor=actor, text=asked.get("text", ""), role=asked.get("role", "")
    )
    page = Paginator(found, PEOPLE_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/people.html", {"form": form, "page": page})


@login_required
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One of them: roles granted and revoked, the account closed and opened again."""
    actor = acting(request)
    user = reads.user_for(actor=actor, user_id=user_id)
    context = {
        "person": user,
        "held": [(role.value, role.label) for role in Role if role in user.roles],
        "free": [(role.value, role.label) for role in Role if role not in user.roles],
        "has_second_factor": has_second_factor(user),
        "needs_second_factor": needs_second_factor(user),
        "entries": reads.recent_entries(user),
        "as_seen": actor_for(user),
    }
    return render(request, "accounts/person.html", context)


@login_required
@require_POST
def change_person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One button of that page: grant, revoke, close or reopen."""
    actor = acting(request)
    user = reads.user_for(actor=actor, user_id=user_id)
    what = request.POST.get("do")
    form = RoleForm(request.POST)
    if what == "close":
        close_account(actor=actor, user=user)
    elif what == "reopen":
        reopen_account(actor=actor, user=user)
    elif what in {"grant", "revoke"} and form.is_valid():
        change = grant_role if what == "grant" else revoke_role
        change(actor=actor, user=user, role=form.cleaned_data["role"])
    else:
        messages.error(request, _("Nothing was changed. Choose a role from the list."))
        return redirect("accounts.person", user_id=user.pk)
    messages.success(request, _("Done. The record keeps who changed it and when."))
    return redirect("accounts.person", user_id=user.pk)
