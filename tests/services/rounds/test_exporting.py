"""Where somebody stands is theirs to take away, once it is public."""

from __future__ import annotations

from tests.cast import Member
from tests.services.rounds.test_appeal import unlucky  # noqa: F401

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


def test_places_on_lists_and_appeals_are_in_ones_own_export(
    unlucky: rounds.Result,  # noqa: F811
    amina: Member,
) -> None:
    rounds.lodge_appeal(actor=amina.actor, result=unlucky, reasons="I hold B2.")
    person = people.Person.objects.get(reference=unlucky.worker)
    held = people.export_person(actor=amina.actor, person=person)["rounds"]
    mine = next(each for each in held if each["vacancy"] == unlucky.round_vacancy.vacancy)
    assert (mine["rank"], mine["appeals"][0]["reasons"]) == (unlucky.rank, "I hold B2.")


def test_a_round_not_yet_published_stays_out(
    unlucky: rounds.Result,  # noqa: F811
    amina: Member,
) -> None:
    person = people.Person.objects.get(reference=unlucky.worker)
    rounds.Round.objects.update(state="ready", published_at=None)
    assert people.export_person(actor=amina.actor, person=person)["rounds"] == []
