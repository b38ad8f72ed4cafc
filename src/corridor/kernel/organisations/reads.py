"""Queries about organisations that change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.organisations.models import (
    Authorisation,
    Licence,
    Organisation,
    OrganisationKind,
    StaffMember,
)

RECRUITMENT = "recruitment"


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
        Q(suspended_on=None) | Q(suspended_on__gt=on),
        activity=activity,
        valid_from__lte=on,
    ).first()


def authorisations_in_force(*, on: date) -> QuerySet[Authorisation]:
    """Which agencies recruit for which employers on this day."""
    return Authorisation.objects.filter(
        accepted_at__isnull=False, ended_at=None, valid_until__gte=on
    )


def is_authorised(*, employer_id: int, agency_id: int, on: date) -> bool:
    """Whether this agency recruits for this employer on this day."""
    found = authorisations_in_force(on=on)
    return found.filter(employer_id=employer_id, agency_id=agency_id).exists()


def employers_of(actor: Actor) -> QuerySet[Organisation]:
    """Whom an actor may recruit for: their own organisations that are no agencies, and those that
    authorised an agency of theirs.
    """
    let = authorisations_in_force(on=timezone.localdate())
    employers = let.filter(agency__in=actor.organisation_ids).values("employer")
    own = Q(pk__in=actor.organisation_ids) & ~Q(kind=OrganisationKind.AGENCY)
    return Organisation.objects.filter(own | Q(pk__in=employers)).order_by("name", "pk")


def authorisations_of(organisation: Organisation) -> QuerySet[Authorisation]:
    """What an organisation gave, or as an agency received; newest first."""
    found = Authorisation.objects.filter(Q(employer=organisation) | Q(agency=organisation))
    return found.select_related("employer", "agency")


def authorisation_of(organisation: Organisation, number: int) -> Authorisation:
    """One that this employer gave. Raises Refused otherwise."""
    found = Authorisation.objects.filter(employer=organisation, pk=number).first()
    if found is None:
        raise Refused("organisations.authorise")
    return found


def licence_of(organisation: Organisation, number: int) -> Licence:
    """One licence of this organisation. Raises Refused otherwise."""
    found = organisation.licences.filter(pk=number).first()
    if found is None:
        raise Refused("organisations.license")
    return found
