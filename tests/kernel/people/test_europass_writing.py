"""A profile written as a Europass CV says the same when it is read again."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.people.test_europass import CV
from tests.kernel.people.world import register, say

from corridor.kernel.people import api as people
from corridor.kernel.people.europass import read_europass
from corridor.kernel.people.europass_writing import EUROPASS, as_europass


@pytest.mark.usefixtures("starter")
def test_what_was_read_is_written_and_read_again(amina: Member) -> None:
    person = register(amina)
    found = read_europass(CV)
    people.import_europass(actor=amina.actor, person=person, values=found.values)
    again = read_europass(as_europass(person))
    # A licence has no number of its own there, and our own words are not a licence's code.
    assert set(again.values) == {each for each in found.values if each.kind != "licence"}
    assert again.left_out == ()


@pytest.mark.usefixtures("starter")
def test_it_is_a_candidate_of_europass_with_nothing_of_an_officers(
    amina: Member, bodil: Member
) -> None:
    person = register(amina)
    claim = say(amina, person, "skill", label="Welding")
    people.correct_claim(
        actor=bodil.actor, claim=claim, value=people.VALUES["skill"](label="Some welding")
    )
    written = as_europass(person)
    assert f'xmlns="{EUROPASS}"'.encode() in written.partition(b">")[2][:400]
    assert b"Welding" in written
    assert b"Some welding" not in written
