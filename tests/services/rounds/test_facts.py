from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.services.rounds.conftest import run

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.facts import frozen_facts, week_of
from corridor.services.rounds.freezing import frozen_rows

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("registered", "week"),
    [("2026-11-30", 3), ("2026-11-24", 3), ("2026-11-23", 2), ("2026-11-03", 0), ("2020-01-01", 0)],
)
def test_the_week_somebody_came_in(registered: str, week: int) -> None:
    at = datetime.fromisoformat(registered).replace(tzinfo=UTC)
    assert week_of(at, on=TODAY, weeks=4) == week


def test_nothing_is_frozen_where_the_terms_ask_for_nothing(ready: rounds.Round) -> None:
    assert ready.facts_digest == ""
    assert frozen_facts(ready).groups == {}


def test_only_the_groups_of_the_floors_are_frozen(world: None, plan: rounds.RoundDraft) -> None:
    people.Person.objects.filter(full_name="Amina").update(sex="female")
    floors, _wrong = rounds.read_floors("sex female 1: Act 1\nnationality NPL 1: Act 2")
    found = run(replace(plan, floors=tuple(floors)))
    rows = frozen_rows(found.facts_digest)
    named = dict(people.Person.objects.values_list("reference", "full_name"))
    assert {named[row["worker"]]: row["groups"] for row in rows} == {
        "Amina": ["sex female"],
        "Chandra": ["nationality NPL"],
        "Hari": ["nationality NPL"],
    }
    assert all(row["family"] is None and row["week"] is None for row in rows)
