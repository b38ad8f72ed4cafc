"""What a CV says becomes what the person says, once."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.kinds import Language, Skill
from corridor.kernel.record import api as record

VALUES = (Skill(label="Planning"), Language(language="de", cefr="B1"))


def test_it_is_self_said_and_the_record_says_so(amina: Member) -> None:
    person = register(amina)
    for _again in range(2):
        people.import_europass(actor=amina.actor, person=person, values=VALUES)
    assert {claim.source for claim in person.claims.all()} == {"self"}
    assert person.claims.count() == 2
    noted = record.Entry.objects.filter(verb="people.europass_imported")
    assert [entry.facts["claims"] for entry in noted] == [2, 2]


def test_nobody_else_speaks_for_them(amina: Member, bodil: Member) -> None:
    person = register(amina)
    with pytest.raises(Refused):
        people.import_europass(actor=bodil.actor, person=person, values=VALUES)
    assert not person.claims.exists()
