from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from tests.cast import Member, join
from tests.services.assessments.world import DAY, GOOD, POOR, came, open_session

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments
from corridor.services.assessments.acts.confirm_result import months_after


@pytest.fixture
def recorded(
    session: assessments.Session, her: people.Person, bodil: Member, the_day: object
) -> assessments.Result:
    """Bodil recorded that Amina passed."""
    return assessments.record_result(
        actor=bodil.actor, candidate=came(session, her), scores=GOOD, reason="On paper"
    )


def test_a_second_person_lets_it_count_and_the_profile_proves_it(
    recorded: assessments.Result, ivan: Member, her: people.Person
) -> None:
    result = assessments.confirm_result(actor=ivan.actor, result=recorded)
    assert (result.state, result.valid_until) == ("confirmed", date(2029, 3, 9))
    claim = her.claims.get()
    assert (claim.kind, claim.label, claim.level) == ("skill", "Welding, tested", 2)
    assert claim.is_verified
    assert claim.verified_until == date(2029, 3, 9)
    assert claim.evidence is not None
    assert claim.evidence.media_type == "application/pdf"
    assert result.claim_id == claim.pk


def test_the_person_is_told_in_plain_words(recorded: assessments.Result, ivan: Member) -> None:
    assessments.confirm_result(actor=ivan.actor, result=recorded)
    text = messaging.Message.objects.get(channel="email", subject__startswith="Your result").text
    assert "You passed." in text
    assert "The weld by eye and by bending: 16 of 20 points" in text
    assert "Together 81.25%; 60% are needed." in text
    assert "valid until 9 March 2029" in text
    assert "object until 24 March 2027; the answer comes within 14 days" in text


def test_who_failed_is_told_what_to_do(
    session: assessments.Session, her: people.Person, bodil: Member, ivan: Member, the_day: object
) -> None:
    candidate = came(session, her)
    result = assessments.record_result(
        actor=bodil.actor, candidate=candidate, scores=POOR, reason="On paper"
    )
    assert result.below == ["safety", "weld"]
    assessments.confirm_result(actor=ivan.actor, result=result)
    text = messaging.Message.objects.get(channel="email", subject__startswith="Your result").text
    assert "You did not pass." in text
    assert "try again from 9 April 2027" in text
    assert not her.claims.exists()


def test_whoever_recorded_it_does_not_confirm_it(
    recorded: assessments.Result, bodil: Member
) -> None:
    with pytest.raises(assessments.SecondPersonNeeded):
        assessments.confirm_result(actor=bodil.actor, result=recorded)
    recorded.confirmed_key, recorded.state = recorded.recorded_key, "confirmed"
    recorded.confirmed_at = recorded.recorded_at
    with pytest.raises(IntegrityError):
        recorded.save()


def test_the_second_of_two_clicks_is_told_so(recorded: assessments.Result, ivan: Member) -> None:
    assessments.confirm_result(actor=ivan.actor, result=recorded)
    with pytest.raises(assessments.NotWaiting):
        assessments.confirm_result(actor=ivan.actor, result=recorded)
    assert record.Entry.objects.filter(verb="assessments.result_counts").count() == 1


def test_it_is_sent_back_with_a_reason_and_recorded_anew(
    recorded: assessments.Result, ivan: Member, bodil: Member
) -> None:
    with pytest.raises(assessments.ReasonMissing):
        assessments.return_result(actor=ivan.actor, result=recorded, reason="")
    assessments.return_result(actor=ivan.actor, result=recorded, reason="Line 2 is unreadable.")
    again = assessments.record_result(
        actor=bodil.actor, candidate=recorded.candidate, scores=GOOD, reason="Read again"
    )
    assert assessments.confirm_result(actor=ivan.actor, result=again).state == "confirmed"


def test_a_result_of_a_cancelled_session_does_not_count(
    recorded: assessments.Result, ivan: Member
) -> None:
    assessments.cancel_session(
        actor=COMMAND_LINE, session=recorded.candidate.session, reason="Found broken"
    )
    with pytest.raises(assessments.SessionOver):
        assessments.confirm_result(actor=ivan.actor, result=recorded)


@pytest.mark.parametrize("name", ["amina", "hana", "farid"])
def test_nobody_else_confirms(
    recorded: assessments.Result, name: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(Refused):
        assessments.confirm_result(actor=request.getfixturevalue(name).actor, result=recorded)


def test_others_hear_of_a_result_and_read_it(
    kinds: None, her: people.Person, bodil: Member, ivan: Member, the_day: object
) -> None:
    session = open_session_about("R7/V12")
    result = assessments.record_result(
        actor=bodil.actor, candidate=came(session, her), scores=GOOD, reason="On paper"
    )
    assert assessments.results_about("R7/V12") == []
    assessments.confirm_result(actor=ivan.actor, result=result)
    (found,) = assessments.results_about("R7/V12")
    assert (found.reference, found.share, found.passed) == (her.reference, 8_125, True)
    assert assessments.results_about("") == []


def open_session_about(about: str) -> assessments.Session:
    later = (
        assessments.SlotDraft(starts_at=DAY + timedelta(hours=8), ends_at=DAY + timedelta(hours=9)),
    )
    return open_session(about=about, slots=later)


def test_a_result_holds_until_it_runs_out(
    recorded: assessments.Result, ivan: Member, her: people.Person
) -> None:
    assessments.confirm_result(actor=ivan.actor, result=recorded)
    last = date(2029, 3, 9)
    assert len(assessments.valid_results(her, "trade-welding", on=last)) == 1
    assert assessments.valid_results(her, on=last + timedelta(days=1)) == []
    assert assessments.valid_results(her, "eps-topik", on=last) == []


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2027, 3, 10), 24, date(2029, 3, 9)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 1, 1), 12, date(2027, 12, 31)),
        (date(2027, 1, 1), None, None),
    ],
)
def test_months_end_on_the_day_before(day: date, months: int | None, last: date | None) -> None:
    assert months_after(day, months) == last


def test_a_colleague_with_the_same_role_is_a_second_person(recorded: assessments.Result) -> None:
    colleague = join("ivan")
    assert assessments.confirm_result(actor=colleague.actor, result=recorded).confirmed_key
