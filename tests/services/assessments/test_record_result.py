"""From points to a result, and from a result to a claim that counts."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from tests.cast import Member
from tests.services.assessments.test_mark_candidate import mark
from tests.services.assessments.world import GOOD, POOR, book, came, invite

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments


@pytest.fixture
def candidate(
    examined: assessments.Session, her: people.Person, the_day: object
) -> assessments.Candidate:
    return came(examined, her)


def test_two_who_agree_need_no_words(
    candidate: assessments.Candidate, lena: Member, farid: Member
) -> None:
    mark(lena, candidate, GOOD, hand_in=True)
    mark(farid, candidate, {**GOOD, "plan": 7}, hand_in=True)
    result = assessments.record_result(actor=lena.actor, candidate=candidate)
    assert result.scores == {**GOOD, "plan": 8}
    assert (result.state, result.passed) == ("recorded", True)
    assert result.share == 8_125  # (2*.9 + .8 + 4*.8 + .7) / 8
    assert not result.candidate.person.claims.exists()
    with pytest.raises(assessments.ResultStands):
        assessments.record_result(actor=lena.actor, candidate=candidate)


def test_both_must_have_handed_in(
    candidate: assessments.Candidate, lena: Member, bodil: Member
) -> None:
    mark(lena, candidate, GOOD, hand_in=True)
    with pytest.raises(assessments.MarksMissing, match="1 of 2"):
        assessments.record_result(actor=lena.actor, candidate=candidate)
    result = assessments.record_result(
        actor=bodil.actor, candidate=candidate, reason="Farid fell ill."
    )
    assert result.scores == GOOD


def test_who_differ_widely_say_why_they_agree(
    candidate: assessments.Candidate, lena: Member, farid: Member
) -> None:
    mark(lena, candidate, GOOD, hand_in=True)
    mark(farid, candidate, POOR, hand_in=True)
    with pytest.raises(assessments.ReasonMissing):
        assessments.record_result(actor=lena.actor, candidate=candidate)
    result = assessments.record_result(
        actor=lena.actor, candidate=candidate, scores=GOOD, reason="Looked at it again together."
    )
    assert result.passed


def test_points_nobody_gave_need_a_reason(
    candidate: assessments.Candidate, lena: Member, farid: Member
) -> None:
    for one in (lena, farid):
        mark(one, candidate, GOOD, hand_in=True)
    with pytest.raises(assessments.ReasonMissing):
        assessments.record_result(
            actor=lena.actor, candidate=candidate, scores={**GOOD, "time": 10}
        )
    with pytest.raises(assessments.NotAsAsked):
        assessments.record_result(
            actor=lena.actor, candidate=candidate, scores={"time": 10}, reason="So"
        )


def test_who_did_not_come_has_no_result(
    examined: assessments.Session, him: people.Person, bodil: Member, clock: object
) -> None:
    candidate = book(invite(examined, him)[0])
    with pytest.raises(assessments.NotThere):
        assessments.record_result(
            actor=bodil.actor, candidate=candidate, scores=GOOD, reason="On paper"
        )


def test_a_cancelled_session_has_no_result(candidate: assessments.Candidate, bodil: Member) -> None:
    assessments.cancel_session(actor=COMMAND_LINE, session=candidate.session, reason="Fire")
    with pytest.raises(assessments.SessionOver):
        assessments.record_result(
            actor=bodil.actor, candidate=candidate, scores=GOOD, reason="On paper"
        )


def test_an_outsider_records_nothing(candidate: assessments.Candidate, hana: Member) -> None:
    with pytest.raises(Refused):
        assessments.record_result(actor=hana.actor, candidate=candidate, scores=GOOD)


def test_the_table_keeps_one_result_that_waits(
    candidate: assessments.Candidate, bodil: Member
) -> None:
    result = assessments.record_result(
        actor=bodil.actor, candidate=candidate, scores=GOOD, reason="On paper"
    )
    result.pk = None
    with pytest.raises(IntegrityError):
        result.save(force_insert=True)
