from __future__ import annotations

import pytest
from freezegun.api import FrozenDateTimeFactory
from tests.cast import Member
from tests.services.assessments.world import GOOD, book, came, invite, state_of

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments


@pytest.fixture
def booked(session: assessments.Session, her: people.Person) -> assessments.Candidate:
    return book(invite(session, her)[0])


def test_who_comes_is_checked_in_and_a_mistake_is_undone(
    booked: assessments.Candidate, bodil: Member, the_day: FrozenDateTimeFactory
) -> None:
    found = assessments.check_in(actor=bodil.actor, candidate=booked, late=True)
    assert (found.state, found.checked_in_at is not None) == ("late", True)
    assessments.undo_check_in(actor=bodil.actor, candidate=booked)
    assert state_of(booked) == "booked"
    assessments.mark_absent(actor=bodil.actor, candidate=booked)
    assessments.mark_absent(actor=bodil.actor, candidate=booked)
    assert state_of(booked) == "absent"


def test_nobody_is_checked_in_before_the_day_where_it_is_held(
    booked: assessments.Candidate, bodil: Member, clock: FrozenDateTimeFactory
) -> None:
    clock.move_to("2027-03-09 17:00:00")  # a quarter to eleven at night in Kathmandu
    with pytest.raises(assessments.TooEarly, match="10 March"):
        assessments.check_in(actor=bodil.actor, candidate=booked)
    clock.move_to("2027-03-09 18:20:00")  # five past midnight there, still the ninth in UTC
    assert assessments.check_in(actor=bodil.actor, candidate=booked).state == "present"


def test_who_has_no_place_is_not_checked_in(
    session: assessments.Session, her: people.Person, bodil: Member, the_day: object
) -> None:
    candidate = invite(session, her)[0]
    with pytest.raises(assessments.NotInvited, match=her.reference_spaced):
        assessments.check_in(actor=bodil.actor, candidate=candidate)


def test_who_was_marked_came(
    examined: assessments.Session, her: people.Person, lena: Member, the_day: object
) -> None:
    candidate = came(examined, her)
    assessments.mark_candidate(actor=lena.actor, candidate=candidate, scores=GOOD)
    with pytest.raises(assessments.ResultStands):
        assessments.mark_absent(actor=lena.actor, candidate=candidate)


def test_an_outsider_checks_nobody_in(
    booked: assessments.Candidate, hana: Member, the_day: object
) -> None:
    with pytest.raises(Refused):
        assessments.check_in(actor=hana.actor, candidate=booked)
