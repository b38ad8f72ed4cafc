"""A vacancy draws places from its order, never more than there are, and gives back what is left."""

from __future__ import annotations

from datetime import date
from threading import Barrier, Thread

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, connection, transaction
from tests.cast import Member, join
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE


def test_publishing_draws_and_closing_gives_back(hana: Member, harbour) -> None:
    order = world.order_of(harbour, places=5)
    vacancy = world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    order.refresh_from_db()
    assert (order.balance, vacancy.places_drawn) == (2, 3)
    jobs.close_vacancy(actor=hana.actor, vacancy=vacancy)
    order.refresh_from_db()
    assert order.balance == 5


def test_a_filled_vacancy_keeps_what_it_drew(hana: Member, harbour) -> None:
    order = world.order_of(harbour, places=5)
    vacancy = world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    jobs.close_vacancy(actor=hana.actor, vacancy=vacancy, filled=True)
    order.refresh_from_db()
    assert order.balance == 2


def test_more_than_the_balance_is_refused_and_draws_nothing(hana: Member, harbour) -> None:
    order = world.order_of(harbour, places=5)
    world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    with pytest.raises(jobs.OrderExhausted):
        world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    order.refresh_from_db()
    assert (order.balance, jobs.published().count()) == (2, 1)


def test_an_amendment_draws_more_and_gives_back(hana: Member, bodil: Member, harbour) -> None:
    from tests.departure.jobs.test_amend import asked

    order = world.order_of(harbour, places=5)
    vacancy = world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    asked(hana, vacancy, places=5)
    order.refresh_from_db()
    assert order.balance == 0
    with pytest.raises(jobs.OrderExhausted):
        asked(hana, vacancy, places=6)
    fewer = asked(hana, vacancy, places=1)
    jobs.decide_amendment(actor=bodil.actor, amendment=fewer, accepted=True)
    order.refresh_from_db()
    vacancy.refresh_from_db()
    assert (order.balance, vacancy.places_drawn, vacancy.places) == (4, 1, 1)


@pytest.mark.parametrize(
    ("order", "vacancy"),
    [
        ({"isco": "72"}, {}),
        ({"country": "DEU"}, {}),
        ({"valid_until": date(2099, 1, 1)}, {}),
        ({"valid_from": date(2098, 1, 1)}, {}),
    ],
)
def test_an_order_for_something_else_does_not_fit(
    hana: Member, harbour, order: dict, vacancy: dict
) -> None:
    made = world.order_of(harbour, **order)
    draft = world.draft_of(hana, harbour, order_id=made.pk, **vacancy)
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.submit_vacancy(actor=hana.actor, vacancy=draft)
    assert {each.code for each in refused.value.findings} == {"jobs.order_does_not_fit"}


def test_where_orders_are_required_no_vacancy_goes_without(
    hana: Member, chen: Member, harbour, crew, settings: LazySettings
) -> None:
    settings.CORRIDOR_ORDER_REQUIRED = True
    with pytest.raises(jobs.VacancyRefused) as refused:
        world.opened(world.draft_of(hana, harbour))
    assert [each.code for each in refused.value.findings] == ["jobs.order_missing"]
    others = world.order_of(crew)
    with pytest.raises(jobs.VacancyRefused):
        world.opened(world.draft_of(hana, harbour, order_id=others.pk))
    mine = world.order_of(harbour)
    assert world.opened(world.draft_of(hana, harbour, order_id=mine.pk)).is_open


def test_the_database_refuses_an_overdrawn_order(harbour) -> None:
    order = world.order_of(harbour, places=5)
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.JobOrder.objects.filter(pk=order.pk).update(places_drawn=6)


@pytest.mark.django_db(transaction=True)
def test_four_who_draw_the_last_places_at_once_never_draw_more() -> None:
    """Four vacancies of three places race for an order of seven: two get theirs."""
    hana = join("hana")
    harbour = world.verified(world.register(hana))
    order = world.order_of(harbour, places=7)
    sent = [
        jobs.submit_vacancy(
            actor=COMMAND_LINE, vacancy=world.draft_of(hana, harbour, order_id=order.pk)
        )
        for _each in range(4)
    ]
    start, outcomes = Barrier(len(sent)), []

    def publish(vacancy: jobs.Vacancy) -> None:
        start.wait()
        try:
            jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=vacancy)
            outcomes.append("open")
        except jobs.OrderExhausted:
            outcomes.append("exhausted")
        finally:
            connection.close()

    threads = [Thread(target=publish, args=(each,)) for each in sent]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    order.refresh_from_db()
    assert sorted(outcomes) == ["exhausted", "exhausted", "open", "open"]
    assert (order.places_drawn, order.balance) == (6, 1)
