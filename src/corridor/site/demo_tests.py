"""Tests and interviews of the demonstration: one held yesterday, one to come."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import COMMAND_LINE, Actor
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments import api as assessments

HOURS = timedelta(hours=3)
ZONE = "Africa/Addis_Ababa"
# Points by line for those who take the welding test; the last did not come.
POINTS = (
    {"safety": 9, "plan": 8, "weld": 16, "time": 7},
    {"safety": 7, "plan": 6, "weld": 13, "time": 8},
    {"safety": 5, "plan": 9, "weld": 11, "time": 6},
)


def hold_tests() -> str:
    """Both sessions, once; what there is to say of them."""
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    if assessments.Session.objects.exists():
        return ""
    held, coming = _welding(), _german()
    return f"Held a trade test ({held.number}) and opened a language test ({coming.number})"


def _actor(name: str) -> Actor:
    user = accounts.user_by_login(f"{name}@example.org")
    return COMMAND_LINE if user is None else accounts.actor_for(user)


def _person(name: str) -> list[people.Person]:
    return list(people.Person.objects.filter(user__email=f"{name}@example.org"))


def _of_the_pool(isco: str, count: int) -> list[people.Person]:
    """A few of the invented people who work in this trade, without an account."""
    found = people.pool(people.PoolFilter(isco=isco)).filter(user=None)
    return list(found[:count])


def _open(
    kind: str, title: str, *, days: int, places_max: int, language: str = ""
) -> assessments.Session:
    begins = (timezone.now() + timedelta(days=days)).replace(
        hour=6, minute=0, second=0, microsecond=0
    )
    examiner = accounts.user_by_login("farid@example.org")
    draft = assessments.SessionDraft(
        kind=kind,
        title=title,
        time_zone=ZONE,
        place="Training centre, Addis Ababa",
        note="Bring an identity card and your number.",
        language=language,
        slots=(assessments.SlotDraft(starts_at=begins, ends_at=begins + HOURS, places=places_max),),
        examiners=(examiner.pk,) if examiner else (),
    )
    return assessments.open_session(actor=COMMAND_LINE, draft=draft)


def _invited(
    session: assessments.Session, persons: list[people.Person]
) -> list[assessments.Candidate]:
    references = [one.reference for one in persons]
    assessments.invite_people(actor=COMMAND_LINE, session=session, references=references)
    return [assessments.candidate_of(session, reference) for reference in references]


def _take(candidates: list[assessments.Candidate]) -> None:
    """Book for each; whoever finds no place waits."""
    for candidate in candidates:
        slot = candidate.session.slots.get()
        try:
            assessments.book_place(actor=COMMAND_LINE, candidate=candidate, slot=slot)
        except assessments.NoPlaceLeft:
            assessments.join_waiting_list(actor=COMMAND_LINE, candidate=candidate)


def _welding() -> assessments.Session:
    """A welding test with results: two that count, one that waits for a second person."""
    session = _open("trade-welding", "Welding test", days=1, places_max=6)
    persons = [*_person("dawit"), *_of_the_pool("72", len(POINTS))]
    candidates = _invited(session, persons)
    _take(candidates)
    # Nobody opens a session in the past; that of the demonstration was yesterday.
    back = timedelta(days=2)
    assessments.Slot.objects.filter(session=session).update(
        starts_at=F("starts_at") - back, ends_at=F("ends_at") - back
    )
    assessments.Session.objects.filter(pk=session.pk).update(
        starts_at=F("starts_at") - back,
        ends_at=F("ends_at") - back,
        books_until=F("books_until") - back,
    )
    for number, (candidate, points) in enumerate(zip(candidates, POINTS, strict=False)):
        assessments.check_in(actor=COMMAND_LINE, candidate=candidate)
        assessments.mark_candidate(
            actor=_actor("farid"), candidate=candidate, scores=points, hand_in=True
        )
        result = assessments.record_result(actor=_actor("farid"), candidate=candidate)
        if number < len(POINTS) - 1:
            assessments.confirm_result(actor=_actor("bodil"), result=result)
    for candidate in candidates[len(POINTS) :]:
        assessments.mark_absent(actor=COMMAND_LINE, candidate=candidate)
    return session


def _german() -> assessments.Session:
    """A test of German to come: Amina has a place, somebody waits, somebody has not answered."""
    session = _open("language-cefr", "German test", days=20, places_max=3, language="de")
    others = _of_the_pool("53", 5)
    candidates = _invited(session, [*_person("amina"), *others])
    _take(candidates[:4])
    return session
