from __future__ import annotations

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds.fitting import what_fits


def fitting_of(name: str):
    return what_fits(people.Person.objects.get(full_name=name))


def test_what_fits_comes_with_reasons(world: None) -> None:
    found = fitting_of("Amina")
    assert [fit.card.title for fit in found.fits] == ["Welder"]
    assert (found.fits_count, found.open_count) == (1, 2)
    assert found.fits[0].changes == []
    assert {"English", "Skills", "Experience"} <= {line["label"] for line in found.fits[0].reasons}


def test_what_nearly_fits_says_what_is_missing(world: None) -> None:
    found = fitting_of("Girma")
    assert found.fits == []
    assert [(fit.card.title, fit.changes) for fit in found.nearly] == [
        ("Cook", ["German at B1 instead of A1"])
    ]


def test_with_nothing_open_nothing_fits(world: None) -> None:
    for vacancy in jobs.published():
        jobs.close_vacancy(actor=COMMAND_LINE, vacancy=vacancy)
    found = fitting_of("Amina")
    assert (found.fits, found.nearly, found.open_count) == ([], [], 0)
