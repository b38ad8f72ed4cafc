"""Queries about organisations that change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.organisations.models import Licence, Organisation, StaffMember


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the list is narrowed by; everything empty is all."""

    text: str = ""
    kind: str = ""
    country: str = ""
    verified: bool | None = None


def organisations(wanted: Wanted) -> QuerySet[Organisation]:
    """Organisations by name, narrowed."""
    found = Organisation.objects.order_by("name", "pk")
    for word in wanted.text.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(native_name__icontains=word)
            | Q(registration_number__iexact=word)
        )
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.country:
        found = found.filter(country=wanted.country)
    stands = Q(verified_at__isnull=False) & (
        Q(verified_until=None) | Q(verified_until__gte=timezone.localdate())
    )
    if wanted.verified is not None:
        found = found.filter(stands) if wanted.verified else found.exclude(stands)
    return found


def for_actor(actor: Actor, organisation_id: int) -> Organisation:
    """An organisation, if this actor may see it. Raises Refused otherwise."""
    found = Organisation.objects.filter(pk=organisation_id).first()
    if found is None:
        raise Refused("organisations.see")
    may(actor, "organisations.see", found)
    return found


def organisations_of(actor: Actor) -> QuerySet[Organisation]:
    """The organisations this actor works for."""
    return Organisation.objects.filter(pk__in=actor.organisation_ids).order_by("name", "pk")


def memberships_of(user_id: int) -> frozenset[int]:
    """Ids of the organisations a user works for today."""
    standing = StaffMember.objects.filter(user_id=user_id, ended_at=None)
    return frozenset(standing.values_list("organisation_id", flat=True))


def licence_in_force(organisation: Organisation, *, activity: str, on: date) -> Licence | None:
    """The licence that allows this activity on this day, if any."""
    return organisation.licences.filter(
        Q(valid_until=None) | Q(valid_until__gte=on),
        Q(ended_on=None) | Q(ended_on__gt=on),
        activity=activity,
        valid_from__lte=on,
    ).first()
