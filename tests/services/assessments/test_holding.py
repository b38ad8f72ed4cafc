from __future__ import annotations

from datetime import timedelta

import pytest
from tests.services.assessments.world import DAY, NOW, book, crowd, invite, open_session

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.assessments import api as assessments
from corridor.services.assessments import holding


def test_nobody_moves_up_in_a_cancelled_session(session: assessments.Session) -> None:
    candidate = invite(session, crowd(1)[0])[0]
    assessments.cancel_session(actor=COMMAND_LINE, session=session, reason="Snow")
    session.refresh_from_db()
    assert holding.move_up(session, [candidate], now=NOW) == []


def test_a_time_that_is_over_is_given_to_nobody(session: assessments.Session) -> None:
    candidate = invite(session, crowd(1)[0])[0]
    assert holding.move_up(session, [candidate], now=DAY + timedelta(minutes=1)) == []
    assert holding.move_up(session, [candidate], now=NOW) == [candidate]


def test_touching_appointments_are_both_possible(session: assessments.Session) -> None:
    someone = crowd(1)[0]
    book(invite(session, someone)[0])
    after = assessments.SlotDraft(
        starts_at=session.ends_at, ends_at=session.ends_at + timedelta(hours=1)
    )
    next_one = open_session(slots=(after,))
    slot = next_one.slots.get()
    holding.refuse_elsewhere(someone.pk, slot)
    slot.starts_at -= timedelta(seconds=1)
    with pytest.raises(assessments.AlreadyElsewhere):
        holding.refuse_elsewhere(someone.pk, slot)


def test_places_held_are_those_counted(session: assessments.Session) -> None:
    book(invite(session, *crowd(2))[0])
    assert holding.places_held(session) == session.slots.get().places_taken == 1
