"""Withdraw a statement, put it back, confirm it, choose who sees it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.acts.add_claim import locked
from corridor.kernel.people.errors import ClaimCannotReturn
from corridor.kernel.people.events import ClaimsChanged
from corridor.kernel.people.models import Claim, ClaimStatus, Person, Source, Visibility
from corridor.kernel.record import api as record


def may_end(actor: Actor, claim: Claim) -> None:
    """The person ends any claim of theirs; an officer only what staff or an import added."""
    may(actor, "people.speak" if claim.source == Source.SELF else "people.claim", claim)


def _count_again(claim: Claim) -> None:
    """What was corrected counts again when no correction stands beside it any more."""
    if claim.corrects_id is None:
        return
    standing = Claim.objects.filter(corrects_id=claim.corrects_id, status=ClaimStatus.CURRENT)
    said = Claim.objects.filter(pk=claim.corrects_id, status=ClaimStatus.CURRENT)
    said.update(counts=not standing.exists())


def withdraw_claim(*, actor: Actor, claim: Claim) -> Claim:
    """Take a statement back. It is kept, marked as withdrawn, until the person is erased."""
    may_end(actor, claim)
    with transaction.atomic():
        claim = locked(claim)
        Claim.objects.filter(pk=claim.pk).update(
            status=ClaimStatus.WITHDRAWN, ended_at=timezone.now(), counts=False
        )
        _count_again(claim)
        record.note(actor, "people.claim_withdrawn", claim.person, claim=claim.pk)
        record.announce(ClaimsChanged(person_id=claim.person_id))
    claim.refresh_from_db()
    return claim


def restore_claim(*, actor: Actor, claim: Claim) -> Claim:
    """Undo a withdrawal."""
    may_end(actor, claim)
    with transaction.atomic():
        claim = (
            Claim.objects.select_for_update(of=("self",)).select_related("person").get(pk=claim.pk)
        )
        if claim.status != ClaimStatus.WITHDRAWN:
            raise ClaimCannotReturn
        beside = Claim.objects.filter(corrects=claim, status=ClaimStatus.CURRENT)
        Claim.objects.filter(pk=claim.pk).update(
            status=ClaimStatus.CURRENT, ended_at=None, counts=not beside.exists()
        )
        _count_again(claim)
        record.note(actor, "people.claim_restored", claim.person, claim=claim.pk)
        record.announce(ClaimsChanged(person_id=claim.person_id))
    claim.refresh_from_db()
    return claim


def freshen(person: Person, now: datetime) -> None:
    """Nothing older is left unconfirmed: then the whole profile is as fresh as its oldest claim."""
    oldest = Claim.objects.filter(person=person, status=ClaimStatus.CURRENT).aggregate(
        at=Min("confirmed_at")
    )["at"]
    Person.objects.filter(pk=person.pk).update(confirmed_at=oldest or now, reminders=0)


def confirm_claim(*, actor: Actor, claim: Claim) -> Claim:
    """Say that it is still so: the statement is fresh again."""
    may(actor, "people.speak", claim)
    with transaction.atomic():
        claim = locked(claim)
        now = timezone.now()
        Claim.objects.filter(pk=claim.pk).update(confirmed_at=now)
        freshen(claim.person, now)
        record.note(actor, "people.claim_confirmed", claim.person, claim=claim.pk)
    claim.refresh_from_db()
    return claim


def show_claim(*, actor: Actor, claim: Claim, visibility: Visibility) -> Claim:
    """Choose who may see a claim; only the person chooses."""
    may(actor, "people.speak", claim)
    with transaction.atomic():
        claim = locked(claim)
        Claim.objects.filter(pk=claim.pk).update(visibility=visibility)
        record.note(
            actor, "people.claim_shown", claim.person, claim=claim.pk, visibility=str(visibility)
        )
        record.announce(ClaimsChanged(person_id=claim.person_id))
    claim.refresh_from_db()
    return claim
