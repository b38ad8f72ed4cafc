from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.services.rounds import steps_world as steps

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


def test_a_bar_and_evidence_that_ran_out_are_said_with_the_day(published: rounds.Round) -> None:
    belay = steps.named("Belay").reference
    (listed,) = rounds.standings_of(belay)
    assert (listed.stage, listed.counts_until) == ("listed", published.reserve_until)
    yesterday = timezone.localdate() - timedelta(days=1)
    steps.decided(steps.claim_of("Belay", "language"), "verified", until=yesterday)
    (over,) = rounds.standings_of(belay)
    assert (over.stage, over.counts_until) == ("ran-out", yesterday)
    steps.take_test(steps.listed(published, "Belay").round_vacancy, "Belay", steps.POOR)
    (barred,) = rounds.standings_of(belay)
    assert (barred.stage, barred.counts_until) == ("barred", None)
