"""Nobody examines themselves or somebody of their family."""

from __future__ import annotations

from collections.abc import Iterable

from corridor.kernel.people import api as people
from corridor.services.assessments.errors import ConflictOfInterest
from corridor.services.assessments.models import Candidate, CandidateState, Session

OUT = (CandidateState.DECLINED, CandidateState.CANCELLED)


def close_to(user_ids: Iterable[int]) -> set[int]:
    """Ids of the people behind these accounts and of everybody in their families."""
    own = list(people.Person.objects.filter(user_id__in=list(user_ids)))
    families = [found.family_id for one in own if (found := people.membership_of(one))]
    kin = people.Person.objects.filter(
        memberships__family__in=families,
        memberships__left_at=None,
        memberships__joined_at__isnull=False,
    )
    return {one.pk for one in own} | set(kin.values_list("pk", flat=True))


def refuse_conflict(examiner_ids: Iterable[int], candidates: Iterable[people.Person]) -> None:
    """Raises ConflictOfInterest, naming the candidate."""
    near = close_to(examiner_ids)
    for person in candidates:
        if person.pk in near:
            raise ConflictOfInterest(reference=person.reference_spaced)


def refuse_conflict_in(session: Session, examiner_ids: Iterable[int]) -> None:
    """The same for everybody who takes part in a session."""
    taking = Candidate.objects.filter(session=session).exclude(state__in=OUT)
    refuse_conflict(examiner_ids, [one.person for one in taking.select_related("person")])
