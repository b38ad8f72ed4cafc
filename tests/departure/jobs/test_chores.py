"""Vacancies close on their day, orders end, staff are reminded once."""

from __future__ import annotations

from datetime import date, timedelta

from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import chores
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.background import api as background
from corridor.kernel.messaging.api import Message

LAST = world.COOK.closes_on
AFTER = LAST + timedelta(days=1)


def test_a_vacancy_closes_itself_after_its_last_day(
    harbour_open: jobs.Vacancy, published: jobs.Vacancy
) -> None:
    assert chores.close_over(LAST) == 0
    assert chores.close_over(AFTER) == 1
    assert chores.close_over(AFTER) == 0
    harbour_open.refresh_from_db()
    published.refresh_from_db()
    assert (harbour_open.status, published.status) == ("closed", "published")


def test_places_not_drawn_in_time_go_back(hana: Member, harbour) -> None:
    order = world.order_of(harbour, places=5)
    jobs.JobOrder.objects.filter(pk=order.pk).update(use_by=date(2098, 1, 1))
    world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    assert chores.end_orders(date(2098, 1, 1)) == 0
    assert chores.end_orders(date(2098, 1, 2)) == 1
    assert chores.end_orders(date(2098, 1, 2)) == 0
    order.refresh_from_db()
    assert (order.places_returned, order.balance, order.state) == (2, 0, "approved")
    assert chores.end_orders(world.NEVER + timedelta(days=1)) == 1
    order.refresh_from_db()
    assert order.state == "ended"


def test_staff_are_reminded_once(hana: Member, harbour_open: jobs.Vacancy) -> None:
    assert chores.remind(LAST - timedelta(days=8)) == 0
    for _twice in range(2):
        assert chores.remind(LAST - timedelta(days=7)) == 1
    assert Message.objects.filter(template="jobs/closes_soon", channel="email").count() == 1


def test_it_all_comes_round_as_a_job(harbour_open: jobs.Vacancy) -> None:
    jobs.Vacancy.objects.filter(pk=harbour_open.pk).update(closes_on=date(2020, 1, 1))
    background.enqueue(COMMAND_LINE, "jobs.keep_days")
    (done,) = [each for each in background.work_off() if each.name == "jobs.keep_days"]
    assert (done.state, done.result["closed"]) == ("done", 1)
