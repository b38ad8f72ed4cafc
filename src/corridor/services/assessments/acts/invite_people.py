"""Invite many people to a session at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments import telling
from corridor.services.assessments.conflicts import refuse_conflict
from corridor.services.assessments.errors import CannotInvite
from corridor.services.assessments.holding import going_on
from corridor.services.assessments.models import Candidate, Session
from corridor.services.assessments.shortlists import shortlist_for

AT_ONCE_MAX = 5_000


@dataclass(frozen=True, kw_only=True)
class Invited:
    """How many were invited now, how many had been before, and how many nothing reaches."""

    new: int
    known: int
    untold: int


def invite_people(*, actor: Actor, session: Session, references: Sequence[str]) -> Invited:
    """Invite by reference; those invited before stay as they are, so asking twice is harmless.

    An organisation invites only from the list it holds for what the session is about.
    Raises CannotInvite naming every reference that cannot be, ConflictOfInterest, SessionOver.
    """
    may(actor, "assessments.manage", session)
    with transaction.atomic():
        session = going_on(session)
        found = _people(actor, session, references)
        examiners = session.named.values_list("user_id", flat=True)
        refuse_conflict(examiners, found)
        known = set(Candidate.objects.filter(session=session).values_list("person_id", flat=True))
        new = [person for person in found if person.pk not in known]
        Candidate.objects.bulk_create(
            [Candidate(session=session, person=person) for person in new], batch_size=500
        )
        made = Candidate.objects.filter(session=session, person__in=new)
        told = sum(
            telling.tell(
                candidate,
                lambda one=candidate: telling.invited(one),  # type: ignore[misc]
                key="invited",
            )
            for candidate in made.select_related("person__user", "session__kind")
        )
        if new:
            record.note(actor, "assessments.invited", session, count=len(new))
    return Invited(new=len(new), known=len(found) - len(new), untold=len(new) - told)


def invite_shortlist(*, actor: Actor, session: Session, about: str = "") -> Invited:
    """Invite everybody on the list held for a subject such as R7/V12 (else the session's own)."""
    may(actor, "assessments.manage", session)
    listed = shortlist_for(actor, about or session.about)
    if listed is None:
        raise Refused("assessments.manage")
    return invite_people(actor=actor, session=session, references=listed.references)


def _people(actor: Actor, session: Session, references: Sequence[str]) -> list[people.Person]:
    """The people meant, in that order; somebody merged is who they are now."""
    written = {people.normalised(one): one.strip() for one in references if one.strip()}
    wanted = list(written)
    if not 1 <= len(wanted) <= AT_ONCE_MAX:
        raise CannotInvite([f"{len(wanted)}"])
    rows = people.Person.objects.select_related("user", "merged_into__user")
    by_reference = {one.reference: one for one in rows.filter(reference__in=wanted)}
    allowed = set(wanted)
    if not can(actor, "assessments.invite_anybody"):
        listed = shortlist_for(actor, session.about)
        allowed = {people.normalised(one) for one in listed.references} if listed else set()
    found: dict[int, people.Person] = {}
    wrong = []
    for reference in wanted:
        person = by_reference.get(reference)
        if person is not None and person.merged_into is not None:
            person = person.merged_into
        if person is None or reference not in allowed or not person.full_name:
            wrong.append(written[reference][:20])
        else:
            found[person.pk] = person
    if wrong:
        raise CannotInvite(wrong)
    return list(found.values())
