"""Saying, saying newly, correcting."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import register, say, value

from corridor.kernel.people import api as people
from corridor.kernel.people.errors import (
    ClaimIsOver,
)
from corridor.kernel.people.models import ClaimStatus


def test_what_the_person_says_is_marked_as_theirs(amina: Member, bodil: Member) -> None:
    person = register(amina)
    own = say(amina, person, "language", language="fr", cefr="B2")
    added = say(bodil, person, "language", language="en", cefr="A2")
    assert (own.source, added.source) == ("self", "staff")
    assert own.said == {"language": "fr", "cefr": "B2"}
    assert (own.code, own.level) == ("fr", 4)


def test_saying_it_newly_keeps_the_old_statement(amina: Member) -> None:
    old = say(amina, register(amina), "skill", label="Welding", level=2)
    new = people.change_claim(
        actor=amina.actor, claim=old, value=value("skill", label="Welding", level=3)
    )
    old.refresh_from_db()
    assert (old.status, old.level, old.counts) == (ClaimStatus.REPLACED, 2, False)
    assert new.replaces == old
    with pytest.raises(ClaimIsOver):
        people.change_claim(actor=amina.actor, claim=old, value=value("skill", label="x"))


def test_a_correction_stands_beside_and_counts_until_withdrawn(
    amina: Member, bodil: Member
) -> None:
    said = say(amina, register(amina), "skill", label="Welding", level=3)
    beside = people.correct_claim(
        actor=bodil.actor, claim=said, value=value("skill", label="Welding", level=2)
    )
    said.refresh_from_db()
    assert (said.status, said.level, said.counts) == (ClaimStatus.CURRENT, 3, False)
    assert (beside.source, beside.corrects, beside.counts) == ("staff", said, True)
    by_kind = people.claims_by_kind(amina.actor, said.person)
    assert by_kind[people.Kind.SKILL] == [said, beside]
    people.withdraw_claim(actor=bodil.actor, claim=beside)
    said.refresh_from_db()
    assert said.counts
