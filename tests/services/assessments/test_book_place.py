"""Places: booked, changed, given back, waited for; never one too many."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from freezegun.api import FrozenDateTimeFactory
from tests.cast import Member
from tests.services.assessments.world import (
    DAY,
    HOURS,
    POOR,
    book,
    came,
    crowd,
    invite,
    open_session,
    state_of,
)

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments


def test_a_worker_takes_a_place_and_a_double_click_takes_one(
    session: assessments.Session, her: people.Person, amina: Member
) -> None:
    candidate = invite(session, her)[0]
    slot = session.slots.get()
    for _click in range(2):
        assessments.book_place(actor=amina.actor, candidate=candidate, slot=slot)
    slot.refresh_from_db()
    assert slot.places_taken == 1
    assert record.Entry.objects.filter(verb="assessments.booked").count() == 1
    mail = messaging.Message.objects.filter(channel="email", subject__startswith="You have a place")
    assert "Wednesday, 10 March 2027, 09:00 (Kathmandu, UTC+05:45)" in mail.get().text
    assert her.reference_spaced in mail.get().text


def test_another_persons_place_cannot_be_taken(
    session: assessments.Session, her: people.Person, dawit: Member
) -> None:
    candidate = invite(session, her)[0]
    with pytest.raises(Refused):
        assessments.book_place(actor=dawit.actor, candidate=candidate, slot=session.slots.get())
    with pytest.raises(Refused):
        assessments.decline(actor=dawit.actor, candidate=candidate)


def test_the_first_who_waits_moves_up_when_a_place_is_given_back(
    session: assessments.Session, her: people.Person
) -> None:
    first, second, third, last = invite(session, *crowd(3), her)
    book(first)
    book(second)
    with pytest.raises(assessments.NoPlaceLeft):
        book(third)
    assessments.join_waiting_list(actor=COMMAND_LINE, candidate=third)
    assessments.join_waiting_list(actor=COMMAND_LINE, candidate=last)
    assessments.decline(actor=COMMAND_LINE, candidate=first)
    assessments.decline(actor=COMMAND_LINE, candidate=first)
    assert [state_of(one) for one in (first, second, third, last)] == [
        *("declined", "booked", "booked", "waiting")
    ]
    assert session.slots.get().places_taken == 2
    told = messaging.Message.objects.filter(address="worker2@example.org").latest("pk")
    assert "A place became free and it is yours" in told.text


def test_who_waits_but_is_elsewhere_then_is_passed_over(session: assessments.Session) -> None:
    first, busy, free = crowd(3)
    holder = book(invite(session, first)[0])
    other = open_session()
    book(invite(session, crowd(1)[0])[0])
    busy_waits, free_waits = invite(session, busy, free)
    for one in (busy_waits, free_waits):
        assessments.join_waiting_list(actor=COMMAND_LINE, candidate=one)
    book(invite(other, busy)[0])
    assessments.decline(actor=COMMAND_LINE, candidate=holder)
    assert [state_of(busy_waits), state_of(free_waits)] == ["waiting", "booked"]


def test_nobody_is_in_two_places_at_once(session: assessments.Session, her: people.Person) -> None:
    other = open_session()
    book(invite(session, her)[0])
    with pytest.raises(assessments.AlreadyElsewhere, match=session.number):
        book(invite(other, her)[0])


def test_a_place_is_changed_for_another_time(kinds: None, her: people.Person) -> None:
    slots = tuple(
        assessments.SlotDraft(starts_at=DAY + HOURS * n, ends_at=DAY + HOURS * (n + 1))
        for n in range(2)
    )
    session = open_session(kind="interview", slots=slots)
    morning, noon = session.slots.all()
    candidate, other = invite(session, her, crowd(1)[0])
    assessments.book_place(actor=COMMAND_LINE, candidate=candidate, slot=morning)
    assessments.book_place(actor=COMMAND_LINE, candidate=candidate, slot=noon)
    assert list(session.slots.values_list("places_taken", flat=True)) == [0, 1]
    with pytest.raises(assessments.NoPlaceLeft):
        assessments.book_place(actor=COMMAND_LINE, candidate=other, slot=noon)
    assert state_of(other) == "invited"


def test_after_the_last_hour_for_booking_only_the_office_books(
    session: assessments.Session, her: people.Person, amina: Member, clock: FrozenDateTimeFactory
) -> None:
    candidate = invite(session, her)[0]
    slot = session.slots.get()
    clock.move_to(DAY)
    with pytest.raises(assessments.BookingClosed):
        assessments.book_place(actor=amina.actor, candidate=candidate, slot=slot)
    with pytest.raises(assessments.BookingClosed):
        book(candidate)  # it has begun


def test_who_failed_tries_again_after_the_days_asked_for(
    session: assessments.Session, her: people.Person, the_day: FrozenDateTimeFactory
) -> None:
    candidate = came(session, her)
    session.four_eyes = False
    session.save()
    result = assessments.record_result(
        actor=COMMAND_LINE, candidate=candidate, scores=POOR, reason="On paper"
    )
    assert not result.passed
    soon, later = (
        open_session(
            slots=(
                assessments.SlotDraft(
                    starts_at=DAY + timedelta(days=days),
                    ends_at=DAY + timedelta(days=days, hours=1),
                ),
            )
        )
        for days in (29, 30)
    )
    with pytest.raises(assessments.TooSoonAgain, match="April 9"):
        book(invite(soon, her)[0])
    assert book(invite(later, her)[0]).state == "booked"


def test_a_cancelled_session_takes_nobody(session: assessments.Session, her: people.Person) -> None:
    candidate = invite(session, her)[0]
    assessments.cancel_session(actor=COMMAND_LINE, session=session, reason="Snow")
    with pytest.raises(assessments.SessionOver):
        book(candidate)


def test_the_table_refuses_one_place_too_many(session: assessments.Session) -> None:
    slot = session.slots.get()
    slot.places_taken = 3
    with pytest.raises(IntegrityError):
        slot.save()


def _together(work: list) -> list[str]:
    """Run these at the same moment, each in a thread; what became of each."""
    outcomes: list[str] = []
    gate = threading.Barrier(len(work))

    def run(one) -> None:
        try:
            gate.wait()
            one()
            outcomes.append("done")
        except assessments.AssessmentError as error:
            outcomes.append(error.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def _future(days: int = 400) -> tuple[assessments.SlotDraft, ...]:
    from django.utils import timezone

    begins = timezone.now() + timedelta(days=days)
    return (assessments.SlotDraft(starts_at=begins, ends_at=begins + HOURS, places=2),)


@pytest.mark.django_db(transaction=True)
def test_six_at_the_same_second_take_two_places_and_four_are_told_so() -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    session = open_session(slots=_future())
    candidates = invite(session, *crowd(6))
    outcomes = _together([lambda one=one: book(one) for one in candidates])
    assert outcomes == ["assessments.no_place_left"] * 4 + ["done"] * 2
    assert session.slots.get().places_taken == 2
    assert assessments.Candidate.objects.filter(state="booked").count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_person_in_two_tabs_books_two_sessions_at_one_time_only_once() -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    slots = _future()
    one, other = open_session(slots=slots), open_session(slots=slots)
    someone = crowd(1)[0]
    both = [invite(one, someone)[0], invite(other, someone)[0]]
    outcomes = _together([lambda each=each: book(each) for each in both])
    assert outcomes == ["assessments.elsewhere_then", "done"]


@pytest.mark.django_db(transaction=True)
def test_two_give_back_while_two_wait_and_every_place_is_filled_once() -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    session = open_session(slots=_future())
    first, second, third, fourth = invite(session, *crowd(4))
    book(first)
    book(second)
    for one in (third, fourth):
        assessments.join_waiting_list(actor=COMMAND_LINE, candidate=one)
    done = _together(
        [
            lambda one=one: assessments.decline(actor=COMMAND_LINE, candidate=one)
            for one in (first, second)
        ]
    )
    assert done == ["done", "done"]
    assert [state_of(one) for one in (third, fourth)] == ["booked", "booked"]
    assert session.slots.get().places_taken == 2
