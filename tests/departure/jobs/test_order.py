"""Job orders are asked for, approved, refused and withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE, Refused


def asking(organisation: int) -> jobs.OrderDraft:
    return jobs.OrderDraft(
        organisation_id=organisation,
        isco="51",
        country="QAT",
        places_asked=10,
        valid_from=date(2020, 1, 1),
        valid_until=world.NEVER,
    )


def test_an_officer_approves_fewer_to_be_used_in_time(
    hana: Member, bodil: Member, harbour, settings: LazySettings
) -> None:
    settings.CORRIDOR_ORDER_USE_DAYS = 30
    order = jobs.ask_order(actor=hana.actor, draft=asking(harbour.pk))
    assert (order.state, order.is_open) == ("asked", False)
    decided = jobs.decide_order(actor=bodil.actor, order=order, places=6)
    assert (decided.state, decided.balance, decided.is_open) == ("approved", 6, True)
    assert decided.use_by == timezone.localdate() + timedelta(days=30)
    with pytest.raises(jobs.OrderDecided):  # a double click
        jobs.decide_order(actor=bodil.actor, order=order)


def test_a_refusal_has_a_reason_and_what_was_asked_can_be_taken_back(
    hana: Member, bodil: Member, harbour
) -> None:
    order = jobs.ask_order(actor=hana.actor, draft=asking(harbour.pk))
    with pytest.raises(jobs.OrderRefused):
        jobs.decide_order(actor=bodil.actor, order=order, approved=False)
    refused = jobs.decide_order(actor=bodil.actor, order=order, approved=False, reason="No demand.")
    assert (refused.state, refused.places) == ("refused", 0)
    with pytest.raises(jobs.OrderDecided):
        jobs.withdraw_order(actor=hana.actor, order=order)
    second = jobs.ask_order(actor=hana.actor, draft=asking(harbour.pk))
    assert jobs.withdraw_order(actor=hana.actor, order=second).state == "withdrawn"


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"isco": "cook"}, "isco"),
        ({"country": "Qatar"}, "country"),
        ({"places_asked": 0}, "places_asked"),
        ({"valid_until": date(2019, 1, 1)}, "valid_until"),
        ({"note": "x" * 1001}, "note"),
    ],
)
def test_bad_input_is_refused(hana: Member, harbour, other: dict, field: str) -> None:
    with pytest.raises(jobs.OrderRefused) as refused:
        jobs.ask_order(actor=hana.actor, draft=replace(asking(harbour.pk), **other))
    assert [each.field for each in refused.value.findings] == [field]


def test_bad_decisions_are_refused(bodil: Member, hana: Member, harbour) -> None:
    order = jobs.ask_order(actor=hana.actor, draft=asking(harbour.pk))
    world.revoked(harbour)
    order.refresh_from_db()
    with pytest.raises(jobs.OrderRefused) as refused:
        jobs.decide_order(
            actor=bodil.actor, order=order, places=11, use_by=date(2020, 1, 2), reason="x" * 1001
        )
    fields = {each.field for each in refused.value.findings}
    assert fields == {"places", "use_by", "organisation", "reason"}
    with pytest.raises(jobs.OrderRefused):
        jobs.ask_order(actor=COMMAND_LINE, draft=asking(99_999))


def test_only_their_own_ask_and_only_another_officer_decides(
    hana: Member, chen: Member, bodil: Member, harbour
) -> None:
    with pytest.raises(Refused):
        jobs.ask_order(actor=chen.actor, draft=asking(harbour.pk))
    order = jobs.ask_order(actor=hana.actor, draft=asking(harbour.pk))
    with pytest.raises(Refused):
        jobs.decide_order(actor=hana.actor, order=order)
    own = replace(bodil.actor, organisation_ids=frozenset({harbour.pk}))
    with pytest.raises(jobs.NotYoursToCheck):
        jobs.decide_order(actor=own, order=order)
    with pytest.raises(Refused):
        jobs.order_by_number(chen.actor, order.number)
    assert list(jobs.orders(hana.actor)) == [order]
    assert not jobs.orders(chen.actor).exists()
