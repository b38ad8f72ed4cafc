"""Say something about a person; say it newly; put a correction beside it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.errors import ClaimIsOver
from corridor.kernel.people.events import ClaimsChanged
from corridor.kernel.people.kinds import Value
from corridor.kernel.people.models import Claim, ClaimStatus, Person, Source, Visibility
from corridor.kernel.record import api as record


def source_of(actor: Actor, person: Person) -> Source:
    return Source.SELF if actor.user_id and actor.user_id == person.user_id else Source.STAFF


def made(*, actor: Actor, person: Person, value: Value, **more: Any) -> Claim:
    """The row of a new claim, saved."""
    return Claim.objects.create(
        person=person,
        kind=value.kind,
        value=value.rest(),
        source=source_of(actor, person),
        stated_by_id=actor.user_id,
        **value.columns(),
        **more,
    )


def locked(claim: Claim) -> Claim:
    """The claim as it stands now, held until the transaction ends. Raises ClaimIsOver."""
    claim = Claim.objects.select_for_update(of=("self",)).select_related("person").get(pk=claim.pk)
    if not claim.is_current:
        day = date_format(timezone.localdate(claim.ended_at), "SHORT_DATE_FORMAT")
        raise ClaimIsOver(on=day)
    return claim


def _said_already(actor: Actor, person: Person, value: Value) -> Claim | None:
    """The current claim of the same source that says exactly this."""
    columns = dict.fromkeys(("label", "code", "country"), "") | dict.fromkeys(
        ("level", "from_date", "until_date")
    )
    alike = Claim.objects.filter(
        person=person,
        kind=value.kind,
        status=ClaimStatus.CURRENT,
        source=source_of(actor, person),
        corrects=None,
    )
    for name, said in (columns | value.columns()).items():
        alike = alike.filter(**{f"{name}__isnull": True} if said is None else {name: said})
    rest = value.rest()
    return next((claim for claim in alike if claim.value == rest), None)


def add_claim(
    *, actor: Actor, person: Person, value: Value, visibility: str = Visibility.OFFICERS
) -> Claim:
    """Add what the person says of themselves, or what an officer adds for them.

    The same thing said twice, as by a double click, is one claim.
    """
    may(actor, "people.claim", person)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if (said := _said_already(actor, person, value)) is not None:
            return said
        claim = made(actor=actor, person=person, value=value, visibility=visibility)
        record.note(actor, "people.claim_added", person, claim=claim.pk, kind=claim.kind)
        record.announce(ClaimsChanged(person_id=person.pk))
    return claim


def change_claim(*, actor: Actor, claim: Claim, value: Value) -> Claim:
    """The person says it newly: the old statement is kept, marked as replaced.

    Only themselves: an officer who knows better puts a correction beside it (`correct_claim`).
    """
    may(actor, "people.speak", claim)
    with transaction.atomic():
        old = locked(claim)
        Claim.objects.filter(pk=old.pk).update(
            status=ClaimStatus.REPLACED, ended_at=timezone.now(), counts=False
        )
        new = made(
            actor=actor, person=old.person, value=value, visibility=old.visibility, replaces=old
        )
        record.note(actor, "people.claim_changed", old.person, claim=new.pk, replaces=old.pk)
        record.announce(ClaimsChanged(person_id=old.person_id))
    return new


def correct_claim(*, actor: Actor, claim: Claim, value: Value) -> Claim:
    """An officer's correction stands beside what was said, which stays as it is.

    From then on the correction counts in matching; both are shown, each with its source.
    """
    may(actor, "people.correct", claim)
    with transaction.atomic():
        said = locked(claim)
        correction = Claim.objects.create(
            person=said.person,
            kind=value.kind,
            value=value.rest(),
            source=Source.STAFF,
            stated_by_id=actor.user_id,
            visibility=said.visibility,
            corrects=said,
            **value.columns(),
        )
        Claim.objects.filter(pk=said.pk).update(counts=False)
        record.note(
            actor, "people.claim_corrected", said.person, claim=correction.pk, corrects=said.pk
        )
        record.announce(ClaimsChanged(person_id=said.person_id))
    return correction
