"""Who is to be offered a place."""

from __future__ import annotations

from tests.services.rounds.conftest import offered

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.asking import families_of, placed_in


def test_those_placed_are_asked_until_they_were(published: rounds.Round) -> None:
    welder = published.vacancies.get(title="Welder")
    assert placed_in(published).count() == 3
    assert len(rounds.to_be_asked(published, welder)) == 2
    offer = offered(published, "Amina")
    assert offer.worker not in {one.worker for one in rounds.to_be_asked(published)}
    assert len(rounds.to_be_asked(published)) == 2
    assert placed_in(published, welder, [offer.worker]).get().worker == offer.worker


def test_those_gone_are_not(published: rounds.Round) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    people.erase_person(
        actor=COMMAND_LINE, person=amina, confirmation=amina.reference, request_number="E-1"
    )
    assert len(rounds.to_be_asked(published)) == 2


def test_somebody_without_family_decides_alone(published: rounds.Round) -> None:
    assert families_of([one.worker for one in placed_in(published)]) == {}
