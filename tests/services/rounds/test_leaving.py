"""Whoever withdrew after a list was made stays on it as worked out, and is offered nothing."""

from __future__ import annotations

from dataclasses import replace

from tests.cast import Member
from tests.services.rounds.conftest import own, result_of, run
from tests.services.rounds.test_views import text

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds import hearing
from corridor.services.rounds.models import LeftOut

MATCHING = people.Purpose.MATCHING


def named(name: str) -> people.Person:
    return people.Person.objects.get(full_name=name)


def withdraw(name: str) -> None:
    people.withdraw_consent(actor=COMMAND_LINE, person=named(name), purpose=MATCHING)
    hear(name, given=False)


def agree(name: str) -> None:
    people.give_consents(actor=COMMAND_LINE, person=named(name), purposes=[MATCHING])
    hear(name, given=True)


def hear(name: str, *, given: bool) -> None:
    """What is told once the change is committed, which a test never does."""
    who, purpose = named(name).pk, str(MATCHING)
    hearing.look_again(people.ConsentChanged(person_id=who, purpose=purpose, given=given))


def left_out() -> set[str]:
    return set(LeftOut.objects.values_list("result__worker", flat=True))


def offered_to(found: rounds.Round) -> set[str]:
    made = rounds.make_offers(actor=COMMAND_LINE, of=found, days=14)
    names = dict(people.Person.objects.values_list("reference", "full_name"))
    return {names[one.worker] for one in made}


def test_who_withdraws_before_publication_is_passed_over_and_the_next_is_asked(
    ready: rounds.Round, visitor, bodil: Member, amina: Member
) -> None:
    own(amina, "Amina")
    before = ready.result_digest
    placed = result_of(ready, "Amina")
    withdraw("Amina")
    assert left_out() == {placed.worker}
    address = f"/rounds/{ready.number}/{placed.round_vacancy.vacancy}/"
    assert "Withdrew" in text(bodil.client.get(address))
    published = rounds.publish_round(actor=bodil.actor, ready=ready)
    assert "Withdrew" in text(visitor.get(address))
    results = visitor.get(f"/api/v1/rounds/{ready.number}/results").json()["items"]
    assert [one["worker"] for one in results if one["withdrew"]] == [placed.worker]
    offered = offered_to(published)
    assert "Amina" not in offered
    assert len(offered) == published.places_count  # the next in line has her place
    assert rounds.Offer.objects.filter(is_next=True).count() == 1
    assert rounds.make_offers(actor=COMMAND_LINE, of=published, days=14) == []
    placed.refresh_from_db()
    assert (placed.outcome, published.result_digest) == ("placed", before)
    assert rounds.replay_round(actor=bodil.actor, finished=published).is_same
    (standing,) = rounds.standings_of(placed.worker)
    assert (standing.stage, standing.says) == ("left-out", "You withdrew.")


def test_who_agrees_again_in_time_is_in_again(ready: rounds.Round) -> None:
    withdraw("Amina")
    agree("Amina")
    assert left_out() == set()
    published = rounds.publish_round(actor=COMMAND_LINE, ready=ready)
    assert "Amina" in offered_to(published)
    entry = record.Entry.objects.filter(verb="rounds.left_out").order_by("-id")[0]
    assert (entry.facts["withdrew"], entry.facts["again"]) == (0, 1)


def test_a_withdrawal_nobody_was_told_of_yet_still_counts(ready: rounds.Round) -> None:
    people.Consent.objects.filter(person=named("Amina")).delete()  # no event tells of it
    published = rounds.publish_round(actor=COMMAND_LINE, ready=ready)
    assert left_out() == {named("Amina").reference}
    people.Consent.objects.filter(person=named("Belay")).delete()
    people.Consent.objects.filter(person=named("Chandra")).delete()
    assert not {"Amina", "Belay", "Chandra"} & offered_to(published)


def test_who_is_next_in_line_is_asked_only_while_they_agree(published: rounds.Round) -> None:
    rounds.make_offers(actor=COMMAND_LINE, of=published, days=14)
    line = published.vacancies.get(title="Welder")
    waiting = line.results.exclude(worker__in=line.offers.values("worker")).order_by("rank")
    first, second = (one.worker for one in waiting[:2])
    people.Consent.objects.filter(person__reference=first).delete()
    offer = line.offers.first()
    assert offer is not None
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    assert rounds.Offer.objects.get(is_next=True).worker == second


def test_an_offer_made_stands_when_they_withdraw_later(published: rounds.Round) -> None:
    rounds.make_offers(actor=COMMAND_LINE, of=published, days=14)
    withdraw("Amina")
    assert rounds.Offer.objects.get(worker=named("Amina").reference).state == "open"


def test_a_closed_round_is_left_as_it_was(published: rounds.Round) -> None:
    rounds.close_round(actor=COMMAND_LINE, of=published)
    withdraw("Amina")
    assert left_out() == set()


def test_an_application_for_the_vacancy_is_its_own_consent(
    ready: rounds.Round, amina: Member
) -> None:
    own(amina, "Amina")
    welder = jobs.Vacancy.objects.get(title="Welder")
    sent = jobs.apply_for(actor=amina.actor, vacancy=welder, person=named("Amina"))
    withdraw("Amina")
    assert left_out() == set()
    jobs.withdraw_application(actor=amina.actor, application=sent)
    assert left_out() == {named("Amina").reference}
    jobs.apply_for(actor=amina.actor, vacancy=welder, person=named("Amina"))
    assert left_out() == set()


def test_among_applicants_the_application_alone_decides(
    world: None, plan: rounds.RoundDraft, amina: Member
) -> None:
    own(amina, "Amina")
    welder = jobs.Vacancy.objects.get(title="Welder")
    sent = jobs.apply_for(actor=amina.actor, vacancy=welder, person=named("Amina"))
    ready = run(replace(plan, pool_wanted={"who": "applicants"}))
    withdraw("Amina")
    assert left_out() == set()
    agree("Amina")
    jobs.withdraw_application(actor=amina.actor, application=sent)
    assert left_out() == {named("Amina").reference}
    published = rounds.publish_round(actor=COMMAND_LINE, ready=ready)
    assert offered_to(published) == set()
