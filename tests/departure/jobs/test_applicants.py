"""Those who applied, for the employer; and what candidates did, as counts."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import applicants
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


def test_those_who_meet_most_come_first(
    amina: Member, dawit: Member, harbour_open: jobs.Vacancy
) -> None:
    weak = jobs.apply_for(
        actor=dawit.actor, vacancy=harbour_open, person=world.cook(dawit, english="A1", years="0")
    )
    strong = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    found = applicants.of_vacancy(COMMAND_LINE, harbour_open)
    assert [each.application for each in found] == [strong, weak]
    assert found[0].met > found[1].met
    references = {strong.person.reference, weak.person.reference}
    assert applicants.applied_for([harbour_open.number]) == {harbour_open.number: references}
    assert applicants.applied_for(["x"]) == {}


def test_who_it_is_stays_hidden_until_an_offer(
    amina: Member, harbour_open: jobs.Vacancy, monkeypatch
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    assert applicants.who(COMMAND_LINE, sent) == []
    asked: list[tuple[str, str]] = []

    def is_named(reference: str, vacancy: str, _actor: object) -> bool:
        asked.append((reference, vacancy))
        return True

    monkeypatch.setattr(rounds, "is_named", is_named)
    assert applicants.who(COMMAND_LINE, sent)[0][0] == "Amina"
    assert asked == [(sent.person.reference, harbour_open.number)]


def test_the_report_counts(amina: Member, hana: Member, harbour_open: jobs.Vacancy) -> None:
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    jobs.save_vacancy(actor=amina.actor, vacancy=harbour_open)
    jobs.withdraw_application(actor=amina.actor, application=sent, reason="pay")
    assert applicants.report(harbour_open).reasons == []  # she has not agreed to statistics
    agreed = [people.Purpose.STATISTICS]
    people.give_consents(actor=amina.actor, person=person, purposes=agreed)
    jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    jobs.close_vacancy(actor=hana.actor, vacancy=harbour_open, filled=True)
    harbour_open.refresh_from_db()
    told = applicants.report(harbour_open)
    assert (told.saves, told.applications, told.withdrawn) == (1, 2, 1)
    assert told.reasons == [("The pay is too low", 1)]
    assert (told.days_to_publish, told.days_to_fill) == (0, 0)
    assert applicants.times(jobs.of_actor(hana.actor)) == {"publish": 0, "fill": 0}
    assert applicants.days_to_fill(jobs.of_actor(hana.actor)) == [0]
    page = hana.client.get("/me/hiring/").content.decode()
    assert "Days from publication until filled" in page


def test_each_stage_counts_those_who_came_at_least_so_far(
    amina: Member, dawit: Member, hana: Member, harbour_open: jobs.Vacancy
) -> None:
    far = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    jobs.apply_for(actor=dawit.actor, vacancy=harbour_open, person=world.cook(dawit))
    jobs.move_application(actor=hana.actor, application=far, stage="shortlisted")
    assert [count for _label, count in applicants.stages(harbour_open)] == [2, 1, 1, 0]
    page = hana.client.get(f"/me/hiring/vacancies/{harbour_open.number}/applicants/?sort=-stage")
    assert "How far those who applied came" in page.content.decode()
    assert 'aria-sort="descending"' in page.content.decode()


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


def test_a_withdrawn_application_is_a_number_again(
    amina: Member, hana: Member, bodil: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    page = f"/me/hiring/vacancies/{harbour_open.number}/applicants/{sent.number}/"
    assert "Diploma of cooking" in hana.client.get(page).content.decode()
    jobs.withdraw_application(actor=amina.actor, application=sent)
    gone = hana.client.get(page).content.decode()
    assert "Only the number is shown" in gone
    assert "Diploma of cooking" not in gone
    assert applicants.took_back([harbour_open.number, "x"]) == {
        harbour_open.number: {person.reference}
    }
    sent.refresh_from_db()
    assert applicants.open_to(bodil.actor, harbour_open, [sent]) == {sent.pk}
    people.give_consents(actor=amina.actor, person=person, purposes=[people.Purpose.EMPLOYERS])
    assert applicants.open_to(hana.actor, harbour_open, [sent]) == {sent.pk}


def test_an_authority_it_was_shared_with_sees_those_who_agreed_to_that(
    amina: Member, hana: Member, chen: Member, harbour_open: jobs.Vacancy
) -> None:
    office = world.register(chen, kind="ministry", name="Labour Office")
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    share = jobs.share_applicants(
        actor=hana.actor,
        vacancy=harbour_open,
        valid_until=timezone.localdate(),
        organisation_id=office.pk,
    )
    pages = (f"/me/shared/{share.pk}/", f"/me/shared/{share.pk}/{sent.number}/")
    listed, one = (chen.client.get(page).content.decode() for page in pages)
    assert sent.number in listed
    assert "Only the number is shown" in one
    assert "Diploma of cooking" not in one
    (told,) = applicants.of_vacancy(chen.actor, harbour_open)
    assert (told.met, told.asked, told.compared, told.profile) == (None, None, [], [])
    agreed = [people.Purpose.DESTINATION]
    people.give_consents(actor=amina.actor, person=person, purposes=agreed)
    assert "Diploma of cooking" in chen.client.get(pages[1]).content.decode()
    (told,) = applicants.of_vacancy(chen.actor, harbour_open)
    assert told.met
