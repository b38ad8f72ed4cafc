"""The second pair of eyes on a verification, and taking a decision back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.acts.add_claim import locked
from corridor.kernel.people.errors import DecisionIsOver, NotYoursToVerify, SameOfficer
from corridor.kernel.people.events import ClaimsChanged
from corridor.kernel.people.models import Claim, Decision, Verification
from corridor.kernel.record import api as record


def second_verification(*, actor: Actor, verification: Verification) -> Verification:
    """Confirm another officer's yes, which counts from now on.

    Raises SameOfficer for one's own, DecisionIsOver where it was confirmed, undone or overtaken.
    """
    may(actor, "people.verify", verification.claim)
    with transaction.atomic():
        claim = locked(verification.claim)
        latest = _standing(claim)
        if latest is None or latest.pk != verification.pk or not awaits_second(latest):
            raise DecisionIsOver
        if actor.user_id is not None and claim.person.user_id == actor.user_id:
            raise NotYoursToVerify
        if actor.user_id == latest.decided_by_id:
            raise SameOfficer
        latest.seconded_by_id, latest.seconded_at = actor.user_id, timezone.now()
        latest.save(update_fields=["seconded_by", "seconded_at"])
        count_as(claim, latest)
        record.note(actor, "people.claim_seconded", claim.person, verification=latest.pk)
        record.announce(ClaimsChanged(person_id=claim.person_id))
    return latest


def undo_decision(*, actor: Actor, verification: Verification) -> Verification:
    """Take back a decision made by mistake; what was decided before stands again, exactly."""
    may(actor, "people.verify", verification.claim)
    with transaction.atomic():
        claim = locked(verification.claim)
        latest = _standing(claim)
        if latest is None or latest.pk != verification.pk:
            raise DecisionIsOver
        latest.undone_at = timezone.now()
        latest.save(update_fields=["undone_at"])
        count_as(claim, _counting(claim))
        record.note(actor, "people.claim_undone", claim.person, verification=latest.pk)
        record.announce(ClaimsChanged(person_id=claim.person_id))
    return latest


def awaits_second(decision: Verification) -> bool:
    return decision.needs_second and decision.seconded_at is None


def count_as(claim: Claim, decision: Verification | None) -> None:
    """Let the claim stand as that decision says: verified, since when and until when, or not."""
    yes = decision is not None and decision.decision == Decision.VERIFIED
    Claim.objects.filter(pk=claim.pk).update(
        verified_at=(decision.seconded_at or decision.decided_at) if decision and yes else None,
        verified_until=decision.expires_on if decision and yes else None,
    )


def _standing(claim: Claim) -> Verification | None:
    return claim.verifications.filter(undone_at=None).order_by("decided_at", "pk").last()


def _counting(claim: Claim) -> Verification | None:
    """The last decision that counts: not undone, and seconded where that is needed."""
    held = claim.verifications.filter(undone_at=None).order_by("-decided_at", "-pk")
    return next((each for each in held if not awaits_second(each)), None)
