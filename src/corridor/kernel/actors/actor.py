"""Who is acting: one frozen value that every act takes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Role(StrEnum):
    """Roles are few and named by the job done."""

    WORKER = "worker"
    EMPLOYER = "employer"
    AGENCY = "agency"
    OFFICER = "officer"
    CENTRE = "centre"
    ATTACHE = "attache"
    STATISTICIAN = "statistician"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> StrOrPromise:
        return ROLE_LABELS[self]


ROLE_LABELS: dict[Role, StrOrPromise] = {
    Role.WORKER: _("Worker"),
    Role.EMPLOYER: _("Employer"),
    Role.AGENCY: _("Recruitment agency"),
    Role.OFFICER: _("Administration officer"),
    Role.CENTRE: _("Migrant resource centre"),
    Role.ATTACHE: _("Labour attaché"),
    Role.STATISTICIAN: _("Statistician"),
    Role.ADMINISTRATOR: _("Administrator"),
}

# Those who work at the desk sign in with a second factor.
STAFF_ROLES = frozenset(
    {Role.OFFICER, Role.CENTRE, Role.ATTACHE, Role.STATISTICIAN, Role.ADMINISTRATOR}
)


class Door(StrEnum):
    """The face an act came in by."""

    WEB = "web"
    API = "api"
    COMMAND_LINE = "cli"
    SYSTEM = "system"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Whoever acts. `scopes` is None for everything the roles allow; an API token narrows it."""

    user_id: int | None = None
    roles: frozenset[Role] = frozenset()
    organisation_ids: frozenset[int] = frozenset()
    door: Door = Door.WEB
    scopes: frozenset[str] | None = None

    @property
    def key(self) -> str:
        """What the record keeps of them: an id, never a name."""
        if self.user_id is not None:
            return f"user:{self.user_id}"
        return "system" if self.door in {Door.SYSTEM, Door.COMMAND_LINE} else "anonymous"

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    @property
    def is_staff(self) -> bool:
        return bool(self.roles & STAFF_ROLES)

    def has(self, *roles: Role) -> bool:
        return bool(self.roles & set(roles))


ANONYMOUS = Actor()
# The operator at the machine itself, and Corridor's own background work, may do everything.
COMMAND_LINE = Actor(door=Door.COMMAND_LINE, roles=frozenset({Role.ADMINISTRATOR, Role.OFFICER}))
SYSTEM = Actor(door=Door.SYSTEM, roles=frozenset({Role.ADMINISTRATOR, Role.OFFICER}))

_memberships: list[Callable[[int], frozenset[int]]] = []


def provide_memberships(find: Callable[[int], frozenset[int]]) -> None:
    """Register how a user id leads to organisation ids; higher apps know, this one must not."""
    if find not in _memberships:
        _memberships.append(find)


def with_memberships(actor: Actor) -> Actor:
    """The same actor with the organisations they belong to."""
    if actor.user_id is None:
        return actor
    found = frozenset[int]().union(*(find(actor.user_id) for find in _memberships))
    return replace(actor, organisation_ids=found)


def acting(request: HttpRequest) -> Actor:
    """The actor behind a request, put there by accounts."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
