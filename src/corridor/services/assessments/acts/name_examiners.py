"""Name who marks in a session."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments.acts.open_session import NO_ACCOUNT, may_examine
from corridor.services.assessments.conflicts import refuse_conflict_in
from corridor.services.assessments.errors import Finding, NotAsAsked
from corridor.services.assessments.holding import (
    going_on,
    hold_users,
    refuse_examiners_elsewhere,
)
from corridor.services.assessments.models import Examiner, Marking, Session


def name_examiners(*, actor: Actor, session: Session, user_ids: Collection[int]) -> Session:
    """These and no others. Who gave points already stays.

    Raises NotAsAsked, ConflictOfInterest, AlreadyElsewhere, SessionOver.
    """
    may(actor, "assessments.manage", session)
    wanted = set(user_ids)
    if may_examine(actor, wanted, session.organisation_id).count() != len(wanted):
        raise NotAsAsked([Finding(field="examiners", sentence=NO_ACCOUNT)])
    with transaction.atomic():
        session = going_on(session)
        refuse_conflict_in(session, wanted)
        hold_users(wanted)
        spans = list(session.slots.values_list("starts_at", "ends_at"))
        refuse_examiners_elsewhere(wanted, spans, but=session)
        gave = Marking.objects.filter(candidate__session=session).values("examiner")
        Examiner.objects.filter(session=session).exclude(user__in=wanted).exclude(
            user__in=gave
        ).delete()
        standing = set(session.named.values_list("user_id", flat=True))
        Examiner.objects.bulk_create(
            Examiner(session=session, user_id=user) for user in sorted(wanted - standing)
        )
        record.note(actor, "assessments.examiners_named", session, examiners=sorted(wanted))
    return session
