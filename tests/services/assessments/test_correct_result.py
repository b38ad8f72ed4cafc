from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.assessments.world import GOOD, POOR, came

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments


@pytest.fixture
def counts(
    session: assessments.Session,
    her: people.Person,
    bodil: Member,
    ivan: Member,
    the_day: object,
) -> assessments.Result:
    result = assessments.record_result(
        actor=bodil.actor, candidate=came(session, her), scores=GOOD, reason="On paper"
    )
    return assessments.confirm_result(actor=ivan.actor, result=result)


def test_a_correction_waits_and_the_old_one_is_kept(
    counts: assessments.Result, bodil: Member, ivan: Member, her: people.Person
) -> None:
    new = assessments.correct_result(
        actor=bodil.actor, result=counts, scores=POOR, reason="Sheets were mixed up."
    )
    counts.refresh_from_db()
    assert (counts.state, new.state) == ("confirmed", "recorded")
    assert her.claims.get().is_verified
    assessments.confirm_result(actor=ivan.actor, result=new)
    counts.refresh_from_db()
    assert (counts.state, counts.scores) == ("corrected", GOOD)
    assert new.corrects == counts
    assert her.claims.get().status == "withdrawn"


def test_a_reason_is_needed_and_one_correction_at_a_time(
    counts: assessments.Result, bodil: Member
) -> None:
    with pytest.raises(assessments.ReasonMissing):
        assessments.correct_result(actor=bodil.actor, result=counts, scores=POOR, reason=" ")
    assessments.correct_result(actor=bodil.actor, result=counts, scores=POOR, reason="Mixed")
    with pytest.raises(assessments.ResultStands):
        assessments.correct_result(actor=bodil.actor, result=counts, scores=GOOD, reason="Again")


def test_what_does_not_count_is_not_corrected(
    counts: assessments.Result, bodil: Member, ivan: Member
) -> None:
    new = assessments.correct_result(
        actor=bodil.actor, result=counts, scores=POOR, reason="Mixed up"
    )
    assessments.confirm_result(actor=ivan.actor, result=new)
    with pytest.raises(assessments.NotWaiting):
        assessments.correct_result(actor=bodil.actor, result=counts, scores=POOR, reason="Old")


def test_only_the_office_corrects(counts: assessments.Result, amina: Member) -> None:
    with pytest.raises(Refused):
        assessments.correct_result(actor=amina.actor, result=counts, scores=GOOD, reason="Mine")
