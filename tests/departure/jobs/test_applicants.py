"""Those who applied, for the employer; and what candidates did, as counts."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import applicants
from corridor.kernel.actors.api import Refused
from corridor.services.rounds import api as rounds


def test_those_who_meet_most_come_first(
    amina: Member, dawit: Member, harbour_open: jobs.Vacancy
) -> None:
    weak = jobs.apply_for(
        actor=dawit.actor, vacancy=harbour_open, person=world.cook(dawit, english="A1", years="0")
    )
    strong = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    found = applicants.of_vacancy(harbour_open)
    assert [each.application for each in found] == [strong, weak]
    assert found[0].met > found[1].met
    references = {strong.person.reference, weak.person.reference}
    assert applicants.applied_for([harbour_open.number]) == {harbour_open.number: references}
    assert applicants.applied_for(["x"]) == {}


def test_who_it_is_stays_hidden_until_an_offer(
    amina: Member, harbour_open: jobs.Vacancy, monkeypatch
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    assert applicants.who(sent) == []
    offered = SimpleNamespace(vacancy=harbour_open.number, offer_id=7)
    monkeypatch.setattr(rounds, "standings_of", lambda _reference: (offered,))
    assert applicants.who(sent)[0][0] == "Amina"


def test_the_report_counts(amina: Member, hana: Member, harbour_open: jobs.Vacancy) -> None:
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    jobs.save_vacancy(actor=amina.actor, vacancy=harbour_open)
    jobs.withdraw_application(actor=amina.actor, application=sent, reason="pay")
    jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    jobs.close_vacancy(actor=hana.actor, vacancy=harbour_open, filled=True)
    harbour_open.refresh_from_db()
    told = applicants.report(harbour_open)
    assert (told.saves, told.applications, told.withdrawn) == (1, 2, 1)
    assert told.reasons == [("The pay is too low", 1)]
    assert (told.days_to_publish, told.days_to_fill) == (0, 0)
    assert applicants.times(jobs.of_actor(hana.actor)) == {"publish": 0, "fill": 0}


def test_others_find_nothing(
    amina: Member, hana: Member, chen: Member, harbour_open: jobs.Vacancy
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    with pytest.raises(Refused):
        applicants.own_vacancy(chen.actor, harbour_open.number)
    assert applicants.own_vacancy(hana.actor, harbour_open.number) == harbour_open
    assert applicants.one(harbour_open, sent.number) == sent
    for number in ("A999", "x"):
        with pytest.raises(Refused):
            applicants.one(harbour_open, number)
    with pytest.raises(Refused):
        applicants.share_of(harbour_open, 9)
    with pytest.raises(Refused):
        applicants.share_for(chen.actor, 9)
    assert not applicants.shares_for(chen.actor).exists()
