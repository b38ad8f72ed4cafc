"""Who may do what with assessments."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit
from corridor.services.assessments.drafts import SessionDraft
from corridor.services.assessments.models import (
    AssessmentKind,
    Candidate,
    Examiner,
    Method,
    Objection,
    Result,
    Session,
)


def session_of(thing: Any) -> Session | None:
    if isinstance(thing, Objection):
        thing = thing.result
    if isinstance(thing, Result):
        thing = thing.candidate
    if isinstance(thing, Candidate):
        return thing.session
    return thing if isinstance(thing, Session) else None


@rules.predicate  # type: ignore[untyped-decorator]
def is_examiner(actor: Actor, thing: Any = None) -> bool:
    """Named for this session."""
    session = session_of(thing)
    return (
        session is not None
        and actor.user_id is not None
        and Examiner.objects.filter(session=session, user_id=actor.user_id).exists()
    )


@rules.predicate  # type: ignore[untyped-decorator]
def is_own_interview(actor: Actor, thing: Any = None) -> bool:
    """An interview that an organisation of theirs holds."""
    session = session_of(thing)
    return (
        session is not None
        and actor.has(Role.EMPLOYER)
        and session.organisation_id in actor.organisation_ids
        and session.kind.method == Method.INTERVIEW
    )


@rules.predicate  # type: ignore[untyped-decorator]
def asks_for_own(actor: Actor, thing: Any = None) -> bool:
    """A draft of an interview in the name of an organisation of theirs."""
    return (
        isinstance(thing, SessionDraft)
        and actor.has(Role.EMPLOYER)
        and thing.organisation_id in actor.organisation_ids
        and AssessmentKind.objects.filter(code=thing.kind, method=Method.INTERVIEW).exists()
    )


@rules.predicate  # type: ignore[untyped-decorator]
def is_their_own(actor: Actor, thing: Any = None) -> bool:
    """The person whose part or result it is."""
    if isinstance(thing, Result):
        thing = thing.candidate
    return (
        isinstance(thing, Candidate)
        and actor.user_id is not None
        and thing.person.user_id == actor.user_id
    )


is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)

permit("assessments.desk", is_officer)
permit("assessments.kinds", is_officer)
permit("assessments.hire", has_role(Role.EMPLOYER))
permit("assessments.own", has_role(Role.WORKER))
permit("assessments.open", is_officer | asks_for_own)
permit("assessments.see", is_officer | is_examiner | is_own_interview)
# An employer and their people read reference numbers until an offer is made.
permit("assessments.names", is_officer | (is_examiner & ~has_role(Role.EMPLOYER, Role.AGENCY)))
permit("assessments.manage", is_officer | is_own_interview)
# Whoever takes part by the office's choice, not only by an organisation's list of candidates.
permit("assessments.invite_anybody", is_officer)
permit("assessments.take", is_their_own | is_officer)
permit("assessments.check_in", is_officer | is_examiner | is_own_interview)
permit("assessments.mark", is_examiner)
permit("assessments.record", is_officer | is_examiner)
permit("assessments.confirm", is_officer | is_examiner)
permit("assessments.correct", is_officer)
permit("assessments.import", is_officer)
permit("assessments.read", is_their_own | is_officer | is_examiner)
permit("assessments.object", is_their_own)
permit("assessments.answer", is_officer)
