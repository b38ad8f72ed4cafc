"""Somebody applies with the profile as it stands, withdraws, applies again."""

from __future__ import annotations

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from tests.cast import Member, join
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.models import Application
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.organisations import api as organisations


def test_an_application_holds_what_was_shown_and_is_asked_for_once(
    amina: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    made = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    again = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    assert (again, made.state, made.stage) == (made, "open", "new")
    assert {each["kind"] for each in made.profile} == {"occupation", "language", "qualification"}
    assert "Amina" not in str(made.profile)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.create(vacancy=harbour_open, person=person)


def test_one_withdraws_with_a_reason_and_applies_again(
    amina: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    first = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    gone = jobs.withdraw_application(actor=amina.actor, application=first, reason="pay")
    assert (gone.state, gone.withdrawal) == ("withdrawn", "pay")
    with pytest.raises(jobs.ApplicationEnded):
        jobs.withdraw_application(actor=amina.actor, application=first)
    second = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    assert second.pk != first.pk
    fresh = jobs.send_anew(actor=amina.actor, application=second)
    assert fresh.profile == second.profile
    nonsense = jobs.withdraw_application(actor=amina.actor, application=second, reason="x")
    assert nonsense.withdrawal == "other"


def test_an_empty_profile_is_not_sent(amina: Member, harbour_open: jobs.Vacancy) -> None:
    person = world.nobody(amina)
    with pytest.raises(jobs.NothingToShow):
        jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)


def test_nobody_applies_where_nothing_is_taken(
    amina: Member, hana: Member, harbour, harbour_vacancy: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    with pytest.raises(jobs.NotTaking):
        jobs.apply_for(actor=amina.actor, vacancy=harbour_vacancy, person=person)
    vacancy = world.opened(harbour_vacancy)
    jobs.Vacancy.objects.filter(pk=vacancy.pk).update(closes_on=date(2020, 1, 1))
    with pytest.raises(jobs.NotTaking):
        jobs.apply_for(actor=amina.actor, vacancy=vacancy, person=person)
    jobs.Vacancy.objects.filter(pk=vacancy.pk).update(closes_on=None)
    world.revoked(harbour)
    with pytest.raises(jobs.NotTaking):
        jobs.apply_for(actor=amina.actor, vacancy=vacancy, person=person)


def test_a_suspended_agency_takes_no_applications(
    amina: Member, hana: Member, chen: Member, harbour, crew
) -> None:
    world.authorised(hana, harbour, chen, crew)
    vacancy = world.opened(world.draft_of(chen, harbour, agency_id=crew.pk))
    organisations.suspend_licence(
        actor=COMMAND_LINE, licence=crew.licences.get(), reason="Fees charged."
    )
    with pytest.raises(jobs.NotTaking):
        jobs.apply_for(actor=amina.actor, vacancy=vacancy, person=world.cook(amina))


def test_nobody_applies_for_another(
    amina: Member, dawit: Member, hana: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    made = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    for other in (dawit, hana):
        with pytest.raises(Refused):
            jobs.apply_for(actor=other.actor, vacancy=harbour_open, person=person)
        with pytest.raises(Refused):
            jobs.withdraw_application(actor=other.actor, application=made)


def test_the_employer_notes_how_far_they_are(
    amina: Member, hana: Member, chen: Member, harbour_open: jobs.Vacancy
) -> None:
    made = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    with pytest.raises(Refused):
        jobs.move_application(actor=chen.actor, application=made, stage="invited")
    with pytest.raises(Refused):
        jobs.move_application(actor=hana.actor, application=made, stage="nonsense")
    moved = jobs.move_application(actor=hana.actor, application=made, stage="shortlisted")
    assert moved.stage == "shortlisted"
    ended = jobs.move_application(actor=hana.actor, application=made, stage="not_chosen")
    assert ended.state == "not_chosen"
    with pytest.raises(jobs.ApplicationEnded):
        jobs.move_application(actor=hana.actor, application=made, stage="invited")


@pytest.mark.django_db(transaction=True)
def test_four_clicks_at_once_make_one_application() -> None:
    amina, hana = join("amina"), join("hana")
    harbour = world.verified(world.register(hana))
    vacancy = world.opened(world.draft_of(hana, harbour))
    person, start, made = world.cook(amina), Barrier(4), []

    def click() -> None:
        start.wait()
        try:
            made.append(jobs.apply_for(actor=amina.actor, vacancy=vacancy, person=person).pk)
        finally:
            connection.close()

    threads = [Thread(target=click) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert len(set(made)) == 1
