import pytest
from tests.cast import Member
from tests.kernel.people.world import say

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.record.api import Entry


def test_an_export_holds_every_claim_ever_said_with_its_decisions(
    amina: Member, bodil: Member, her: people.Person
) -> None:
    claim = say(amina, her, "licence", label="Nurse", licence="nurse")
    people.verify_claim(
        actor=bodil.actor,
        claim=claim,
        draft=people.VerificationDraft(decision="refused", reason="Cannot be read."),
    )
    people.withdraw_claim(actor=amina.actor, claim=claim)
    people.start_family(actor=amina.actor, person=her)
    found = people.export_person(actor=amina.actor, person=her)
    assert found["claims"][0]["decisions"][0]["reason"] == "Cannot be read."
    assert found["families"][0]["relation"] == "self"
    assert Entry.objects.filter(verb="people.exported_own").count() == 1


def test_only_the_person_takes_it(bodil: Member, dawit: Member, her: people.Person) -> None:
    for actor in (bodil.actor, dawit.actor):
        with pytest.raises(Refused):
            people.export_person(actor=actor, person=her)
        with pytest.raises(Refused):
            people.export_person_to_read(actor=actor, person=her)


def test_an_export_holds_every_consent_given_and_withdrawn(
    amina: Member, her: people.Person
) -> None:
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.ALERTS])
    people.withdraw_consent(actor=amina.actor, person=her, purpose=people.Purpose.ALERTS)
    alerts = [
        each
        for each in people.export_person(actor=amina.actor, person=her)["consents"]
        if each["purpose"] == "alerts"
    ]
    assert len(alerts) == 1
    assert alerts[0]["withdrawn_at"] >= alerts[0]["given_at"]
