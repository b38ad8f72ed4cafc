"""What lower apps ask of people: whose files are whose, and what goes with an account."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import Actor, can
from corridor.kernel.documents import api as documents
from corridor.kernel.people.models import Person


def _asked(actor: Actor, person_id: int, permission: str) -> bool:
    """Whether the person who stands today, also after a merge, lets this actor."""
    person = Person.objects.select_related("merged_into").filter(pk=person_id).first()
    while person is not None and person.merged_into is not None:
        person = person.merged_into
    return person is not None and can(actor, permission, person)


def may_read(actor: Actor, person_id: int) -> bool:
    """The person and the officers who verify."""
    return _asked(actor, person_id, "people.profile")


def may_write(actor: Actor, person_id: int) -> bool:
    """The person, and an officer for them."""
    return _asked(actor, person_id, "people.claim")


def erasing(user_id: int) -> accounts.Erasing | None:
    """Whoever has a profile erases their account there, together with it."""
    if not Person.objects.filter(user=user_id).exists():
        return None
    sentence = _("Your profile, your documents and your account are erased together, on one page.")
    return accounts.Erasing(address=reverse("people.erase"), sentence=sentence)


def provide() -> None:
    accounts.erased_with(erasing)
    documents.provide_owner("people.Person", may_read=may_read, may_write=may_write)
