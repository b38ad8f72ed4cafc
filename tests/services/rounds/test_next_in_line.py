from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import offered, run
from tests.services.rounds.test_make_offers import race

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds.acts.next_in_line import in_order, next_in_line


def test_who_holds_a_place_elsewhere_or_is_gone_is_not_asked(published: rounds.Round) -> None:
    line = offered(published, "Amina").round_vacancy
    waiting = list(in_order(line, []))
    assert [one.outcome for one in waiting] == ["outranked-at-each"] * len(waiting)
    gone = people.Person.objects.get(reference=waiting[0].worker)
    people.erase_person(
        actor=COMMAND_LINE, person=gone, confirmation=gone.reference, request_number="E-1"
    )
    rounds.decline_offer(actor=COMMAND_LINE, offer=line.offers.get())
    assert rounds.Offer.objects.get(is_next=True).worker == waiting[1].worker


def test_a_full_vacancy_asks_nobody(published: rounds.Round) -> None:
    rounds.make_offers(actor=COMMAND_LINE, of=published, days=3)
    line = published.vacancies.get(title="Welder")
    assert next_in_line(line) is None


def test_whose_evidence_ran_out_is_passed_over_and_the_record_says_why(
    published: rounds.Round,
) -> None:
    line = steps.listed(published, "Belay").round_vacancy
    yesterday = timezone.localdate() - timedelta(days=1)
    steps.decided(steps.claim_of("Belay", "language"), "verified", until=yesterday)
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    asked = line.offers.get(is_next=True)
    assert asked.worker == steps.named("Fatima").reference
    passed = steps.listed(published, "Belay")
    assert passed.passed_over_for == yesterday
    (entry,) = record.Entry.objects.filter(verb="rounds.passed_over")
    assert entry.facts["ran_out"] == yesterday.isoformat()


def test_who_failed_a_test_is_never_next(published: rounds.Round) -> None:
    line = steps.listed(published, "Belay").round_vacancy
    steps.take_test(line, "Belay", steps.POOR)
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    assert line.offers.get(is_next=True).worker == steps.named("Fatima").reference


def with_women(plan: rounds.RoundDraft, floors: str, *women: str) -> rounds.Round:
    """Published, with floors; these people are women."""
    people.Person.objects.filter(full_name__in=women).update(sex="female")
    asked, _wrong = rounds.read_floors(floors)
    ready = run(replace(plan, floors=tuple(asked)))
    return rounds.publish_round(actor=COMMAND_LINE, ready=ready)


def who(offer: rounds.Offer | None) -> str:
    assert offer is not None
    return people.Person.objects.get(reference=offer.worker).full_name


def test_a_floor_binds_whoever_is_asked_later(world: None, plan: rounds.RoundDraft) -> None:
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Amina", "Fatima")
    offer = offered(of, "Amina")
    offered(of, "Chandra")
    line = offer.round_vacancy
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    asked = line.offers.get(is_next=True)
    assert who(asked) == "Fatima"  # Belay stands higher; she fills the floor
    assert not record.Entry.objects.filter(verb="rounds.floor_missed").exists()
    rounds.withdraw_offer(actor=COMMAND_LINE, offer=asked)
    assert who(line.offers.get(state="open", is_next=True)) == "Belay"


def test_when_nobody_of_the_group_is_left_the_record_says_so_in_figures(
    world: None, plan: rounds.RoundDraft
) -> None:
    of = with_women(plan, "sex female 1 to QAT: Act 12, s. 4", "Amina")
    offer = offered(of, "Amina")
    offered(of, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    asked = offer.round_vacancy.offers.get(is_next=True)
    assert who(asked) == "Belay"
    (entry,) = record.Entry.objects.filter(verb="rounds.floor_missed")
    floor = {"floor": "sex female 1 to QAT", "promised": 1, "held": 0, "left": 0}
    assert entry.facts == floor
    assert entry.subject == f"rounds.Offer:{asked.pk}"


def test_a_floor_that_holds_leaves_the_order_as_it_is(world: None, plan: rounds.RoundDraft) -> None:
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Chandra", "Fatima")
    offer = offered(of, "Amina")
    offered(of, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    assert who(offer.round_vacancy.offers.get(is_next=True)) == "Belay"


def test_a_floor_of_another_country_does_not_count_here(
    world: None, plan: rounds.RoundDraft
) -> None:
    of = with_women(plan, "sex female 1 to DEU: Act 12, s. 4", "Fatima", "Esperanza")
    cook = offered(of, "Esperanza")
    offer = offered(of, "Amina")
    offered(of, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    assert who(offer.round_vacancy.offers.get(is_next=True)) == "Belay"
    rounds.decline_offer(actor=COMMAND_LINE, offer=cook)
    assert who(cook.round_vacancy.offers.get(is_next=True)) == "Fatima"


def test_an_upheld_appeal_stands_behind_a_floor_that_is_short(
    world: None, plan: rounds.RoundDraft
) -> None:
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Amina", "Fatima")
    steps.listed(of, "Belay").round_vacancy.results.filter(
        worker=steps.named("Belay").reference
    ).update(is_favoured=True)
    first, second = offered(of, "Amina"), offered(of, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=first)
    assert who(first.round_vacancy.offers.get(is_next=True)) == "Fatima"
    rounds.decline_offer(actor=COMMAND_LINE, offer=second)
    assert who(first.round_vacancy.offers.order_by("-pk")[0]) == "Belay"


@pytest.mark.django_db(transaction=True)
def test_two_places_given_up_at_once_do_not_break_a_floor(
    world: None, plan: rounds.RoundDraft
) -> None:
    """Each of the two sees what the other did: one of the next two is of the group."""
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Amina", "Fatima")
    offers = [offered(of, name) for name in ("Amina", "Chandra")]
    race(*(lambda one=one: rounds.decline_offer(actor=COMMAND_LINE, offer=one) for one in offers))
    line = offers[0].round_vacancy
    assert {who(one) for one in line.offers.filter(state="open")} == {"Fatima", "Belay"}
