from __future__ import annotations

import pytest
from tests.services.rounds import steps_world as steps

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.hearing_steps import judge_person


def test_the_next_in_line_is_taken_for_who_fails_a_test(published: rounds.Round) -> None:
    line = steps.listed(published, "Amina").round_vacancy
    steps.take_test(line, "Amina", steps.POOR)
    made = rounds.make_offers(actor=COMMAND_LINE, of=published, days=14, line=line)
    names = set(
        people.Person.objects.filter(reference__in=[one.worker for one in made]).values_list(
            "full_name", flat=True
        )
    )
    assert names == {"Chandra", "Belay"}  # Chandra was placed, Belay stands next
    assert [one.is_next for one in sorted(made, key=lambda one: one.is_next)] == [False, True]


def test_naming_somebody_who_is_barred_is_refused_whole(published: rounds.Round) -> None:
    result = steps.listed(published, "Amina")
    steps.take_test(result.round_vacancy, "Amina", steps.POOR)
    with pytest.raises(rounds.NotEligible, match=result.round_vacancy.vacancy):
        rounds.make_offers(actor=COMMAND_LINE, of=published, days=14, workers=[result.worker])
    assert not rounds.Offer.objects.exists()


def test_where_offers_have_begun_the_place_goes_on_at_once(published: rounds.Round) -> None:
    line = steps.listed(published, "Amina").round_vacancy
    chandra = steps.listed(published, "Chandra")
    rounds.make_offers(actor=COMMAND_LINE, of=published, days=14, workers=[chandra.worker])
    steps.take_test(line, "Amina", steps.POOR)
    asked = rounds.Offer.objects.get(is_next=True)
    assert asked.worker == steps.named("Belay").reference


def test_a_verification_that_is_refused_bars_too(published: rounds.Round) -> None:
    claim = steps.claim_of("Amina", "language")
    steps.decided(claim, "refused")
    judge_person(claim.person_id)
    assert steps.listed(published, "Amina").barred_by == "languages:en/document"


def test_somebody_on_no_list_costs_nothing(published: rounds.Round) -> None:
    judge_person(steps.named("Hari").pk)
    assert not rounds.Result.objects.exclude(barred_by="").exists()
