"""What a result proves, beside what the person said."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.assessments.world import came, open_session

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments

B1 = {"listening": 18, "reading": 18, "writing": 12, "speaking": 14}  # 62 percent


@pytest.fixture
def take(kinds: None, her: people.Person, bodil: Member, ivan: Member, the_day):
    """Amina takes a test of English with these points, and the result counts."""

    def taken(**scores: int) -> assessments.Result:
        session = open_session_now("language-cefr", language="en")
        result = assessments.record_result(
            actor=bodil.actor, candidate=came(session, her), scores=B1 | scores, reason="On paper"
        )
        return assessments.confirm_result(actor=ivan.actor, result=result)

    return taken


def open_session_now(kind: str, **more: str) -> assessments.Session:
    from datetime import timedelta

    from tests.services.assessments.world import DAY

    slot = assessments.SlotDraft(
        starts_at=DAY + timedelta(hours=5), ends_at=DAY + timedelta(hours=6)
    )
    return open_session(kind=kind, slots=(slot,), **more)


def say(amina: Member, her: people.Person, cefr: str) -> people.Claim:
    value = people.read(people.VALUES[people.Kind.LANGUAGE], {"language": "en", "cefr": cefr})
    return people.add_claim(actor=amina.actor, person=her, value=value)


def test_a_level_that_nobody_said_is_added(take, her: people.Person) -> None:
    result = take()
    claim = her.claims.get()
    assert result.level == "B1"
    assert (claim.said, claim.source, claim.is_verified) == (
        {"language": "en", "cefr": "B1"},
        "staff",
        True,
    )
    assert "62%" in claim.verifications.get().reason


def test_what_she_said_and_proved_is_verified(take, her: people.Person, amina: Member) -> None:
    said = say(amina, her, "B1")
    take()
    said.refresh_from_db()
    assert her.claims.count() == 1
    assert said.is_verified


def test_what_she_said_otherwise_stays_with_the_result_beside_it(
    take, her: people.Person, amina: Member
) -> None:
    said = say(amina, her, "C1")
    take()
    said.refresh_from_db()
    beside = her.claims.get(corrects=said)
    assert (said.is_current, said.counts, beside.counts, beside.level) == (True, False, True, 3)


def test_a_failed_test_proves_nothing(take, her: people.Person) -> None:
    take(listening=0, reading=0, writing=0, speaking=0)
    assert not her.claims.exists()


def test_an_interview_proves_nothing(
    kinds: None, her: people.Person, bodil: Member, the_day
) -> None:
    session = open_session_now("interview")
    result = assessments.record_result(
        actor=bodil.actor,
        candidate=came(session, her),
        scores={"work": 5, "problem": 4, "talk": 4},
        reason="Alone in the room",
    )
    assert (result.state, result.claim_id) == ("confirmed", None)


@pytest.mark.plays("1a1.3")
def test_a_diploma_checked_at_the_school_is_verified_in_the_profile(
    kinds: None, her: people.Person, bodil: Member, ivan: Member, the_day
) -> None:
    session = open_session_now("diploma-check")
    scores = {"original": 1, "school": 1, "confirmed": 1}
    result = assessments.record_result(
        actor=bodil.actor, candidate=came(session, her), scores=scores, reason="Letter of 3 March"
    )
    assessments.confirm_result(actor=ivan.actor, result=result)
    claim = her.claims.get(kind="qualification")
    assert claim.is_verified
    assert claim.verified_until is None
