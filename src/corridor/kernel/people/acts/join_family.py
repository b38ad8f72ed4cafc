"""A family unit: begin one, invite, accept, leave, name a head."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can, may
from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import FamilyRefused
from corridor.kernel.people.models import (
    Family,
    FamilyMember,
    Person,
    PersonStatus,
    Relation,
)
from corridor.kernel.people.naming import keep_words
from corridor.kernel.people.references import new_reference
from corridor.kernel.record import api as record

IN_ANOTHER = _("%(reference)s already belongs to a family. They must leave that one first.")
INVITED = _("%(reference)s is already in this family, or invited.")
NOT_FOUND = _("Nobody has the reference %(reference)s. Check it with the person.")
NOT_A_MEMBER = _("This person is not in the family.")


def membership_of(person: Person) -> FamilyMember | None:
    """The family they have joined and not left."""
    standing = FamilyMember.objects.filter(person=person, left_at=None, joined_at__isnull=False)
    return standing.select_related("family").first()


def start_family(*, actor: Actor, person: Person, decides_together: bool = True) -> Family:
    """Begin a family unit with this person as its first member."""
    may(actor, "people.family", person)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if membership_of(person):
            raise FamilyRefused(IN_ANOTHER, reference=person.reference_spaced)
        family = Family.objects.create(reference=new_reference(), decides_together=decides_together)
        FamilyMember.objects.create(
            family=family, person=person, relation=Relation.SELF, joined_at=timezone.now()
        )
        record.note(actor, "people.family_started", family, person=person.pk)
    return family


def join_family(
    *, actor: Actor, inviting: Person, reference: str, relation: Relation
) -> FamilyMember:
    """Invite the person with this reference; they join when they accept."""
    may(actor, "people.family", inviting)
    with transaction.atomic():
        own = membership_of(inviting)
        if own is None:
            raise FamilyRefused(NOT_A_MEMBER)
        person = Person.objects.filter(reference=reference, status=PersonStatus.CURRENT).first()
        if person is None or person.pk == inviting.pk:
            raise FamilyRefused(NOT_FOUND, reference=reference)
        if FamilyMember.objects.filter(family=own.family, person=person, left_at=None).exists():
            raise FamilyRefused(INVITED, reference=person.reference_spaced)
        member = FamilyMember.objects.create(family=own.family, person=person, relation=relation)
        record.note(actor, "people.family_invited", own.family, person=person.pk)
    return member


def accept_family(*, actor: Actor, member: FamilyMember) -> FamilyMember:
    """Accept an invitation; only the invited person, or an officer for them."""
    may(actor, "people.family", member.person)
    try:
        with transaction.atomic():
            changed = FamilyMember.objects.filter(
                pk=member.pk, left_at=None, joined_at=None
            ).update(joined_at=timezone.now())
            if not changed:
                raise FamilyRefused(NOT_A_MEMBER)
            record.note(actor, "people.family_joined", member.family, person=member.person_id)
    except IntegrityError as error:
        raise FamilyRefused(IN_ANOTHER, reference=member.person.reference_spaced) from error
    member.refresh_from_db()
    return member


def add_dependant(
    *, actor: Actor, inviting: Person, draft: PersonDraft, relation: Relation
) -> FamilyMember:
    """Add somebody without an account, such as a child: registered here, a member at once."""
    may(actor, "people.family", inviting)
    with transaction.atomic():
        own = membership_of(inviting)
        if own is None:
            raise FamilyRefused(NOT_A_MEMBER)
        person = Person(reference=new_reference())
        person.take(draft.fields())
        person.save()
        keep_words([person])
        member = FamilyMember.objects.create(
            family=own.family, person=person, relation=relation, joined_at=timezone.now()
        )
        record.note(actor, "people.family_dependant", own.family, person=person.pk)
    return member


def leave_family(*, actor: Actor, member: FamilyMember) -> None:
    """Leave, decline an invitation; a member may also take back what has no voice of its own.

    That is an invitation not yet accepted, or somebody without an account. Nobody puts out
    another who has one.
    """
    silent = member.joined_at is None or member.person.user_id is None
    if not (silent and is_inside(actor, member.family)):
        may(actor, "people.family", member.person)
    with transaction.atomic():
        changed = FamilyMember.objects.filter(pk=member.pk, left_at=None).update(
            left_at=timezone.now(), is_head=False
        )
        if not changed:
            raise FamilyRefused(NOT_A_MEMBER)
        record.note(actor, "people.family_left", member.family, person=member.person_id)


def name_head(*, actor: Actor, family: Family, member: FamilyMember | None) -> None:
    """Name who speaks for the family, or nobody; any member may, or an officer."""
    if not is_inside(actor, family):
        may(actor, "people.family")
    with transaction.atomic():
        family.members.filter(is_head=True).update(is_head=False)
        if member is not None:
            joined = family.members.filter(pk=member.pk, left_at=None, joined_at__isnull=False)
            if not joined.update(is_head=True):
                raise FamilyRefused(NOT_A_MEMBER)
        record.note(actor, "people.family_head", family, member=member.pk if member else None)


def is_inside(actor: Actor, family: Family) -> bool:
    """Whether who acts has joined this family, and their token, if any, reaches as far."""
    if actor.user_id is None:
        return False
    joined = family.members.filter(left_at=None, joined_at__isnull=False)
    own = joined.filter(person__user_id=actor.user_id).select_related("person").first()
    return own is not None and can(actor, "people.family", own.person)
