from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.officers import REASON, proposed, signed

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import telling_overrides


@pytest.fixture
def one(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Override:
    return proposed(signed(plan, bodil, farid), bodil)


def test_it_waits_for_the_other_party_alone(
    one: rounds.Override, bodil: Member, farid: Member, ivan: Member
) -> None:
    waiting = {
        member.name: list(telling_overrides.waiting_for(member.actor))
        for member in (bodil, farid, ivan)
    }
    assert waiting == {"bodil": [], "farid": [one], "ivan": []}


def test_who_reads_what(one: rounds.Override, bodil: Member, amina: Member) -> None:
    of = one.round
    assert list(telling_overrides.overrides_of(bodil.actor, of)) == [one]
    assert list(telling_overrides.overrides_of(amina.actor, of)) == []


def test_a_decision_in_words(one: rounds.Override) -> None:
    (line,) = telling_overrides.told(one.round, [one])
    printed = people.printed_reference(one.worker)
    assert (line["worker"], line["proposed"]) == (printed, "Ministry of bodil")
    told = telling_overrides.sentence(line)
    assert told == f"Give a place: {printed}, {one.vacancy}. {REASON}"
    price = telling_overrides.price_in_words(one.price)
    assert price["gains"] == [(printed, one.vacancy)]
