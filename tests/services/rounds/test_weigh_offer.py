from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import TestCase
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import agreed_by, offered, own
from tests.services.rounds.test_make_offers import race

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.messaging import api as messaging
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments
from corridor.services.rounds import api as rounds
from corridor.services.rounds import questions
from corridor.services.rounds.hearing_steps import judge_person


def fails(of: rounds.Round, name: str) -> assessments.Result:
    return steps.take_test(steps.listed(of, name).round_vacancy, name, steps.POOR)


def corrected(result: assessments.Result, scores: dict[str, int]) -> assessments.Result:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return assessments.correct_result(
            actor=COMMAND_LINE, result=result, scores=scores, reason="A sheet was misread."
        )


def bar_of(of: rounds.Round, name: str) -> str:
    return steps.listed(of, name).barred_by


def test_an_open_offer_is_withdrawn_with_the_reason_and_the_next_is_asked(
    published: rounds.Round, amina: Member
) -> None:
    own(amina, "Amina")
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    fails(published, "Amina")
    offer.refresh_from_db()
    assert (offer.state, offer.failed) == ("withdrawn", bar_of(published, "Amina"))
    assert offer.failed.endswith("/test")
    asked = offer.round_vacancy.offers.get(is_next=True)
    assert asked.worker == steps.named("Belay").reference
    told = messaging.Message.objects.filter(template="rounds/offer_failed", channel="app").get()
    assert "appeal within 14 days" in told.text
    assert f"/me/standing/{steps.listed(published, 'Amina').pk}/steps/" in told.text
    page = amina.client.get(f"/me/offers/{offer.pk}/").content.decode()
    assert "was not met at this step: Test" in page
    assert f"/me/standing/{steps.listed(published, 'Amina').pk}/steps/" in page
    with pytest.raises(rounds.OfferFailed, match="Test"):
        rounds.accept_offer(actor=amina.actor, offer=offer)


def test_an_accepted_place_is_put_before_the_officers_and_never_taken_away(
    published: rounds.Round, bodil: Member, amina: Member
) -> None:
    own(amina, "Amina")
    offer = offered(published, "Amina")
    rounds.accept_offer(actor=amina.actor, offer=offer)
    fails(published, "Amina")
    judge_person(steps.named("Amina").pk)  # heard twice
    offer.refresh_from_db()
    assert (offer.state, offer.failed) == ("accepted", "")
    assert list(questions.questioned(bodil.actor)) == [offer]
    assert record.Entry.objects.filter(verb="rounds.offer_questioned").count() == 1
    page = amina.client.get(f"/me/offers/{offer.pk}/").content.decode()
    assert "stays yours until an officer decides" in page


def test_the_two_who_signed_are_told_of_an_accepted_place_in_question(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    planned = agreed_by(rounds.plan_round(actor=COMMAND_LINE, draft=plan), bodil, farid)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    of = rounds.publish_round(
        actor=COMMAND_LINE, ready=rounds.run_round(running=running, actor=COMMAND_LINE)
    )
    offer = offered(of, "Amina")
    rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    fails(of, "Amina")
    told = messaging.Message.objects.filter(template="rounds/offer_questioned", channel="app")
    assert {one.user_id for one in told} == {bodil.user.pk, farid.user.pk}
    assert f"/desk/offers/{offer.pk}/settle/" in told[0].text


def test_a_result_corrected_in_their_favour_puts_them_first_in_line(
    published: rounds.Round,
) -> None:
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    poor = fails(published, "Amina")
    line = offer.round_vacancy
    belay = line.offers.get(is_next=True)
    corrected(poor, steps.GOOD)
    assert bar_of(published, "Amina") == ""
    assert line.offers.filter(state="open").count() == 2  # her place is Belay's: she waits
    rounds.decline_offer(actor=COMMAND_LINE, offer=belay)
    again = line.offers.get(worker=offer.worker, state="open")
    assert again.is_next


def test_a_result_corrected_against_them_withdraws_an_open_offer(published: rounds.Round) -> None:
    line = steps.listed(published, "Amina").round_vacancy
    good = steps.take_test(line, "Amina", steps.GOOD)
    offer = offered(published, "Amina")
    corrected(good, steps.POOR)
    offer.refresh_from_db()
    assert offer.state == "withdrawn"


def test_a_document_refused_withdraws_it_too(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    claim = steps.claim_of("Amina", "language")
    steps.decided(claim, "refused")
    judge_person(claim.person_id)
    offer.refresh_from_db()
    assert (offer.state, offer.failed) == ("withdrawn", "languages:en/document")


def test_whoever_decides_with_them_is_asked_anew(published: rounds.Round) -> None:
    amina, chandra = (offered(published, name) for name in ("Amina", "Chandra"))
    rounds.Offer.objects.update(family="FAM")
    rounds.accept_offer(actor=COMMAND_LINE, offer=chandra)
    fails(published, "Amina")
    chandra.refresh_from_db()
    assert (chandra.state, chandra.agreed_at) == ("open", None)
    assert rounds.accept_offer(actor=COMMAND_LINE, offer=chandra).state == "accepted"
    amina.refresh_from_db()
    assert amina.state == "withdrawn"


def test_they_can_appeal_for_two_weeks_after_it(published: rounds.Round, amina: Member) -> None:
    own(amina, "Amina")
    long_ago = timezone.now() - timedelta(days=40)
    rounds.Round.objects.filter(pk=published.pk).update(published_at=long_ago)
    result = steps.listed(published, "Amina")
    with pytest.raises(rounds.AppealLate):
        rounds.lodge_appeal(actor=amina.actor, result=result, reasons="Too early.")
    offered(published, "Amina")
    fails(published, "Amina")
    rounds.lodge_appeal(actor=amina.actor, result=result, reasons="My sheet was misread.")
    assert result.appeals.count() == 1


def test_an_offer_whose_failing_result_nobody_heard_of_yet_is_not_accepted(
    published: rounds.Round,
) -> None:
    """The result counts from its commit; the hearing of it may come later."""
    offer = offered(published, "Amina")
    session = steps.session_of(offer.round_vacancy)
    candidate = assessments.Candidate.objects.create(
        session=session, person=steps.named("Amina"), slot=session.slots.get(), state="present"
    )
    assessments.record_result(
        actor=COMMAND_LINE, candidate=candidate, scores=steps.POOR, reason="Agreed."
    )
    with pytest.raises(rounds.OfferFailed):
        rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    assert offer.round_vacancy.offers.filter(is_next=True).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_accepting_and_failing_at_the_same_moment_end_in_one_of_two_ways(
    published: rounds.Round, bodil: Member, turn: int
) -> None:
    """Accepted and in question, or withdrawn and passed on; never both, never neither."""
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    session = steps.session_of(offer.round_vacancy)
    candidate = assessments.Candidate.objects.create(
        session=session, person=steps.named("Amina"), slot=session.slots.get(), state="present"
    )
    answers = race(
        lambda: rounds.accept_offer(actor=COMMAND_LINE, offer=offer).state,
        lambda: (
            assessments.record_result(
                actor=COMMAND_LINE, candidate=candidate, scores=steps.POOR, reason="Agreed."
            ).state
        ),
    )
    record.deliver_due(now=timezone.now() + timedelta(hours=1))
    offer.refresh_from_db()
    line = offer.round_vacancy
    line.refresh_from_db()
    next_asked = line.offers.filter(is_next=True).count()
    if offer.state == "accepted":
        assert "accepted" in answers
        assert list(questions.questioned(bodil.actor)) == [offer]
        assert next_asked == 0
    else:
        assert (offer.state, bool(offer.failed), next_asked) == ("withdrawn", True, 1)
    assert line.held == line.offers.filter(state__in=["open", "accepted"]).count() == 2
