"""Nobody examines themselves or their own family, whichever way round it comes about."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.assessments.world import GOOD, came, invite

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import conflicts


@pytest.fixture
def couple(her: people.Person, him: people.Person, amina: Member, dawit: Member) -> None:
    """Amina and Dawit are one family."""
    people.start_family(actor=amina.actor, person=her)
    member = people.join_family(
        actor=amina.actor,
        inviting=her,
        reference=him.reference,
        relation=people.Relation.SPOUSE,
    )
    people.accept_family(actor=dawit.actor, member=member)


def test_a_family_is_close(couple: None, her: people.Person, him: people.Person) -> None:
    assert conflicts.close_to([her.user_id or 0]) == {her.pk, him.pk}
    assert conflicts.close_to([0]) == set()


def test_who_is_family_of_a_candidate_is_not_named_examiner(
    couple: None, session: assessments.Session, her: people.Person, dawit: Member, bodil: Member
) -> None:
    invite(session, her)
    with pytest.raises(assessments.ConflictOfInterest, match=her.reference_spaced):
        assessments.name_examiners(actor=bodil.actor, session=session, user_ids=[dawit.user.pk])


def test_who_became_family_since_gives_no_points(
    examined: assessments.Session,
    her: people.Person,
    him: people.Person,
    amina: Member,
    dawit: Member,
    the_day: object,
    request: pytest.FixtureRequest,
) -> None:
    assessments.name_examiners(
        actor=request.getfixturevalue("bodil").actor, session=examined, user_ids=[dawit.user.pk]
    )
    candidate = came(examined, her)
    request.getfixturevalue("couple")
    with pytest.raises(assessments.ConflictOfInterest):
        assessments.mark_candidate(actor=dawit.actor, candidate=candidate, scores=GOOD)


def test_an_officer_does_not_record_their_own_result(
    session: assessments.Session, bodil: Member, the_day: object
) -> None:
    from tests.services.assessments.world import person

    own = person("Bodil")
    people.Person.objects.filter(pk=own.pk).update(user=bodil.user)
    candidate = came(session, own)
    with pytest.raises(assessments.ConflictOfInterest):
        assessments.record_result(
            actor=bodil.actor, candidate=candidate, scores=GOOD, reason="Good"
        )
