from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import offered, own, result_of

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


@pytest.fixture
def unlucky(published: rounds.Round, amina: Member) -> rounds.Result:
    """Amina's account belongs to somebody who stands on the reserve of the welders."""
    result = rounds.Result.objects.filter(
        round_vacancy__round=published, outcome="outranked-at-each"
    ).order_by("-rank")[0]
    people.Person.objects.filter(reference=result.worker).update(
        user=amina.user, email="a@example.org"
    )
    return result


def test_an_appeal_has_a_reply_clock_and_the_person_is_told(
    unlucky: rounds.Result, amina: Member
) -> None:
    appeal = rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="I hold B2.")
    assert appeal.reply_by - appeal.lodged_at >= timedelta(days=29)
    assert (
        "has come in" in messaging.Message.objects.get(key__endswith="lodged", channel="email").text
    )
    assert record.Entry.objects.filter(verb="rounds.appeal_lodged").count() == 1
    with pytest.raises(rounds.AppealLodged):
        rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="Again.")


def test_after_the_clock_nobody_appeals(unlucky: rounds.Result, amina: Member) -> None:
    of = unlucky.round_vacancy.round
    past = timezone.now() - timedelta(days=15)
    rounds.Round.objects.filter(pk=of.pk).update(published_at=past)
    unlucky.round_vacancy.refresh_from_db()
    unlucky = rounds.Result.objects.get(pk=unlucky.pk)
    with pytest.raises(rounds.AppealLate):
        rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="I hold B2.")


def test_an_appeal_says_why_and_is_ones_own(
    unlucky: rounds.Result, amina: Member, dawit: Member
) -> None:
    with pytest.raises(rounds.RoundRefused):
        rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons=" ")
    with pytest.raises(Refused):
        rounds.lodge_appeal(actor=dawit.actor, result=unlucky, reasons="Mine.")


def test_whoever_ran_the_round_decides_nothing_by_act_or_in_the_database(
    unlucky: rounds.Result, amina: Member, bodil: Member, ivan: Member
) -> None:
    of = unlucky.round_vacancy.round
    rounds.Round.objects.filter(pk=of.pk).update(
        started_by=bodil.actor.key, published_by=ivan.actor.key
    )
    unlucky = rounds.Result.objects.get(pk=unlucky.pk)
    appeal = rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="I hold B2.")
    for member in (bodil, ivan):
        with pytest.raises(rounds.AppealOfOwnRound):
            rounds.decide_appeal(
                actor=member.actor, appeal=appeal, verdict="dismissed", answer="No."
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            rounds.Appeal.objects.filter(pk=appeal.pk).update(
                verdict="dismissed", decided_at=timezone.now(), decided_by=member.actor.key
            )


def test_upheld_means_the_next_free_place(
    unlucky: rounds.Result, amina: Member, bodil: Member
) -> None:
    of = unlucky.round_vacancy.round
    appeal = rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="I hold B2.")
    rounds.make_offers(actor=COMMAND_LINE, of=of, days=5)
    decided = rounds.decide_appeal(
        actor=bodil.actor, appeal=appeal, verdict="upheld", answer="B2 was overlooked."
    )
    assert decided.verdict == "upheld"
    with pytest.raises(rounds.AppealDecided):
        rounds.decide_appeal(actor=bodil.actor, appeal=appeal, verdict="dismissed", answer="Other.")
    theirs = rounds.Offer.objects.filter(worker=unlucky.worker)
    assert not theirs.exists()  # every place is promised
    placed = rounds.Offer.objects.filter(round_vacancy=unlucky.round_vacancy)[0]
    rounds.decline_offer(actor=COMMAND_LINE, offer=placed)
    assert theirs.get().is_next


def test_a_decision_needs_words(unlucky: rounds.Result, amina: Member, bodil: Member) -> None:
    appeal = rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="I hold B2.")
    for verdict, answer in (("upheld", " "), ("perhaps", "Well.")):
        with pytest.raises(rounds.RoundRefused):
            rounds.decide_appeal(actor=bodil.actor, appeal=appeal, verdict=verdict, answer=answer)
    with pytest.raises(Refused):
        rounds.decide_appeal(actor=amina.actor, appeal=appeal, verdict="upheld", answer="Yes.")


def test_an_erased_person_leaves_no_words_behind(published: rounds.Round, amina: Member) -> None:
    own(amina, "Amina")
    result = result_of(published, "Amina")
    offered(published, "Amina")
    appeal = rounds.lodge_appeal(actor=amina.actor, result=result, reasons="My secret.")
    person = people.Person.objects.get(full_name="Amina")
    people.erase_person(actor=amina.actor, person=person, confirmation=person.reference)
    record.deliver_due(now=timezone.now() + timedelta(hours=1))
    appeal.refresh_from_db()
    assert appeal.reasons == "-"
