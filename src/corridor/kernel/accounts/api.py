"""The one door of accounts."""

from corridor.kernel.accounts.acts.accept_invitation import accept_invitation, join_by_invitation
from corridor.kernel.accounts.acts.close_account import close_account, reopen_account
from corridor.kernel.accounts.acts.erase_account import erase_account
from corridor.kernel.accounts.acts.grant_role import grant_role
from corridor.kernel.accounts.acts.invite import invite
from corridor.kernel.accounts.acts.issue_token import issue_token
from corridor.kernel.accounts.acts.open_account import open_account
from corridor.kernel.accounts.acts.revoke_invitation import revoke_invitation
from corridor.kernel.accounts.acts.revoke_role import revoke_role
from corridor.kernel.accounts.acts.revoke_token import revoke_token
from corridor.kernel.accounts.api_auth import api_auth, api_auth_optional
from corridor.kernel.accounts.closing import Erasing, erased_with
from corridor.kernel.accounts.contacts import Contact, read_contact
from corridor.kernel.accounts.errors import AccountIsErased, SignInNeeded
from corridor.kernel.accounts.events import (
    AccountClosed,
    AccountErased,
    AccountOpened,
    RoleGranted,
    RoleRevoked,
)
from corridor.kernel.accounts.identity import actor_for, actor_of
from corridor.kernel.accounts.models import ApiToken, Invitation, RoleGrant, User
from corridor.kernel.accounts.reads import user_by_login

__all__ = [
    "AccountClosed",
    "AccountErased",
    "AccountIsErased",
    "AccountOpened",
    "ApiToken",
    "Contact",
    "Erasing",
    "Invitation",
    "RoleGrant",
    "RoleGranted",
    "RoleRevoked",
    "SignInNeeded",
    "User",
    "accept_invitation",
    "actor_for",
    "actor_of",
    "api_auth",
    "api_auth_optional",
    "close_account",
    "erase_account",
    "erased_with",
    "grant_role",
    "invite",
    "issue_token",
    "join_by_invitation",
    "open_account",
    "read_contact",
    "reopen_account",
    "revoke_invitation",
    "revoke_role",
    "revoke_token",
    "user_by_login",
]
