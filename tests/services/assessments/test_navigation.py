from __future__ import annotations

from tests.cast import Member
from tests.services.assessments.world import invite

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import navigation


def test_a_worker_is_shown_how_many_invitations_wait(
    session: assessments.Session, her: people.Person, amina: Member, grace: Member
) -> None:
    invite(session, her)
    (card,) = navigation.cards(amina.actor)
    assert card.count == 1
    assert navigation.cards(grace.actor) == []
