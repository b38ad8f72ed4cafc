"""What jobs does when something happens elsewhere, and what follows from the end of a vacancy."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from corridor.departure.jobs import reads, telling
from corridor.departure.jobs.acts.close import close_vacancy
from corridor.departure.jobs.events import VacancyAmended, VacancyEnded
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
from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.messaging import api as messaging
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
            tell_applicant(each, "vacancy_ended", key=f"ended:{vacancy.pk}", filled=event.filled)


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
    double.update(state=ApplicationState.CLOSED, ended_at=timezone.now())
    Application.objects.filter(person_id=event.merged_id).update(person_id=event.kept_id)
    for of_person, what in ((SavedSearch, "query"), (VacancyAlert, "vacancy_id")):
        had = of_person.objects.filter(person_id=event.kept_id).values(what)
        moved = of_person.objects.filter(person_id=event.merged_id)
        moved.filter(**{f"{what}__in": had}).delete()
        moved.update(person_id=event.kept_id)


def tell_applicant(application: Application, template: str, *, key: str, **context: Any) -> None:
    """By their account, or at the address of a person whom a centre registered; or not at all."""
    person = application.person
    link = settings.BASE_URL + reverse("jobs.application", kwargs={"number": application.number})
    context |= {"vacancy": application.vacancy, "link": link}
    user: User | None = person.user
    if user is not None and user.is_active:
        telling.tell([user], template, key=f"{key}:{application.pk}", **context)
    elif person.email or person.phone:
        messaging.send(
            to=messaging.Recipient(
                email=person.email or None,
                phone=person.phone or None,
                language=person.language or "en",
            ),
            template=f"jobs/{template}",
            context=context,
            key=f"jobs.{key}:{application.pk}",
        )
