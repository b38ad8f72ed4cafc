from __future__ import annotations

import pytest
from django.db import IntegrityError
from tests.cast import Member
from tests.services.assessments.world import GOOD, POOR, book, came, invite

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import reads
from corridor.services.assessments.models import Marking


@pytest.fixture
def candidate(
    examined: assessments.Session, her: people.Person, the_day: object
) -> assessments.Candidate:
    return came(examined, her)


def mark(member: Member, candidate: assessments.Candidate, scores=GOOD, **more):
    return assessments.mark_candidate(
        actor=member.actor, candidate=candidate, scores=scores, **more
    )


def test_points_are_kept_as_they_come_and_then_handed_in(
    candidate: assessments.Candidate, lena: Member
) -> None:
    mark(lena, candidate, {"safety": 9})
    marking = mark(lena, candidate, GOOD, note="Steady hand", hand_in=True)
    assert (marking.scores, marking.note) == (GOOD, "Steady hand")
    assert mark(lena, candidate, GOOD, note="Steady hand", hand_in=True) == marking
    with pytest.raises(assessments.HandedIn):
        mark(lena, candidate, POOR)


def test_an_examiner_sees_the_others_only_after_their_own(
    candidate: assessments.Candidate, lena: Member, farid: Member, bodil: Member
) -> None:
    mark(farid, candidate, POOR, hand_in=True)
    mark(lena, candidate, {"safety": 9})
    assert [one.examiner for one in reads.markings_seen(lena.actor, candidate)] == [lena.user]
    assert [one.examiner for one in reads.markings_seen(bodil.actor, candidate)] == [farid.user]
    mark(lena, candidate, GOOD, hand_in=True)
    assert len(reads.markings_seen(lena.actor, candidate)) == 2


def test_each_line_at_fault_is_named(candidate: assessments.Candidate, lena: Member) -> None:
    with pytest.raises(assessments.NotAsAsked) as refused:
        mark(lena, candidate, {"safety": 11, "colour": 1}, hand_in=True)
    assert {one.field for one in refused.value.findings} == {
        *("safety", "colour", "plan", "weld", "time")
    }
    assert not Marking.objects.exists()


@pytest.mark.parametrize("name", ["bodil", "amina", "hana"])
def test_only_those_named_give_points(
    candidate: assessments.Candidate, name: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(Refused):
        mark(request.getfixturevalue(name), candidate)


def test_who_was_not_there_gets_no_points(
    examined: assessments.Session, him: people.Person, lena: Member, clock: object
) -> None:
    with pytest.raises(assessments.NotThere):
        mark(lena, book(invite(examined, him)[0]))


def test_a_cancelled_session_is_not_marked(candidate: assessments.Candidate, lena: Member) -> None:
    assessments.cancel_session(actor=COMMAND_LINE, session=candidate.session, reason="Fire")
    with pytest.raises(assessments.SessionOver):
        mark(lena, candidate)


def test_the_table_keeps_one_row_for_each_examiner(
    candidate: assessments.Candidate, lena: Member
) -> None:
    mark(lena, candidate)
    with pytest.raises(IntegrityError):
        Marking.objects.create(candidate=candidate, examiner=lena.user)
