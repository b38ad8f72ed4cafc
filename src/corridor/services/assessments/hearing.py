"""What assessments hear of people: erased, merged, taken apart again."""

from __future__ import annotations

from django.utils import timezone

from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments.acts.book_place import take_out
from corridor.services.assessments.models import Candidate, SessionState


@record.hears(people.PersonErased)
def forget(event: people.PersonErased) -> None:
    """Places to come are freed; then their part, with marks, results and words, is deleted."""
    parts = Candidate.objects.filter(person=event.person_id).select_related("session")
    for candidate in parts:
        _free_if_to_come(candidate)
    Candidate.objects.filter(moved_from=event.person_id).update(moved_from=None)
    parts.delete()


@record.hears(people.PeopleMerged)
def follow(event: people.PeopleMerged) -> None:
    """What was theirs is the kept person's; where both take part, the second place is freed."""
    both = Candidate.objects.filter(person=event.kept_id).values("session")
    theirs = Candidate.objects.filter(person=event.merged_id).select_related("session")
    for twice in theirs.filter(session__in=both):
        _free_if_to_come(twice)
    theirs.exclude(session__in=list(both.values_list("session", flat=True))).update(
        person=event.kept_id, moved_from=event.merged_id
    )


@record.hears(people.PeopleUnmerged)
def part(event: people.PeopleUnmerged) -> None:
    """What came with the merged person goes back to them."""
    Candidate.objects.filter(person=event.kept_id, moved_from=event.merged_id).update(
        person=event.merged_id, moved_from=None
    )


def _free_if_to_come(candidate: Candidate) -> None:
    session = candidate.session
    if session.state != SessionState.CANCELLED and session.ends_at > timezone.now():
        take_out(candidate=candidate)
