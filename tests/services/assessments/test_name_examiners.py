from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.assessments.world import GOOD, came, open_session

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments


def test_these_and_no_others_examine(
    examined: assessments.Session, bodil: Member, lena: Member, grace: Member
) -> None:
    assessments.name_examiners(
        actor=bodil.actor, session=examined, user_ids=[lena.user.pk, grace.user.pk]
    )
    named = set(examined.named.values_list("user_id", flat=True))
    assert named == {lena.user.pk, grace.user.pk}


def test_who_gave_points_stays(
    examined: assessments.Session, bodil: Member, lena: Member, her: people.Person, the_day: object
) -> None:
    candidate = came(examined, her)
    assessments.mark_candidate(actor=lena.actor, candidate=candidate, scores=GOOD)
    assessments.name_examiners(actor=bodil.actor, session=examined, user_ids=[])
    assert list(examined.named.values_list("user_id", flat=True)) == [lena.user.pk]


def test_an_examiner_has_an_account_and_one_place_at_a_time(
    session: assessments.Session, bodil: Member, lena: Member
) -> None:
    with pytest.raises(assessments.NotAsAsked, match="no account"):
        assessments.name_examiners(actor=bodil.actor, session=session, user_ids=[99_999])
    open_session(examiners=(lena.user.pk,))
    with pytest.raises(assessments.AlreadyElsewhere):
        assessments.name_examiners(actor=bodil.actor, session=session, user_ids=[lena.user.pk])


def test_an_examiner_names_nobody(examined: assessments.Session, lena: Member) -> None:
    with pytest.raises(Refused):
        assessments.name_examiners(actor=lena.actor, session=examined, user_ids=[])
