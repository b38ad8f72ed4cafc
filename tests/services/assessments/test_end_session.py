from __future__ import annotations

import pytest
from django.db import IntegrityError
from tests.cast import Member
from tests.services.assessments.world import book, crowd, invite, state_of

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.services.assessments import api as assessments


def test_cancelling_tells_everybody_and_frees_the_places(
    examined: assessments.Session, bodil: Member, lena: Member
) -> None:
    invited, booked, second, waits = invite(examined, *crowd(4))
    book(booked)
    book(second)
    assessments.join_waiting_list(actor=COMMAND_LINE, candidate=waits)
    found = assessments.cancel_session(actor=bodil.actor, session=examined, reason="No power.")
    assert (found.state, found.sequence) == ("cancelled", 1)
    assert {state_of(one) for one in (invited, booked, second, waits)} == {"cancelled"}
    assert examined.slots.get().places_taken == 0
    told = messaging.Message.objects.filter(subject__startswith="Cancelled", channel="email")
    assert told.count() == 6  # four people and two examiners
    assert "No power." in told[0].text


def test_a_reason_is_needed_and_nobody_cancels_twice(session: assessments.Session) -> None:
    with pytest.raises(assessments.ReasonMissing):
        assessments.cancel_session(actor=COMMAND_LINE, session=session, reason=" ")
    assessments.cancel_session(actor=COMMAND_LINE, session=session, reason="Snow")
    with pytest.raises(assessments.SessionOver):
        assessments.cancel_session(actor=COMMAND_LINE, session=session, reason="Snow")
    with pytest.raises(assessments.SessionOver):
        assessments.reopen_session(actor=COMMAND_LINE, session=session)


def test_a_closed_session_takes_no_bookings_but_from_the_office(
    session: assessments.Session, amina: Member, her
) -> None:
    assessments.close_session(actor=COMMAND_LINE, session=session)
    candidate = invite(session, her)[0]
    slot = session.slots.get()
    with pytest.raises(assessments.BookingClosed):
        assessments.book_place(actor=amina.actor, candidate=candidate, slot=slot)
    assert book(candidate).state == "booked"
    assert assessments.reopen_session(actor=COMMAND_LINE, session=session).state == "open"


def test_an_outsider_cancels_nothing(session: assessments.Session, hana: Member) -> None:
    with pytest.raises(Refused):
        assessments.cancel_session(actor=hana.actor, session=session, reason="Mine")


def test_the_table_wants_the_reason(session: assessments.Session) -> None:
    session.state = "cancelled"
    with pytest.raises(IntegrityError):
        session.save()
