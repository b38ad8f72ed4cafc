"""Erase a person."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import api as documents
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people.errors import ConfirmationMissing, RequestMissing
from corridor.kernel.people.events import PersonErased
from corridor.kernel.people.keeping import Kept, kept_of
from corridor.kernel.people.models import (
    Claim,
    Consent,
    Erasure,
    FamilyMember,
    Merge,
    NameWord,
    Person,
    PersonStatus,
    Start,
)
from corridor.kernel.people.references import normalised
from corridor.kernel.record import api as record

BLANK = {
    "user": None,
    "full_name": "",
    "given_name": "",
    "family_name": "",
    "native_name": "",
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


REQUEST_LENGTH_MAX = 60


def erase_person(
    *, actor: Actor, person: Person, confirmation: str, request_number: str = ""
) -> Erasure:
    """Delete all personal data and the account; the reference stays, with what the law keeps.

    `confirmation` is the person's reference, written out. Entries merged into this person go too.
    Somebody else acts on a written request only: `request_number` says where it is filed.
    """
    may(actor, "people.erase", person)
    if normalised(confirmation) != person.reference:
        raise ConfirmationMissing(reference=person.reference_spaced)
    request_number = request_number.strip()[:REQUEST_LENGTH_MAX]
    with transaction.atomic():
        held = (
            Person.objects.select_for_update(of=("self",)).select_related("user").get(pk=person.pk)
        )
        themselves = held.user_id is not None and held.user_id == actor.user_id
        if not themselves and not request_number:
            raise RequestMissing
        ids = [held.pk, *_merged_into(held)]
        _erase_around(actor, ids)
        user = held.user
        Claim.objects.filter(person__in=ids).delete()
        Consent.objects.filter(person__in=ids).delete()
        Start.objects.filter(person__in=ids).delete()
        NameWord.objects.filter(person__in=ids).delete()
        FamilyMember.objects.filter(person__in=ids).delete()
        Merge.objects.filter(kept__in=ids).update(reason="-")
        Person.objects.filter(pk__in=ids).update(**BLANK)
        if user is not None:
            accounts.erase_account(actor=actor, user=user)
        kept = [each.as_json() for each in (_record(), *(k for one in ids for k in kept_of(one)))]
        asked = {"by_themselves": themselves, "request_number": request_number}
        Erasure.objects.bulk_create(Erasure(person_id=one, **asked) for one in ids[1:])
        erasure = Erasure.objects.create(person=held, kept=kept, **asked)
        record.note(actor, "people.erased", held, kept=len(kept))
        for one in ids:
            record.announce(PersonErased(person_id=one))
    return erasure


def _erase_around(actor: Actor, ids: list[int]) -> None:
    """The files, and what was written to an address of theirs."""
    for one in ids:
        for document in documents.documents_of(f"people.Person:{one}"):
            documents.remove_document(actor=actor, document=document)
    contacts = Person.objects.filter(pk__in=ids).values_list("email", "phone")
    addresses = {address for pair in contacts for address in pair if address}
    messaging.forget(user_id=None, addresses=addresses)


def _record() -> Kept:
    """What every installation keeps: the lines of its record, which name nobody."""
    return Kept(
        what=_("The record of what was done, under a number and without a name"),
        reason=_("It cannot be changed, so that nobody can hide what they did"),
    )


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
