from __future__ import annotations

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


def reference_of(name: str) -> str:
    return people.Person.objects.get(full_name=name).reference


def test_somebody_listed_reads_stage_and_what_comes_next(published: rounds.Round) -> None:
    (one,) = rounds.standings_of(reference_of("Amina"))
    assert (one.round, one.stage, one.rank) == (published.number, "placed", 1)
    assert one.says == "Placed here"
    assert one.next


def test_what_is_not_published_is_not_told(ready: rounds.Round) -> None:
    assert rounds.standings_of(reference_of("Amina")) == ()


def test_who_was_not_placed_stays_on_the_list(published: rounds.Round) -> None:
    stages = {
        name: {each.stage for each in rounds.standings_of(reference_of(name))}
        for name in ("Belay", "Chandra", "Fatima", "Hari")
    }
    assert stages["Hari"] == set()
    assert "listed" in set().union(*stages.values())
