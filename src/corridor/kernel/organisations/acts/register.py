"""Register an organisation; change what is told of it."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.organisations.drafts import OrganisationDraft
from corridor.kernel.organisations.errors import AlreadyRegistered
from corridor.kernel.organisations.models import Duty, Organisation, StaffMember
from corridor.kernel.record import api as record

# What was checked when it was verified: a change of these ends the verification.
CHECKED = ("kind", "name", "country", "registration_number")


def _taken(draft: OrganisationDraft, *, but: int = 0) -> bool:
    return bool(draft.registration_number) and (
        Organisation.objects.filter(
            country=draft.country, registration_number=draft.registration_number
        )
        .exclude(pk=but)
        .exists()
    )


def _refusal(draft: OrganisationDraft) -> AlreadyRegistered:
    return AlreadyRegistered(number=draft.registration_number, country=draft.country)


def register_organisation(*, actor: Actor, draft: OrganisationDraft) -> Organisation:
    """Register an organisation; an employer or agency who registers it answers for it.

    Raises Unreadable with every problem, AlreadyRegistered when the number is taken.
    """
    may(actor, "organisations.register")
    draft.checked()
    if _taken(draft):
        raise _refusal(draft)
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(**draft.values())
            if actor.user_id is not None and not actor.has(Role.OFFICER):
                StaffMember.objects.create(
                    organisation=organisation, user_id=actor.user_id, duty=Duty.OWNER
                )
            record.note(actor, "organisations.registered", organisation, kind=organisation.kind)
    except IntegrityError as error:  # somebody registered it in the same moment
        raise _refusal(draft) from error
    return organisation


def change_organisation(
    *, actor: Actor, organisation: Organisation, draft: OrganisationDraft
) -> Organisation:
    """Take the new details whole. A change of what was checked ends the verification."""
    may(actor, "organisations.change", organisation)
    draft.checked()
    if _taken(draft, but=organisation.pk):
        raise _refusal(draft)
    values = draft.values()
    with transaction.atomic():
        held = Organisation.objects.select_for_update().get(pk=organisation.pk)
        changed = sorted(name for name, value in values.items() if getattr(held, name) != value)
        for name in changed:
            setattr(held, name, values[name])
        if set(changed) & set(CHECKED):
            held.verified_at = held.verified_until = None
        if changed:
            held.save()
            record.note(actor, "organisations.changed", held, fields=changed)
    return held
