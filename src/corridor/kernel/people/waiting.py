"""Statements that wait for an officer's decision, oldest first."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import (
    Claim,
    ClaimStatus,
    Decision,
    PersonStatus,
    Verification,
    Visibility,
)

# What nobody can prove is not waiting for proof.
PROVABLE = [each for each in Kind if each not in {Kind.AVAILABILITY, Kind.WISH}]


@dataclass(frozen=True, kw_only=True)
class QueueFilter:
    """`evidence`: "" with a document, "none" without, "any". `stage`: "" first, "second" the second
    pair of eyes. `country` is a nationality or residence of the person."""

    kind: str = ""
    country: str = ""
    evidence: str = ""
    stage: str = ""

    def query(self) -> str:
        return urlencode({name: value for name, value in asdict(self).items() if value})


def awaiting_second() -> QuerySet[Verification]:
    """Decisions that a second officer must still confirm."""
    return Verification.objects.filter(
        needs_second=True, seconded_at=None, undone_at=None, decision=Decision.VERIFIED
    )


def waiting_claims(wanted: QueueFilter) -> QuerySet[Claim]:
    """Current statements nobody has decided on, or that wait for a second officer."""
    decided = Verification.objects.filter(claim=OuterRef("pk"), undone_at=None)
    found = Claim.objects.filter(
        status=ClaimStatus.CURRENT, kind__in=PROVABLE, person__status=PersonStatus.CURRENT
    ).exclude(visibility=Visibility.ME)
    if wanted.stage == "second":
        later = Verification.objects.filter(
            claim=OuterRef("claim"), undone_at=None, pk__gt=OuterRef("pk")
        )
        open_ones = awaiting_second().filter(~Exists(later))
        found = found.filter(pk__in=open_ones.values("claim"))
    else:
        found = found.filter(~Exists(decided))
        if wanted.evidence != "any":
            found = found.filter(evidence__isnull=wanted.evidence == "none")
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.country:
        found = found.filter(
            Q(person__nationality=wanted.country) | Q(person__residence=wanted.country)
        )
    return found.select_related("person", "evidence").order_by("stated_at", "pk")


def next_waiting(wanted: QueueFilter, claim: Claim, *, but: int | None) -> Claim | None:
    """The one behind this in the queue, else the first; never one's own (user id `but`)."""
    others = waiting_claims(wanted).exclude(pk=claim.pk)
    if but is not None:
        others = others.exclude(person__user_id=but)
    behind = Q(stated_at__gt=claim.stated_at) | Q(stated_at=claim.stated_at, pk__gt=claim.pk)
    return others.filter(behind).first() or others.first()


def counts() -> dict[str, Any]:
    """How many wait with a document, and how many for a second officer."""
    return {
        "first": waiting_claims(QueueFilter()).count(),
        "second": waiting_claims(QueueFilter(stage="second")).count(),
    }
