"""Two entries for one person made one, and taken apart again exactly."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.errors import CannotMerge, CannotUnmerge
from corridor.kernel.people.events import PeopleMerged, PeopleUnmerged
from corridor.kernel.people.models import Claim, FamilyMember, Merge, Person, PersonStatus
from corridor.kernel.record import api as record

SAME = _("Choose two different people.")
NOT_CURRENT = _("%(reference)s was merged or erased before; choose two current people.")
TWO_ACCOUNTS = _("Both have an account of their own. Ask the person which to close, then merge.")
TWO_FAMILIES = _("Each belongs to a family. One of them must leave theirs first.")
NO_REASON = _("Write how you know that these two are one person.")


def _both(kept: Person, merged: Person) -> tuple[Person, Person]:
    held = Person.objects.select_for_update().in_bulk([kept.pk, merged.pk])
    return held[kept.pk], held[merged.pk]


def _refuse_unless_possible(kept: Person, merged: Person) -> None:
    if kept.pk == merged.pk:
        raise CannotMerge(SAME)
    for person in (kept, merged):
        if person.status != PersonStatus.CURRENT:
            raise CannotMerge(NOT_CURRENT, reference=person.reference_spaced)
    if kept.user_id and merged.user_id:
        raise CannotMerge(TWO_ACCOUNTS)
    joined = FamilyMember.objects.filter(
        person__in=[kept, merged], left_at=None, joined_at__isnull=False
    )
    if joined.count() > 1:
        raise CannotMerge(TWO_FAMILIES)


def merge_people(*, actor: Actor, kept: Person, merged: Person, reason: str) -> Merge:
    """Everything of `merged` moves to `kept`; what moved is written down, so it can go back."""
    may(actor, "people.merge", kept)
    if not reason.strip():
        raise CannotMerge(NO_REASON)
    with transaction.atomic():
        kept, merged = _both(kept, merged)
        _refuse_unless_possible(kept, merged)
        claims = list(Claim.objects.filter(person=merged).values_list("pk", flat=True))
        members = list(
            FamilyMember.objects.filter(person=merged)
            .exclude(family__in=FamilyMember.objects.filter(person=kept).values("family"))
            .values_list("pk", flat=True)
        )
        merge = Merge.objects.create(
            kept=kept,
            merged=merged,
            reason=reason.strip()[:1000],
            merged_by_id=actor.user_id,
            moved={"claims": claims, "members": members, "user": merged.user_id},
        )
        Claim.objects.filter(pk__in=claims).update(person=kept)
        FamilyMember.objects.filter(pk__in=members).update(person=kept)
        user = merged.user_id
        Person.objects.filter(pk=merged.pk).update(
            status=PersonStatus.MERGED, merged_into=kept, user=None
        )
        if user:
            Person.objects.filter(pk=kept.pk).update(user=user)
        record.note(actor, "people.merged", kept, merged=merged.pk, merge=merge.pk)
        record.announce(PeopleMerged(kept_id=kept.pk, merged_id=merged.pk))
    return merge


def unmerge_people(*, actor: Actor, merge: Merge) -> Merge:
    """Give back what moved; what was added to the kept person since stays with them."""
    may(actor, "people.merge", merge.kept)
    with transaction.atomic():
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        kept, merged = _both(merge.kept, merge.merged)
        undone = merge.undone_at is not None
        if undone or kept.status != PersonStatus.CURRENT or merged.status != PersonStatus.MERGED:
            raise CannotUnmerge
        Claim.objects.filter(pk__in=merge.moved["claims"], person=kept).update(person=merged)
        FamilyMember.objects.filter(pk__in=merge.moved["members"], person=kept).update(
            person=merged
        )
        user = merge.moved["user"]
        if user and kept.user_id == user:
            Person.objects.filter(pk=kept.pk).update(user=None)
        Person.objects.filter(pk=merged.pk).update(
            status=PersonStatus.CURRENT,
            merged_into=None,
            user=user if user and kept.user_id == user else None,
        )
        merge.undone_at = timezone.now()
        merge.save(update_fields=["undone_at"])
        record.note(actor, "people.unmerged", kept, merged=merged.pk, merge=merge.pk)
        record.announce(PeopleUnmerged(kept_id=kept.pk, merged_id=merged.pk))
    return merge
