"""The REST face of accounts."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Router, Schema

from corridor.kernel.accounts import reads
from corridor.kernel.accounts.acts.close_account import close_account, reopen_account
from corridor.kernel.accounts.acts.grant_role import grant_role
from corridor.kernel.accounts.acts.invite import invite
from corridor.kernel.accounts.acts.revoke_invitation import revoke_invitation
from corridor.kernel.accounts.acts.revoke_role import revoke_role
from corridor.kernel.accounts.contacts import read_contact
from corridor.kernel.accounts.models import Invitation
from corridor.kernel.actors.api import Refused, Role, acting
from corridor.kernel.paging import Offset

prefix = "accounts"
router = Router(tags=["accounts"])


class Me(Schema):
    """Who the token or the session speaks for."""

    user_id: int
    roles: list[Role]
    scopes: list[str] | None = Field(description="null: everything the roles allow")


class InvitationIn(Schema):
    contact: str = Field(description="an e-mail address, or a phone number with country code")
    role: Role
    language: str = "en"


class InvitationOut(Schema):
    id: int
    contact: str
    role: Role
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None


class Changed(Schema):
    """False when it was so already."""

    changed: bool


@router.get("/me", response=Me, summary="Who am I here?", url_name="accounts.me")
def me(request: HttpRequest) -> dict[str, object]:
    actor = acting(request)
    scopes = None if actor.scopes is None else sorted(actor.scopes)
    return {"user_id": actor.user_id, "roles": sorted(actor.roles), "scopes": scopes}


@router.get(
    "/invitations",
    response=list[InvitationOut],
    summary="Invitations sent",
    url_name="accounts.invitations",
)
def invitations(request: HttpRequest, offset: Offset = 0, limit: int = 100) -> list[Invitation]:
    found = reads.invitations_for(actor=acting(request))
    return list(found[offset : offset + max(1, min(limit, 100))])


@router.post(
    "/invitations",
    response={201: InvitationOut},
    summary="Invite somebody to a role",
    url_name="accounts.send_invitation",
)
def send_invitation(request: HttpRequest, body: InvitationIn) -> tuple[int, Invitation]:
    return 201, invite(
        actor=acting(request),
        contact=read_contact(body.contact),
        role=body.role,
        language=body.language,
    )


@router.delete(
    "/invitations/{invitation_id}",
    response=Changed,
    summary="Withdraw an invitation",
    url_name="accounts.withdraw_invitation",
)
def withdraw_invitation(request: HttpRequest, invitation_id: int) -> dict[str, bool]:
    actor = acting(request)
    found = reads.invitation_for(actor=actor, invitation_id=invitation_id)
    return {"changed": revoke_invitation(actor=actor, invitation=found)}


@router.put(
    "/users/{user_id}/roles/{role}",
    response=Changed,
    summary="Grant a role",
    url_name="accounts.grant",
)
def grant(request: HttpRequest, user_id: int, role: Role) -> dict[str, bool]:
    actor = acting(request)
    user = reads.user_for(actor=actor, user_id=user_id)
    return {"changed": grant_role(actor=actor, user=user, role=role)}


@router.delete(
    "/users/{user_id}/roles/{role}",
    response=Changed,
    summary="Revoke a role",
    url_name="accounts.revoke",
)
def revoke(request: HttpRequest, user_id: int, role: Role) -> dict[str, bool]:
    actor = acting(request)
    user = reads.user_for(actor=actor, user_id=user_id)
    return {"changed": revoke_role(actor=actor, user=user, role=role)}


@router.post(
    "/users/{user_id}/closure",
    response=Changed,
    summary="Close somebody's account",
    url_name="accounts.closure",
)
def close(request: HttpRequest, user_id: int) -> dict[str, bool]:
    """Never one's own: a token must not end the account that it belongs to."""
    actor = acting(request)
    user = reads.user_for(actor=actor, user_id=user_id)
    if user.pk == actor.user_id:
        raise Refused("accounts.close")
    if changed := user.is_active:
        close_account(actor=actor, user=user)
    return {"changed": changed}


@router.delete(
    "/users/{user_id}/closure",
    response=Changed,
    summary="Open a closed account again",
    url_name="accounts.closure",
)
def reopen(request: HttpRequest, user_id: int) -> dict[str, bool]:
    actor = acting(request)
    user = reads.user_for(actor=actor, user_id=user_id)
    if changed := not user.is_active:
        reopen_account(actor=actor, user=user)
    return {"changed": changed}
