from __future__ import annotations

from datetime import timedelta

from tests.services.assessments.test_correct_result import counts  # noqa: F401
from tests.services.assessments.test_mark_candidate import mark
from tests.services.assessments.world import DAY, GOOD, NOW, POOR, book, came, crowd, invite

from corridor.services.assessments import api as assessments
from corridor.services.assessments import describe, reads


def test_a_part_says_when_and_whether_it_is_over(session: assessments.Session, clock) -> None:
    candidate = book(invite(session, crowd(1)[0])[0])
    part = describe.part(candidate)
    assert (part.is_over, part.has_place, part.tone) == (False, True, "good")
    assert describe.may_answer(candidate, now=NOW)
    assert not describe.may_answer(candidate, now=DAY)
    clock.move_to(DAY + timedelta(days=1))
    assert describe.part(candidate).is_over


def test_times_leave_out_the_one_held(session: assessments.Session) -> None:
    slot = session.slots.get()
    assert [time.left for time in describe.times(session, now=NOW)] == [2]
    assert describe.times(session, now=NOW, but=slot.pk) == []


def test_a_result_that_ran_out_says_so(
    counts: assessments.Result,  # noqa: F811
    clock,
) -> None:
    found = describe.result(counts)
    assert found is not None
    assert (found.has_run_out, found.may_object) == (False, True)
    clock.tick(timedelta(days=800))
    found = describe.result(counts)
    assert found is not None
    assert (found.has_run_out, found.may_object) == (True, False)
    assert describe.result(None) is None


def test_points_far_apart_are_marked(
    examined: assessments.Session, her, lena, farid, the_day
) -> None:
    candidate = came(examined, her)
    mark(lena, candidate, GOOD, note="Calm", hand_in=True)
    mark(farid, candidate, POOR, hand_in=True)
    given = describe.given(examined, reads.markings_seen(lena.actor, candidate))
    assert given.is_apart
    assert [apart for _line, _points, apart in given.rows] == [True, False, True, False]
    assert given.notes == (("Esra", "Calm"),)


def test_a_kind_shows_percent_and_its_source(session: assessments.Session) -> None:
    facts = describe.kind_facts(session.kind)
    assert (facts["pass_percent"], facts["source_checked"]) == (60, False)
    assert describe.calendar_address("s").endswith("/calendar/s.ics")
    assert describe.tone_of("unheard-of") == "neutral"
    assert describe.day(None) == ""


def test_a_session_that_is_over_was_held(session: assessments.Session, clock) -> None:
    assert describe.state_of(session) == ("Open", "good")
    clock.move_to(DAY + timedelta(days=1))
    assert describe.state_of(session) == ("Held", "neutral")
    session.state = "cancelled"
    assert describe.state_of(session) == ("Cancelled", "bad")
