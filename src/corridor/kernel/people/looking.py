"""Who looked at a profile, as the person reads it: who, in which role, when, and what for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people.models import Person
from corridor.kernel.record import api as record
from corridor.kernel.tables import api as tables

LOOKS_MOST = 1_000
WHY = {
    "profile": gettext_lazy("They opened your profile at the desk"),
    "verification": gettext_lazy("To decide whether something you said is proven"),
    "application": gettext_lazy("To read your application for a vacancy"),
    "api": gettext_lazy("A program of theirs read your profile"),
}


@dataclass(frozen=True)
class Look:
    """One look at a profile by somebody else. `page` is where; `why` says it in words."""

    at: datetime
    name: str
    page: str
    role: str = ""

    @property
    def why(self) -> str:
        return str(WHY.get(self.page) or _("They looked at your profile"))


def who_looked(actor: Actor, person: Person) -> list[Look]:
    """Who looked at this profile, newest first, LOOKS_MOST at most; for the person alone."""
    may(actor, "people.looked", person)
    lines = record.Entry.objects.filter(
        subject=record.subject_of(person), verb="people.looked"
    ).order_by("-id")[:LOOKS_MOST]
    ids = {each for line in lines if (each := user_of(line.actor)) is not None}
    named = {user.pk: user for user in User.objects.filter(pk__in=ids)}
    roles = roles_of(named)
    return [
        Look(
            at=line.at,
            name=str(named[who]) if (who := user_of(line.actor)) in named else named_by(line.actor),
            page=str(line.facts.get("page", "")),
            role=roles.get(who or 0, ""),
        )
        for line in lines
    ]


def user_of(actor: str) -> int | None:
    kind, _colon, number = actor.partition(":")
    return int(number) if kind == "user" and number.isdecimal() else None


def named_by(actor: str) -> str:
    """Somebody whose account is gone, or the machine itself."""
    return _("Somebody whose account is erased") if user_of(actor) else _("The platform itself")


def roles_of(users: dict[int, User]) -> dict[int, str]:
    """What each is here today: their roles in words, and the organisations they act for."""
    found: dict[int, list[str]] = defaultdict(list)
    for number, user in users.items():
        found[number] = [str(role.label) for role in Role if role in user.roles]
    duties = organisations.StaffMember.objects.filter(user__in=users, ended_at=None)
    for number, name in duties.values_list("user", "organisation__name").order_by("since"):
        found[number].append(name)
    return {number: ", ".join(words) for number, words in found.items()}


LOOKS = tables.Table(
    name="who-looked",
    title=gettext_lazy("Who looked"),
    columns=(
        tables.Column(name="when", title=gettext_lazy("When"), kind=tables.Kind.MOMENT, read="at"),
        tables.Column(name="who", title=gettext_lazy("Who"), read="name"),
        tables.Column(name="role", title=gettext_lazy("Role"), read="role"),
        tables.Column(name="why", title=gettext_lazy("What for"), read="why"),
    ),
)
