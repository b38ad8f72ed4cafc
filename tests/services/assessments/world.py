"""What the tests of assessments stand on: a fixed day, people, sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DAY = datetime(2027, 3, 10, 3, 15, tzinfo=UTC)  # nine in the morning in Kathmandu
HOURS = timedelta(hours=3)

WELDING = assessments.SessionDraft(
    kind="trade-welding",
    title="Welding test in Kathmandu",
    time_zone="Asia/Kathmandu",
    place="Training centre, Hall 2",
    note="Bring your own mask.",
    slots=(assessments.SlotDraft(starts_at=DAY, ends_at=DAY + HOURS, places=2),),
)
GOOD = {"safety": 9, "plan": 8, "weld": 16, "time": 7}
POOR = {"safety": 5, "plan": 8, "weld": 9, "time": 7}


def person(name: str, *, member: Member | None = None, **said: Any) -> people.Person:
    draft = people.read(people.PersonDraft, {"full_name": name, **said})
    actor = member.actor if member else COMMAND_LINE
    return people.register_person(actor=actor, draft=draft)


def crowd(count: int) -> list[people.Person]:
    return [person(f"Worker {n}", email=f"worker{n}@example.org") for n in range(count)]


def open_session(**changes: Any) -> assessments.Session:
    return assessments.open_session(actor=COMMAND_LINE, draft=replace(WELDING, **changes))


def invite(session: assessments.Session, *persons: people.Person) -> list[assessments.Candidate]:
    references = [one.reference for one in persons]
    assessments.invite_people(actor=COMMAND_LINE, session=session, references=references)
    return [assessments.candidate_of(session, reference) for reference in references]


def book(candidate: assessments.Candidate) -> assessments.Candidate:
    slot = candidate.session.slots.first()
    assert slot is not None
    return assessments.book_place(actor=COMMAND_LINE, candidate=candidate, slot=slot)


def came(session: assessments.Session, one: people.Person) -> assessments.Candidate:
    """Invited, booked and checked in; the clock must show the day."""
    candidate = invite(session, one)[0]
    slot = candidate.session.slots.first()
    assert slot is not None
    assessments.Candidate.objects.filter(pk=candidate.pk).update(slot=slot, state="booked")
    assessments.Slot.objects.filter(pk=slot.pk).update(places_taken=slot.places_taken + 1)
    candidate.refresh_from_db()
    return assessments.check_in(actor=COMMAND_LINE, candidate=candidate)


def state_of(candidate: assessments.Candidate) -> str:
    return assessments.Candidate.objects.get(pk=candidate.pk).state
