"""Who goes where is told, and nobody can be told from it."""

from __future__ import annotations

from collections import Counter

import pytest
from django.core.cache import cache

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import flows


@pytest.fixture(autouse=True)
def _fresh(db: None) -> None:
    cache.clear()


def told(*counted: Counter) -> tuple[list[tuple[str, str, int]], int]:
    found = flows.told_apart(counted)
    return [(each.origin, each.destination, each.count) for each in found.told], found.withheld


def test_enough_of_them_together_are_counted_by_destination_alone() -> None:
    pairs = Counter({("NPL", "QAT"): 3, ("PHL", "QAT"): 3, ("ETH", "QAT"): 9, ("", "DEU"): 4})
    assert told(pairs) == ([("ETH", "QAT", 9), ("", "QAT", 6)], 10)


def test_what_is_few_in_a_round_is_not_found_by_subtraction() -> None:
    first, second = Counter({("ETH", "QAT"): 9}), Counter({("ETH", "QAT"): 3})
    assert told(first, second) == ([("ETH", "QAT", 9)], 3)


def test_few_in_each_of_many_rounds_are_told_together_once_they_are_enough() -> None:
    each = Counter({("ETH", "QAT"): 3})
    assert told(each) == ([], 3)
    assert told(each, each) == ([("ETH", "QAT", 6)], 0)


def test_only_those_who_agree_to_statistics_are_counted(published: rounds.Round) -> None:
    assert flows.flows_of(published) == flows.Flows(told=[], withheld=0)
    cache.clear()
    for person in people.Person.objects.all():
        people.give_consents(
            actor=COMMAND_LINE, person=person, purposes=[people.Purpose.STATISTICS]
        )
    found = flows.flows_of(published)
    assert found is not None
    assert found.withheld + sum(each.count for each in found.told if each.origin) == (
        published.placed_count
    )


def test_nothing_is_told_of_a_round_before_it_is_published(ready: rounds.Round) -> None:
    assert flows.flows_of(ready) is None
