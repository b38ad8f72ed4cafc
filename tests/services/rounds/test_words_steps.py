from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation
from tests.services.rounds import steps_world as steps

from corridor.services.rounds import api as rounds
from corridor.services.rounds.judging import Asked, Cell
from corridor.services.rounds.words_steps import bar_in_words, cell_in_words, label, what_next

DAY = date(2027, 3, 1)


def test_a_cell_says_on_what_it_rests_and_whose_hand_it_was_to_officers_alone() -> None:
    cell = Cell(
        step="test",
        state="met",
        basis="result",
        on=DAY,
        until=date(2029, 2, 28),
        share=7_650,
        session="T7",
        by="Bodil",
    )
    told = cell_in_words(cell, named=False)
    assert told["notes"] == ["76.5% in T7, 1 March 2027", "holds until 28 February 2029"]
    assert cell_in_words(cell, named=True)["notes"][-1] == "Bodil"
    ran_out = Cell(step="document", state="unseen", ran_out=DAY)
    assert cell_in_words(ran_out, named=True)["notes"] == ["ran out on 1 March 2027"]
    refused = Cell(step="document", state="missing", basis="refused", on=DAY)
    assert cell_in_words(refused, named=True)["notes"] == ["Refused on 1 March 2027"]


def test_requirements_are_called_by_their_item() -> None:
    assert label(Asked(criterion="languages", item="de")) == "German"
    assert label(Asked(criterion="licences", item="c1")) == "Licence: c1"
    assert label(Asked(criterion="conduct"), "Conduct at work") == "Conduct at work"
    of = rounds.Round(criteria=rounds.preset("balanced"))
    assert bar_in_words("languages:de/test", of) == {"requirement": "German", "step": "Test"}


def test_a_person_reads_what_comes_next(published: rounds.Round) -> None:
    today = date(2026, 11, 25)
    said = what_next(steps.card(published, "Amina"), on=today)
    assert "English: you are invited to a test." in said
    steps.take_test(steps.listed(published, "Amina").round_vacancy, "Amina", steps.POOR)
    (alone,) = what_next(steps.card(published, "Amina"), on=today)
    assert alone.startswith("Occupation was not met, so no place can be offered here.")


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_words_are_there_in_every_language(published: rounds.Round, language: str) -> None:
    card = steps.card(published, "Amina")
    english = what_next(card, on=DAY)
    with translation.override(language):
        assert not set(what_next(card, on=DAY)) & set(english)
