from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import offered, result_of, run

from corridor.kernel.actors.api import COMMAND_LINE, CorridorError, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def test_everybody_placed_is_offered_their_place_once(published: rounds.Round) -> None:
    made = rounds.make_offers(actor=COMMAND_LINE, of=published, days=14)
    assert len(made) == published.placed_count == 3
    assert rounds.make_offers(actor=COMMAND_LINE, of=published, days=14) == []
    assert all(line.held == line.placed for line in published.vacancies.all())
    assert record.Entry.objects.filter(verb="rounds.offer_open").count() == 3


def test_one_vacancy_or_some_people_alone(published: rounds.Round) -> None:
    cook = published.vacancies.get(title="Cook")
    assert len(rounds.make_offers(actor=COMMAND_LINE, of=published, days=3, line=cook)) == 1
    amina = result_of(published, "Amina")
    some = rounds.make_offers(actor=COMMAND_LINE, of=published, days=3, workers=[amina.worker])
    assert [one.worker for one in some] == [amina.worker]


def test_nothing_is_offered_before_the_result_is_published(ready: rounds.Round) -> None:
    with pytest.raises(rounds.NotPublished):
        rounds.make_offers(actor=COMMAND_LINE, of=ready, days=14)


@pytest.mark.parametrize("days", [0, 91, -1])
def test_a_deadline_that_cannot_be_is_refused(published: rounds.Round, days: int) -> None:
    with pytest.raises(rounds.RoundRefused):
        rounds.make_offers(actor=COMMAND_LINE, of=published, days=days)


def test_workers_and_strangers_offer_nothing(
    published: rounds.Round, amina: Member, hana: Member, farid: Member
) -> None:
    for member in (amina, hana, farid):
        with pytest.raises(Refused):
            rounds.make_offers(actor=member.actor, of=published, days=14)


def test_the_worker_is_told_in_their_language_what_comes_next(published: rounds.Round) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    people.Person.objects.filter(pk=amina.pk).update(email="a@example.org", language="fr")
    rounds.make_offers(actor=COMMAND_LINE, of=published, days=14)
    (message,) = messaging.Message.objects.all()  # the others left no address
    assert message.language == "fr"
    assert "Welder" in message.subject
    assert "/me/offers/" in message.text


def test_a_vacancy_withdrawn_mid_round_is_offered_to_nobody(published: rounds.Round) -> None:
    cook = published.vacancies.get(title="Cook")
    (offer,) = rounds.make_offers(actor=COMMAND_LINE, of=published, days=3, line=cook)
    rounds.withdraw_vacancy(actor=COMMAND_LINE, vacancy=cook.vacancy)
    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    assert rounds.make_offers(actor=COMMAND_LINE, of=published, days=3, line=cook) == []
    with pytest.raises(rounds.NoPlaceLeft):
        rounds.promise(
            COMMAND_LINE,
            result_of(published, "Esperanza"),
            deadline=timezone.now() + timedelta(days=1),
        )


def test_the_database_promises_no_place_twice(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    line = offer.round_vacancy
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.RoundVacancy.objects.filter(pk=line.pk).update(held=F("places") + 1)
    cook = published.vacancies.get(title="Cook")
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.Offer.objects.create(
            round=published,
            round_vacancy=cook,
            worker=offer.worker,
            made_by="x",
            deadline=offer.deadline,
        )
    late = offer.deadline + timedelta(seconds=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.Offer.objects.filter(pk=offer.pk).update(state="accepted", answered_at=late)


def race(*turns: Callable[[], object]) -> list[object]:
    """Every turn in a thread of its own, let go at one moment; what each answered or raised."""
    gate = threading.Barrier(len(turns))
    answers: list[object] = []

    def go(turn: Callable[[], object]) -> None:
        try:
            gate.wait()
            answers.append(turn())
        except CorridorError as refused:
            answers.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=(turn,)) for turn in turns]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_fifty_people_take_the_last_ten_places_at_the_same_moment() -> None:
    of = rounds.Round.objects.create(
        title="Race",
        criteria=rounds.preset("balanced"),
        waiver="A test.",
        mode="stable",
        seed=1,
        state="published",
        result_digest="0" * 64,
        finished_at=timezone.now(),
        published_at=timezone.now(),
    )
    line = rounds.RoundVacancy.objects.create(round=of, vacancy="V1", places=10)
    results = rounds.Result.objects.bulk_create(
        rounds.Result(round_vacancy=line, worker=f"W{n}", rank=n, score=1, outcome="placed")
        for n in range(1, 51)
    )
    deadline = timezone.now() + timedelta(days=1)

    def take(result: rounds.Result) -> Callable[[], object]:
        def turn() -> object:
            offer = rounds.promise(COMMAND_LINE, result, deadline=deadline)
            return rounds.accept_offer(actor=COMMAND_LINE, offer=offer).state

        return turn

    answers = race(*(take(result) for result in results))
    assert len(answers) == 50
    assert answers.count("accepted") == 10
    assert sum(isinstance(answer, rounds.NoPlaceLeft) for answer in answers) == 40
    line.refresh_from_db()
    assert line.held == rounds.Offer.objects.filter(state="accepted").count() == 10


@pytest.mark.django_db(transaction=True)
def test_two_officers_offering_at_once_offer_nothing_twice(
    world: None, plan: rounds.RoundDraft
) -> None:
    published = rounds.publish_round(actor=COMMAND_LINE, ready=run(plan))

    def turn() -> object:
        return rounds.make_offers(actor=COMMAND_LINE, of=published, days=14)

    answers = race(turn, turn, turn)
    made = sorted(len(answer) for answer in answers if isinstance(answer, list))
    assert made == [0, 0, 3]
    assert rounds.Offer.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_officers_publishing_at_once_publish_once(world: None, plan: rounds.RoundDraft) -> None:
    ready = run(plan)

    def turn() -> object:
        return rounds.publish_round(actor=COMMAND_LINE, ready=ready).state

    answers = race(turn, turn)
    assert answers.count("published") == 1
    assert sum(isinstance(answer, rounds.NotReady) for answer in answers) == 1
    assert record.Entry.objects.filter(verb="rounds.published").count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_clicks_on_accept_are_one_yes(world: None, plan: rounds.RoundDraft) -> None:
    published = rounds.publish_round(actor=COMMAND_LINE, ready=run(plan))
    offer = offered(published, "Amina")

    def turn() -> object:
        return rounds.accept_offer(actor=COMMAND_LINE, offer=offer).state

    assert race(*[turn] * 10) == ["accepted"] * 10
    assert record.Entry.objects.filter(verb="rounds.offer_accepted").count() == 1
