"""What jobs does when something happens elsewhere."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.departure.jobs import world
from tests.departure.jobs.test_amend import asked

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import hearing
from corridor.kernel.messaging.api import Message
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


@pytest.fixture
def sent(amina: Member, harbour_open: jobs.Vacancy) -> jobs.Application:
    return jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))


def offer(vacancy: jobs.Vacancy, number: int) -> dict[str, object]:
    return {"round_id": 1, "vacancy": vacancy.number, "offer_id": number}


def test_accepted_places_are_counted_once_until_the_vacancy_is_filled(
    harbour_open: jobs.Vacancy,
) -> None:
    for number in (1, 1, 2):  # an event may come twice
        hearing.a_place_is_taken(rounds.OfferAccepted(**offer(harbour_open, number)))
    harbour_open.refresh_from_db()
    assert (harbour_open.places_filled, harbour_open.status) == (2, "published")
    hearing.a_place_is_free_again(rounds.OfferWithdrawn(**offer(harbour_open, 2)))
    hearing.a_place_is_free_again(rounds.OfferWithdrawn(**offer(harbour_open, 9)))
    harbour_open.refresh_from_db()
    assert harbour_open.places_filled == 1
    for number in (3, 4):
        hearing.a_place_is_taken(rounds.OfferAccepted(**offer(harbour_open, number)))
    harbour_open.refresh_from_db()
    assert (harbour_open.places_filled, harbour_open.status) == (3, "filled")
    stranger = rounds.OfferAccepted(round_id=1, vacancy="V999999", offer_id=8)
    hearing.a_place_is_taken(stranger)


def test_when_a_vacancy_closes_those_who_applied_are_told_in_their_language(
    amina: Member, hana: Member, sent: jobs.Application, monkeypatch
) -> None:
    amina.user.language = "ar"
    amina.user.save()
    withdrawn = []
    monkeypatch.setattr(
        rounds, "withdraw_vacancy", lambda **given: withdrawn.append(given["vacancy"])
    )
    jobs.close_vacancy(actor=hana.actor, vacancy=sent.vacancy)
    hearing.a_vacancy_ended(jobs.VacancyEnded(vacancy_id=sent.vacancy_id, filled=False))
    sent.refresh_from_db()
    assert sent.state == "closed"
    assert withdrawn == [sent.vacancy.number]
    (letter,) = Message.objects.filter(template="jobs/vacancy_ended", channel="email")
    assert (letter.language, letter.user_id) == ("ar", amina.user.pk)


def test_when_it_opens_again_they_are_told_and_their_applications_stand(
    hana: Member, sent: jobs.Application, monkeypatch
) -> None:
    back = []
    monkeypatch.setattr(rounds, "put_back_vacancy", lambda **given: back.append(given["vacancy"]))
    withdrew = sent.vacancy.applications.create(
        person=sent.person, state="withdrawn", ended_at=sent.applied_at
    )
    for _time in range(2):  # closed and opened twice: told each time
        shut = jobs.close_vacancy(actor=hana.actor, vacancy=sent.vacancy)
        hearing.a_vacancy_ended(jobs.VacancyEnded(vacancy_id=shut.pk, filled=False))
        sent.refresh_from_db()
        assert sent.state == "closed"
        event = jobs.VacancyReopened(vacancy_id=shut.pk, ended_at=shut.ended_at.isoformat())
        hearing.a_vacancy_is_open_again(event)  # comes late: it is still closed
        sent.refresh_from_db()
        assert sent.state == "closed"
        jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
        for _delivery in range(2):
            hearing.a_vacancy_is_open_again(event)
        sent.refresh_from_db()
        assert (sent.state, sent.ended_at) == ("open", None)
    withdrew.refresh_from_db()
    assert withdrew.state == "withdrawn"
    assert set(back) == {sent.vacancy.number}
    told = Message.objects.filter(channel="email").values_list("template", flat=True)
    assert list(told).count("jobs/vacancy_ended") == 2
    assert list(told).count("jobs/vacancy_reopened") == 2


def test_an_end_that_was_undone_before_it_was_heard_ends_nothing(
    hana: Member, sent: jobs.Application
) -> None:
    shut = jobs.close_vacancy(actor=hana.actor, vacancy=sent.vacancy)
    jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    hearing.a_vacancy_ended(jobs.VacancyEnded(vacancy_id=shut.pk, filled=False))
    sent.refresh_from_db()
    assert sent.state == "open"
    assert not Message.objects.filter(template="jobs/vacancy_ended").exists()


def test_worse_terms_are_told_and_better_ones_are_not(
    hana: Member, bodil: Member, sent: jobs.Application
) -> None:
    better = asked(hana, sent.vacancy, places=9)
    worse = asked(hana, sent.vacancy, hours_weekly=60)
    jobs.decide_amendment(actor=bodil.actor, amendment=worse, accepted=True)
    for each in (better, worse):
        hearing.terms_changed(
            jobs.VacancyAmended(
                vacancy_id=sent.vacancy_id, version=2, amendment_id=each.pk, worse=each.is_worse
            )
        )
    assert Message.objects.filter(template="jobs/terms_changed", channel="email").count() == 1


def test_nothing_of_an_erased_person_stays(sent: jobs.Application) -> None:
    hearing.a_person_is_erased(people.PersonErased(person_id=sent.person_id))
    assert not jobs.Application.objects.exists()


def test_of_two_who_are_one_the_kept_persons_application_stands(
    amina: Member, dawit: Member, sent: jobs.Application
) -> None:
    double = jobs.apply_for(actor=dawit.actor, vacancy=sent.vacancy, person=world.cook(dawit))
    hearing.two_are_one(people.PeopleMerged(kept_id=sent.person_id, merged_id=double.person_id))
    double.refresh_from_db()
    assert (double.state, double.person_id) == ("closed", sent.person_id)


def test_a_person_without_an_account_is_told_at_their_address(
    amina: Member, sent: jobs.Application
) -> None:
    people.Person.objects.filter(pk=sent.person_id).update(
        user=None, email="", phone="+251911234567", language="fr"
    )
    sent.refresh_from_db()
    hearing.tell_applicant(sent, "vacancy_ended", key="x", filled=True)
    (told,) = Message.objects.filter(template="jobs/vacancy_ended")
    assert (told.channel, told.language) == ("sms", "fr")


def test_an_undone_merge_gives_the_applications_back(
    amina: Member, dawit: Member, sent: jobs.Application, harbour_open: jobs.Vacancy
) -> None:
    him = world.cook(dawit)
    double = jobs.apply_for(actor=dawit.actor, vacancy=harbour_open, person=him)
    hearing.two_are_one(people.PeopleMerged(kept_id=sent.person_id, merged_id=him.pk))
    double.refresh_from_db()
    assert (double.person_id, double.state) == (sent.person_id, "closed")
    hearing.one_is_two(people.PeopleUnmerged(kept_id=sent.person_id, merged_id=him.pk))
    double.refresh_from_db()
    sent.refresh_from_db()
    assert (double.person_id, double.state, double.ended_at) == (him.pk, "open", None)
    assert (double.moved_from_id, double.was_double) == (None, False)
    assert (sent.person.user, sent.state) == (amina.user, "open")


def test_what_ended_meanwhile_goes_back_closed(
    dawit: Member, sent: jobs.Application, harbour_open: jobs.Vacancy
) -> None:
    him = world.cook(dawit)
    double = jobs.apply_for(actor=dawit.actor, vacancy=harbour_open, person=him)
    hearing.two_are_one(people.PeopleMerged(kept_id=sent.person_id, merged_id=him.pk))
    jobs.Vacancy.objects.filter(pk=harbour_open.pk).update(
        status="closed", ended_at=harbour_open.published_at
    )
    hearing.one_is_two(people.PeopleUnmerged(kept_id=sent.person_id, merged_id=him.pk))
    double.refresh_from_db()
    assert (double.person_id, double.state) == (him.pk, "closed")


def test_saved_searches_go_with_a_merge_and_come_back_with_its_undoing(
    amina: Member, dawit: Member, harbour_open: jobs.Vacancy
) -> None:
    hers, his = world.cook(amina), world.cook(dawit)
    for person in (hers, his):
        jobs.SavedSearch.objects.create(person=person, query="country=QAT")
    jobs.SavedSearch.objects.create(person=his, query="isco=5120")
    jobs.VacancyAlert.objects.create(person=his, vacancy=harbour_open)
    hearing.two_are_one(people.PeopleMerged(kept_id=hers.pk, merged_id=his.pk))
    assert set(hers.searches.values_list("query", flat=True)) == {"country=QAT", "isco=5120"}
    assert hers.alerts.count() == 1
    hearing.one_is_two(people.PeopleUnmerged(kept_id=hers.pk, merged_id=his.pk))
    assert set(hers.searches.values_list("query", flat=True)) == {"country=QAT"}
    assert set(his.searches.values_list("query", flat=True)) == {"country=QAT", "isco=5120"}
    assert (hers.alerts.count(), his.alerts.count()) == (0, 1)
    assert not jobs.SavedSearch.objects.exclude(moved_from=None).exists()
