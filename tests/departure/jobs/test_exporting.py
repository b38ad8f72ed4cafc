"""What somebody sent an employer is theirs to take away."""

from __future__ import annotations

from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.people import api as people


def test_applications_are_in_ones_own_export(amina: Member, harbour_open: jobs.Vacancy) -> None:
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    held = people.export_person(actor=amina.actor, person=person)["applications"]
    assert [(each["vacancy"], each["profile"]) for each in held] == [
        (harbour_open.number, sent.profile)
    ]
