from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import offered, own, result_of, run

from corridor.kernel.actors.api import COMMAND_LINE, SYSTEM, Refused
from corridor.kernel.background import api as background
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def overdue(offer: rounds.Offer) -> rounds.Offer:
    past = timezone.now() - timedelta(hours=1)
    rounds.Offer.objects.filter(pk=offer.pk).update(made_at=past - timedelta(days=1), deadline=past)
    offer.refresh_from_db()
    return offer


def test_the_worker_accepts_and_the_place_is_theirs(published: rounds.Round, amina: Member) -> None:
    own(amina, "Amina")
    offer = offered(published, "Amina")
    accepted = rounds.accept_offer(actor=amina.actor, offer=offer)
    assert accepted.state == "accepted"
    again = rounds.accept_offer(actor=amina.actor, offer=offer)  # the first answer was lost
    assert again.answered_at == accepted.answered_at
    standing = next(one for one in rounds.standings_of(offer.worker) if one.offer_id == offer.pk)
    assert (standing.stage, standing.by) == ("accepted", None)


def test_after_the_deadline_nobody_accepts_and_the_next_is_asked(published: rounds.Round) -> None:
    offer = overdue(offered(published, "Amina"))
    with pytest.raises(rounds.OfferOver):
        rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    offer.refresh_from_db()
    assert offer.state == "lapsed"
    (following,) = rounds.Offer.objects.filter(is_next=True)
    assert following.round_vacancy == offer.round_vacancy
    with pytest.raises(rounds.OfferAnswered):
        rounds.accept_offer(actor=COMMAND_LINE, offer=offer)


def test_a_declined_place_goes_to_the_first_on_reserve(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    reserve = offer.round_vacancy.results.exclude(outcome__in=["placed", "placed-elsewhere"])
    first = reserve.order_by("rank").first()
    assert first is not None
    declined = rounds.decline_offer(actor=COMMAND_LINE, offer=offer, reason="Too far")
    assert (declined.state, declined.reason) == ("declined", "Too far")
    (following,) = rounds.Offer.objects.filter(is_next=True)
    assert following.worker == first.worker
    assert rounds.decline_offer(actor=COMMAND_LINE, offer=offer).state == "declined"
    assert rounds.Offer.objects.filter(is_next=True).count() == 1


def test_when_the_reserve_is_used_up_the_place_stays_open(published: rounds.Round) -> None:
    offer = offered(published, "Esperanza")
    line = offer.round_vacancy
    while offer.state == "open":
        rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
        offer = rounds.Offer.objects.filter(round_vacancy=line).order_by("-pk")[0]
    line.refresh_from_db()
    assert line.held == 0
    assert rounds.Offer.objects.filter(round_vacancy=line, state="declined").count() >= 1


def test_who_accepted_gives_the_place_up_at_any_moment(
    published: rounds.Round, amina: Member
) -> None:
    own(amina, "Amina")
    offer = offered(published, "Amina")
    rounds.accept_offer(actor=amina.actor, offer=offer)
    assert rounds.withdraw_offer(actor=amina.actor, offer=offer).state == "withdrawn"
    assert rounds.Offer.objects.filter(is_next=True).exists()


def test_an_officer_takes_back_an_offer_only_before_it_is_answered(
    published: rounds.Round, bodil: Member
) -> None:
    offer = offered(published, "Amina")
    rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    with pytest.raises(rounds.OfferAnswered):
        rounds.withdraw_offer(actor=bodil.actor, offer=offer)
    other = offered(published, "Esperanza")
    assert rounds.withdraw_offer(actor=bodil.actor, offer=other).state == "withdrawn"


def test_nobody_answers_for_somebody_else(
    published: rounds.Round, dawit: Member, hana: Member
) -> None:
    offer = offered(published, "Amina")
    for member in (dawit, hana):
        for act in (rounds.accept_offer, rounds.decline_offer, rounds.withdraw_offer):
            with pytest.raises(Refused):
                act(actor=member.actor, offer=offer)


def test_the_worker_process_lets_offers_lapse_by_itself(published: rounds.Round) -> None:
    offer = overdue(offered(published, "Amina"))
    background.enqueue(SYSTEM, "rounds.lapse")
    background.work_off()
    offer.refresh_from_db()
    assert offer.state == "lapsed"
    assert rounds.lapse_due_offers(now=timezone.now()) == 0


def test_quotas_hold_for_the_next_in_line_too(world: None, plan: rounds.RoundDraft) -> None:
    from dataclasses import replace

    quotas, _wrong = rounds.read_quotas("from NPL 0\nfrom ETH 9")
    published = rounds.publish_round(
        actor=COMMAND_LINE, ready=run(replace(plan, quotas=tuple(quotas)))
    )
    offer = offered(published, "Amina")
    line = offer.round_vacancy
    while offer is not None:
        rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
        offer = rounds.Offer.objects.filter(round_vacancy=line, state="open").first()
    chandra = people.Person.objects.get(full_name="Chandra").reference  # of Nepal
    assert not rounds.Offer.objects.filter(worker=chandra).exists()


def test_a_family_decides_together(published: rounds.Round) -> None:
    one, other = (
        people.Person.objects.get(reference=result.worker)
        for result in rounds.Result.objects.filter(
            round_vacancy__round=published, outcome="placed"
        )[:2]
    )
    people.start_family(actor=COMMAND_LINE, person=one)
    people.join_family(
        actor=COMMAND_LINE,
        inviting=one,
        reference=other.reference,
        relation=people.Relation.SPOUSE,
    )
    people.Family.objects.get().members.update(joined_at=timezone.now())
    first, second = rounds.make_offers(
        actor=COMMAND_LINE,
        of=published,
        days=5,
        workers=[one.reference, other.reference],
    )
    assert first.family == second.family != ""
    assert rounds.accept_offer(actor=COMMAND_LINE, offer=first).state == "open"
    assert rounds.accept_offer(actor=COMMAND_LINE, offer=first).state == "open"
    assert rounds.accept_offer(actor=COMMAND_LINE, offer=second).state == "accepted"
    first.refresh_from_db()
    assert first.state == "accepted"


def test_if_one_of_a_family_declines_all_do(published: rounds.Round) -> None:
    for name in ("Amina", "Esperanza"):
        offered(published, name)
    rounds.Offer.objects.update(family="FAM")
    first, second = rounds.Offer.objects.order_by("pk")
    rounds.accept_offer(actor=COMMAND_LINE, offer=first)
    rounds.decline_offer(actor=COMMAND_LINE, offer=second)
    first.refresh_from_db()
    assert first.state == "declined"


def test_somebody_erased_during_a_round_frees_the_place(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    amina = people.Person.objects.get(full_name="Amina")
    erasure = people.erase_person(
        actor=COMMAND_LINE,
        person=amina,
        confirmation=amina.reference,
        request_number="E-1",
    )
    record.deliver_due(now=timezone.now() + timedelta(hours=1))
    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    assert rounds.Offer.objects.filter(is_next=True).exists()
    assert any("by reference number" in kept["what"] for kept in erasure.kept)
    assert result_of(published, amina.reference).worker == amina.reference
    assert rounds.replay_round(actor=COMMAND_LINE, finished=published).is_same
