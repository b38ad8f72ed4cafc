"""The cast: the people our tests are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.test import Client

from corridor.kernel.accounts.api import RoleGrant, User, actor_for, issue_token
from corridor.kernel.actors.api import Actor, Role

PASSWORD = "correct horse battery"

ROLES: dict[str, Role | None] = {
    "amina": Role.WORKER,
    "bodil": Role.OFFICER,
    "chen": Role.AGENCY,
    "dawit": Role.WORKER,
    "esra": None,
    "farid": Role.ATTACHE,
    "grace": Role.STATISTICIAN,
    "hana": Role.EMPLOYER,
    "ivan": Role.ADMINISTRATOR,
}


@dataclass
class Member:
    """One of the cast: the account, and a browser signed in as them."""

    name: str
    user: User
    client: Client = field(default_factory=Client)

    @property
    def actor(self) -> Actor:
        return actor_for(self.user)

    def token(self, *scopes: str) -> str:
        """The secret of a token that this member made on their page."""
        _token, secret = issue_token(
            actor=self.actor, user=self.user, name="program", scopes=list(scopes), days=1
        )
        return secret

    def program(self, *scopes: str) -> Client:
        """A program that acts for this member, with such a token."""
        return Client(headers={"Authorization": f"Bearer {self.token(*scopes)}"})


def join(name: str) -> Member:
    """Make the account of one of the cast and sign them in."""
    user = User.objects.create_user(
        email=f"{name}@example.org", password=PASSWORD, display_name=name.capitalize()
    )
    if (role := ROLES[name]) is not None:
        RoleGrant.objects.create(user=user, role=role)
    member = Member(name=name, user=user)
    member.client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return member
