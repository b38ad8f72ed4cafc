"""Erase a person."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import api as documents
from corridor.kernel.people.errors import ConfirmationMissing
from corridor.kernel.people.events import PersonErased
from corridor.kernel.people.keeping import kept_of
from corridor.kernel.people.models import (
    Claim,
    Erasure,
    FamilyMember,
    Merge,
    Person,
    PersonStatus,
)
from corridor.kernel.people.references import normalised
from corridor.kernel.record import api as record

BLANK = {
    "user": None,
    "full_name": "",
    "given_name": "",
    "family_name": "",
    "native_name": "",
    "search_key": "",
    "birth_year": None,
    "birth_month": None,
    "birth_day": None,
    "sex": "",
    "nationality": "",
    "residence": "",
    "email": "",
    "phone": "",
    "language": "",
    "merged_into": None,
    "status": PersonStatus.ERASED,
}


def erase_person(*, actor: Actor, person: Person, confirmation: str) -> Erasure:
    """Delete all personal data; the reference stays, with what the law keeps and why.

    `confirmation` is the person's reference, written out. Entries merged into this person go too.
    """
    may(actor, "people.erase", person)
    if normalised(confirmation) != person.reference:
        raise ConfirmationMissing(reference=person.reference_spaced)
    with transaction.atomic():
        held = Person.objects.select_for_update().get(pk=person.pk)
        themselves = held.user_id is not None and held.user_id == actor.user_id
        ids = [held.pk, *_merged_into(held)]
        for one in ids:
            for document in documents.documents_of(f"people.Person:{one}"):
                documents.remove_document(actor=actor, document=document)
        Claim.objects.filter(person__in=ids).delete()
        FamilyMember.objects.filter(person__in=ids).delete()
        Merge.objects.filter(kept__in=ids).update(reason="-")
        Person.objects.filter(pk__in=ids).update(**BLANK)
        kept = [each.as_json() for one in ids for each in kept_of(one)]
        Erasure.objects.bulk_create(
            Erasure(person_id=one, by_themselves=themselves) for one in ids[1:]
        )
        erasure = Erasure.objects.create(person=held, by_themselves=themselves, kept=kept)
        record.note(actor, "people.erased", held, kept=len(kept))
        for one in ids:
            record.announce(PersonErased(person_id=one))
    return erasure


def _merged_into(person: Person) -> list[int]:
    """Ids of every entry merged into this one, also by way of another."""
    found: list[int] = []
    layer = [person.pk]
    while layer:
        layer = list(
            Person.objects.filter(merged_into__in=layer).order_by("pk").values_list("pk", flat=True)
        )
        found += layer
    return found
