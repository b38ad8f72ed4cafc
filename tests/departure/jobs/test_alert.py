"""Once a day, what is new in saved searches: with consent, in one's language, never twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.acts.alert import alert, news
from corridor.kernel.messaging.api import Channel, Message
from corridor.kernel.people import api as people


def searching(member: Member, *, agrees: bool = True) -> people.Person:
    """A worker who saved a search before the vacancies of the test opened."""
    person = world.cook(member)
    if agrees:
        people.give_consents(actor=member.actor, person=person, purposes=[people.Purpose.ALERTS])
    wanted = jobs.Wanted(country="QAT")
    saved = jobs.save_search(actor=member.actor, person=person, wanted=wanted)
    before = timezone.now() - timedelta(days=3)
    jobs.SavedSearch.objects.filter(pk=saved.pk).update(saved_at=before)
    return person


def another_day() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    jobs.SavedSearch.objects.update(alerted_on=yesterday)


def told(**of: object) -> list[Message]:
    return list(Message.objects.filter(template="jobs/alert", **of).order_by("pk"))


def test_one_digest_a_day_and_no_vacancy_twice(
    amina: Member, hana: Member, harbour, harbour_open: jobs.Vacancy
) -> None:
    searching(amina)
    assert alert(None) == {"sent": 1}
    mail = told(channel=Channel.EMAIL)[0]
    assert mail.subject == "1 new vacancy for you"
    assert harbour_open.get_absolute_url() in mail.text
    assert "/searches/stop/" in mail.text
    later = world.opened(world.draft_of(hana, harbour, title="Second cook"))
    # A second run on the same day says nothing, though there is something new.
    assert alert(None) == {"sent": 0}
    another_day()
    Message.objects.all().delete()
    assert alert(None) == {"sent": 1}
    mail = told(channel=Channel.EMAIL)[0]
    assert later.number in mail.text
    assert harbour_open.number + " " not in mail.text
    another_day()
    assert alert(None) == {"sent": 0}


def test_the_database_refuses_a_second_alert(amina: Member, harbour_open: jobs.Vacancy) -> None:
    person = searching(amina)
    alert(None)
    with pytest.raises(IntegrityError):
        jobs.VacancyAlert.objects.create(person=person, vacancy=harbour_open)


def test_without_consent_or_switched_off_or_stopped_nothing_is_sent(
    amina: Member, dawit: Member, harbour_open: jobs.Vacancy
) -> None:
    searching(amina, agrees=False)
    dawits = searching(dawit)
    jobs.SavedSearch.objects.filter(person=dawits).update(alerts=False)
    assert alert(None) == {"sent": 0}
    jobs.SavedSearch.objects.filter(person=dawits).update(alerts=True)
    people.withdraw_consent(actor=dawit.actor, person=dawits, purpose=people.Purpose.ALERTS)
    assert alert(None) == {"sent": 0}
    assert not told()


def test_what_one_applied_for_or_what_is_over_or_older_is_no_news(
    amina: Member, harbour_open: jobs.Vacancy
) -> None:
    person = searching(amina)
    search = jobs.SavedSearch.objects.get()
    assert news(person, [search]) == [harbour_open]
    jobs.SavedSearch.objects.update(saved_at=timezone.now())
    assert news(person, [jobs.SavedSearch.objects.get()]) == []
    jobs.Vacancy.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    assert news(person, [search]) == []
    jobs.Vacancy.objects.update(closes_on=None)
    jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    assert news(person, [search]) == []


def test_by_sms_in_arabic_for_who_has_no_e_mail(amina: Member, harbour_open: jobs.Vacancy) -> None:
    person = searching(amina)
    amina.user.email, amina.user.phone, amina.user.language = None, "+251911000001", "ar"
    amina.user.save()
    people.Person.objects.filter(pk=person.pk).update(email="")
    assert alert(None) == {"sent": 1}
    sms = told(channel=Channel.SMS)[0]
    assert (sms.language, sms.address) == ("ar", "+251911000001")
    assert "/searches/stop/" in sms.text
    assert "new vacancy" not in sms.text


def test_erasure_takes_them_along_and_a_merger_keeps_one(
    amina: Member, dawit: Member, harbour_open: jobs.Vacancy
) -> None:
    from corridor.departure.jobs.hearing import a_person_is_erased, two_are_one

    first, second = searching(amina), searching(dawit)
    assert alert(None) == {"sent": 2}
    two_are_one(people.PeopleMerged(kept_id=first.pk, merged_id=second.pk))
    # What both had sleeps with the merged person, in case they are parted again.
    assert jobs.SavedSearch.objects.filter(person=first).count() == 1
    assert jobs.VacancyAlert.objects.filter(person=first).count() == 1
    for one in (first, second):  # as an erasure tells it: whoever was merged goes along
        a_person_is_erased(people.PersonErased(person_id=one.pk))
    assert not jobs.SavedSearch.objects.exists()
    assert not jobs.VacancyAlert.objects.exists()


def test_the_machine_tells_how_many(amina: Member, harbour_open: jobs.Vacancy) -> None:
    from typer.testing import CliRunner

    from corridor.departure.jobs.cli import app

    person = searching(amina)
    assert "1 people told" in CliRunner().invoke(app, ["alert"]).output
    shown = CliRunner().invoke(app, ["searches", person.reference]).output
    assert "on  " in shown
    missing = CliRunner().invoke(app, ["list", "--pay", "5"])
    assert missing.exit_code == 2
    found = CliRunner().invoke(app, ["list", "--pay", "5", "--currency", "QAR", "--employer-pays"])
    assert "1 open vacancies" in found.output
