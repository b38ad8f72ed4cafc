"""What jobs does when something happens elsewhere, and what follows from the end of a vacancy."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs import reads
from corridor.departure.jobs.acts.close import close_vacancy
from corridor.departure.jobs.acts.pause import weigh_licence
from corridor.departure.jobs.events import VacancyAmended, VacancyEnded, VacancyReopened
from corridor.departure.jobs.models import (
    Amendment,
    Application,
    ApplicationState,
    PlaceTaken,
    SavedSearch,
    Status,
    Vacancy,
    VacancyAlert,
)
from corridor.departure.jobs.telling import tell_applicant
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


@record.hears(rounds.OfferAccepted)
def a_place_is_taken(event: rounds.OfferAccepted) -> None:
    """Count it; when every place is taken the vacancy is filled."""
    match = reads.NUMBER.fullmatch(event.vacancy)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().filter(pk=match[1] if match else 0).first()
        if held is None:
            return
        PlaceTaken.objects.get_or_create(offer_id=event.offer_id, defaults={"vacancy": held})
        count(held)
        if held.status == Status.PUBLISHED and held.places_filled == held.places:
            close_vacancy(actor=SYSTEM, vacancy=held, filled=True)


@record.hears(rounds.OfferWithdrawn)
def a_place_is_free_again(event: rounds.OfferWithdrawn) -> None:
    """Somebody who had accepted gave the place up."""
    taken = PlaceTaken.objects.filter(offer_id=event.offer_id).first()
    if taken is None:
        return
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=taken.vacancy_id)
        taken.delete()
        if held.status == Status.PUBLISHED:
            count(held)


def count(held: Vacancy) -> None:
    held.places_filled = min(held.places_taken.count(), held.places)
    held.save(update_fields=["places_filled"])


@record.hears(VacancyEnded)
def a_vacancy_ended(event: VacancyEnded) -> None:
    """End its open applications, take it out of rounds that run, tell those who applied."""
    vacancy = Vacancy.objects.get(pk=event.vacancy_id)
    if vacancy.ended_at is None:
        return  # it was opened again meanwhile
    if not event.filled:
        rounds.withdraw_vacancy(actor=SYSTEM, vacancy=vacancy.number)
    with transaction.atomic():
        ending = list(
            Application.objects.select_for_update(of=("self",))
            .filter(vacancy=vacancy, state=ApplicationState.OPEN)
            .select_related("person__user")
        )
        Application.objects.filter(pk__in=[each.pk for each in ending]).update(
            state=ApplicationState.CLOSED, ended_at=timezone.now()
        )
        for each in ending:
            key = f"ended:{vacancy.pk}:{vacancy.ended_at.isoformat()}"
            tell_applicant(each, "vacancy_ended", key=key, filled=event.filled)


@record.hears(VacancyReopened)
def a_vacancy_is_open_again(event: VacancyReopened) -> None:
    """The applications that ended with it stand again, rounds have it back, people are told."""
    vacancy = Vacancy.objects.get(pk=event.vacancy_id)
    if not vacancy.is_open:
        return  # it was closed again meanwhile
    since = datetime.fromisoformat(event.ended_at)
    with transaction.atomic():
        back = list(
            Application.objects.select_for_update(of=("self",))
            .filter(
                vacancy=vacancy,
                state=ApplicationState.CLOSED,
                was_double=False,
                ended_at__gte=since,
            )
            .select_related("person__user")
        )
        Application.objects.filter(pk__in=[each.pk for each in back]).update(
            state=ApplicationState.OPEN, ended_at=None
        )
        rounds.put_back_vacancy(actor=SYSTEM, vacancy=vacancy.number, since=since)
        for each in back:
            key = f"reopened:{vacancy.pk}:{event.ended_at}"
            tell_applicant(each, "vacancy_reopened", key=key)


@record.hears(VacancyAmended)
def terms_changed(event: VacancyAmended) -> None:
    """Those who applied are told when something is worse than what they applied for."""
    if not event.worse:
        return
    amendment = Amendment.objects.select_related("vacancy").get(pk=event.amendment_id)
    standing = Application.objects.filter(
        vacancy=amendment.vacancy, state=ApplicationState.OPEN
    ).select_related("person__user")
    for each in standing:
        tell_applicant(each, "terms_changed", key=f"terms:{amendment.pk}", amendment=amendment)


@record.hears(people.PersonErased)
def a_person_is_erased(event: people.PersonErased) -> None:
    """Nothing of what they sent stays; that there was an application is only counted."""
    Application.objects.filter(person_id=event.person_id).delete()
    SavedSearch.objects.filter(person_id=event.person_id).delete()
    VacancyAlert.objects.filter(person_id=event.person_id).delete()


@record.hears(people.PeopleMerged)
def two_are_one(event: people.PeopleMerged) -> None:
    """The applications go to whom is kept; of two for one vacancy the kept person's stands."""
    kept = Application.objects.filter(person_id=event.kept_id, state=ApplicationState.OPEN)
    double = Application.objects.filter(
        person_id=event.merged_id,
        state=ApplicationState.OPEN,
        vacancy__in=kept.values("vacancy"),
    )
    double.update(state=ApplicationState.CLOSED, ended_at=timezone.now(), was_double=True)
    Application.objects.filter(person_id=event.merged_id).update(
        person_id=event.kept_id, moved_from=event.merged_id
    )
    for of_person, what in ((SavedSearch, "query"), (VacancyAlert, "vacancy_id")):
        had = of_person.objects.filter(person_id=event.kept_id).values_list(what, flat=True)
        # What both had stays where it is: it comes to life again if the merge is undone.
        moving = of_person.objects.filter(person_id=event.merged_id)
        moving.exclude(**{f"{what}__in": list(had)}).update(
            person_id=event.kept_id, moved_from=event.merged_id
        )


@record.hears(people.PeopleUnmerged)
def one_is_two(event: people.PeopleUnmerged) -> None:
    """What came with the merged person goes back to them; what the merge closed is open again.

    Where the vacancy ended meanwhile it stays closed. What the kept person sent stays theirs.
    """
    came = Application.objects.filter(person_id=event.kept_id, moved_from=event.merged_id)
    with transaction.atomic():
        came.filter(was_double=True, vacancy__status=Status.PUBLISHED).update(
            person_id=event.merged_id,
            moved_from=None,
            was_double=False,
            state=ApplicationState.OPEN,
            ended_at=None,
        )
        came.update(person_id=event.merged_id, moved_from=None, was_double=False)
        for of_person in (SavedSearch, VacancyAlert):
            of_person.objects.filter(person_id=event.kept_id, moved_from=event.merged_id).update(
                person_id=event.merged_id, moved_from=None
            )


@record.hears(organisations.LicenceSuspended)
def a_licence_is_suspended(event: organisations.LicenceSuspended) -> None:
    """The agency's vacancies leave the list; those who applied are told."""
    if event.activity == organisations.RECRUITMENT:
        weigh_licence(event.organisation_id, on=timezone.localdate())


@record.hears(organisations.LicenceRestored)
def a_licence_is_given_back(event: organisations.LicenceRestored) -> None:
    """The agency's vacancies come back; those who applied are told."""
    if event.activity == organisations.RECRUITMENT:
        weigh_licence(event.organisation_id, on=timezone.localdate())
