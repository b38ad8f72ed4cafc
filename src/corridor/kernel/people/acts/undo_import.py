"""Take back what was entered from a table by mistake, while nothing followed from it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import ManyToOneRel, Model, Q, QuerySet
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.errors import ImportStands
from corridor.kernel.people.keeping import kept_of
from corridor.kernel.people.models import (
    Claim,
    ClaimStatus,
    Consent,
    Family,
    FamilyMember,
    Intake,
    NameWord,
    Person,
    PersonStatus,
)
from corridor.kernel.record import api as record

# What an import writes; rows of any other table mean that something was done with these people.
WRITTEN = (Claim, Consent, FamilyMember, NameWord)


def undo_import(*, actor: Actor, intake: Intake) -> Intake:
    """Remove everybody who came in by it; their form numbers can be entered again.

    Raises ImportStands where it was taken back before, or where somebody in it has an account, was
    verified, changed, applied, was matched, or joined a family meanwhile.
    """
    may(actor, "people.undo_import", intake)
    with transaction.atomic():
        held = Intake.objects.select_for_update().get(pk=intake.pk)
        if held.undone_at is not None:
            raise ImportStands
        people = Person.objects.select_for_update(of=("self",)).filter(within("pk", held))
        if people.count() != held.people or touched(held):
            raise ImportStands
        families = list(
            Family.objects.filter(members__in=FamilyMember.objects.filter(within("person", held)))
            .filter(created_at=held.imported_at)
            .values_list("pk", flat=True)
        )
        Family.objects.filter(pk__in=families).delete()
        for model in WRITTEN:
            model._default_manager.filter(within("person", held)).delete()
        Person.objects.filter(within("pk", held)).delete()
        held.undone_at = timezone.now()
        held.save(update_fields=["undone_at"])
        record.note(actor, "people.import_undone", held, people=held.people)
    return held


def within(column: str, intake: Intake) -> Q:
    """Rows whose `column` is somebody of this import."""
    wanted = Q(pk__in=())
    for first, last in intake.ids:
        wanted |= Q(**{f"{column}__gte": first, f"{column}__lte": last})
    return wanted


def touched(intake: Intake) -> bool:
    """Whether anything was done with one of these people since they came in."""
    return any(found.exists() for found in _changes(intake)) or any(
        kept_of(number)
        for number in Person.objects.filter(within("pk", intake)).values_list("pk", flat=True)
    )


def _changes(intake: Intake) -> Iterator[QuerySet[Model]]:
    at = intake.imported_at
    yield Person.objects.filter(within("pk", intake)).filter(
        ~Q(status=PersonStatus.CURRENT) | Q(user__isnull=False) | Q(confirmed_at__isnull=False)
    )
    yield Claim.objects.filter(within("person", intake)).filter(
        ~Q(stated_at=at, status=ClaimStatus.CURRENT, counts=True)
        | Q(evidence__isnull=False)
        | Q(verifications__isnull=False)
    )
    yield Consent.objects.filter(within("person", intake)).exclude(given_at=at, withdrawn_at=None)
    members = FamilyMember.objects.filter(within("person", intake))
    yield members.filter(~Q(invited_at=at) | Q(left_at__isnull=False))
    # Somebody invited by them who is not of this import, and has joined.
    families = members.values("family")
    yield FamilyMember.objects.filter(family__in=families).exclude(invited_at=at)
    yield FamilyMember.objects.filter(family__in=families, joined_at__gt=at)
    for relation in Person._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.related_model not in WRITTEN:
            name = relation.field.name
            yield relation.related_model._default_manager.filter(within(name, intake))
