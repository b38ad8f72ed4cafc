"""Questions about accounts; nothing here changes anything."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from corridor.kernel.accounts.contacts import read_phone
from corridor.kernel.accounts.models import ApiToken, Invitation, RoleGrant, User
from corridor.kernel.actors.api import Actor, Refused, Role, may, permissions
from corridor.kernel.record import api as record

GRANTS_IN_ORDER = Prefetch("grants", queryset=RoleGrant.objects.order_by("id"))


def people_who_sign_in(*, actor: Actor, text: str = "", role: str = "") -> QuerySet[User]:
    """Those whose name, e-mail or phone holds the text, newest first."""
    may(actor, "accounts.see")
    found = User.objects.prefetch_related(GRANTS_IN_ORDER).order_by("-id")
    if text:
        by_phone = Q(phone=phone) if (phone := read_phone(text)) else Q()
        found = found.filter(Q(display_name__icontains=text) | Q(email__icontains=text) | by_phone)
    return found.filter(grants__role=role) if role else found


def user_for(*, actor: Actor, user_id: int) -> User:
    """One of them. Raises Refused: absence and refusal look the same."""
    may(actor, "accounts.see")
    user = User.objects.prefetch_related(GRANTS_IN_ORDER).filter(pk=user_id).first()
    if user is None:
        raise Refused("accounts.see")
    return user


def user_by_login(login: str) -> User | None:
    """Whoever signs in with this e-mail or phone."""
    phone = read_phone(login)
    return User.objects.filter(Q(email__iexact=login.strip()) | Q(phone=phone or "none")).first()


def recent_entries(user: User, *, most: int = 20) -> list[record.Entry]:
    """What the record says of an account, newest first."""
    about = record.Entry.objects.filter(subject=record.subject_of(user))
    return list(about.order_by("-id")[:most])


def invitations_for(*, actor: Actor) -> QuerySet[Invitation]:
    """An administrator sees every invitation, an officer their own."""
    may(actor, "accounts.invite")
    found = Invitation.objects.select_related("invited_by", "accepted_by")
    return found if actor.has(Role.ADMINISTRATOR) else found.filter(invited_by=actor.user_id)


def invitation_for(*, actor: Actor, invitation_id: int) -> Invitation:
    """One of those. Raises Refused."""
    found = invitations_for(actor=actor).filter(pk=invitation_id).first()
    if found is None:
        raise Refused("accounts.invite")
    return found


def tokens_of(*, actor: Actor) -> QuerySet[ApiToken]:
    """The actor's own tokens, newest first."""
    may(actor, "accounts.use_tokens")
    return ApiToken.objects.filter(user=actor.user_id)


def token_for(*, actor: Actor, token_id: int) -> ApiToken:
    """One of those. Raises Refused."""
    found = tokens_of(actor=actor).filter(pk=token_id).first()
    if found is None:
        raise Refused("accounts.use_tokens")
    return found


def scopes_known() -> list[str]:
    """What a token may be limited to: all of an app (`jobs`) or one permission (`jobs.post`)."""
    named = permissions()
    return sorted({name.partition(".")[0] for name in named} | set(named))
