from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from django.db import connection
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.services.rounds import api as rounds
from corridor.services.rounds.errors import KeyUsedBefore


def test_an_officer_plans_a_round_with_criteria_fingerprinted(
    bodil: Member, plan: rounds.RoundDraft
) -> None:
    planned = rounds.plan_round(actor=bodil.actor, draft=plan)
    assert planned.state == "draft"
    assert len(planned.criteria_digest) == 64
    assert planned.number == f"R{planned.pk}"


def test_contradictory_criteria_are_refused_with_every_reason(
    bodil: Member, plan: rounds.RoundDraft
) -> None:
    criteria = (
        '[hard.countries]\nallow = ["NPL"]\nrefuse = ["NPL"]\n'
        "[hard.education]\neqf_min = 11\n[soft.beauty]\nweight = 2\n"
    )
    wrong = replace(plan, title="", criteria=criteria, mode="lottery", seed=-1, top=0)
    with pytest.raises(rounds.RoundRefused) as refused:
        rounds.plan_round(actor=bodil.actor, draft=wrong)
    fields = [field for field, _code, _sentence in refused.value.findings]
    assert {"title", "mode", "top", "seed"} <= set(fields)
    assert fields.count("criteria") >= 3


def test_quotas_without_places_make_no_sense(bodil: Member, plan: rounds.RoundDraft) -> None:
    quotas, _wrong = rounds.read_quotas("to DEU 3")
    with pytest.raises(rounds.RoundRefused, match="places people"):
        rounds.plan_round(
            actor=bodil.actor, draft=replace(plan, mode="shortlist", quotas=tuple(quotas))
        )


def test_a_double_click_plans_one_round(bodil: Member, plan: rounds.RoundDraft) -> None:
    first = rounds.plan_round(actor=bodil.actor, draft=plan, request_key="click")
    assert rounds.plan_round(actor=bodil.actor, draft=plan, request_key="click") == first
    with pytest.raises(KeyUsedBefore, match=first.number):
        rounds.plan_round(actor=bodil.actor, draft=replace(plan, seed=8), request_key="click")


@pytest.mark.django_db(transaction=True)
def test_four_clicks_at_once_plan_one_round(plan: rounds.RoundDraft) -> None:
    numbers: list[str] = []

    def click() -> None:
        try:
            planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan, request_key="k")
            numbers.append(planned.number)
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) == 4
    assert len(set(numbers)) == 1


@pytest.mark.parametrize("person", ["amina", "hana", "chen", "esra", "grace"])
def test_others_cannot_plan(
    person: str, request: pytest.FixtureRequest, plan: rounds.RoundDraft
) -> None:
    with pytest.raises(Refused):
        rounds.plan_round(actor=request.getfixturevalue(person).actor, draft=plan)
