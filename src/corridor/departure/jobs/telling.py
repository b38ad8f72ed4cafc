"""What is told of a vacancy to those who hire by it, each in their own language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from corridor.departure.jobs.models import Application, Vacancy
from corridor.kernel.accounts.api import User
from corridor.kernel.messaging import api as messaging
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people


def tell_staff(vacancy: Vacancy, template: str, *, key: str, **context: Any) -> None:
    """Tell everybody who acts for the employer or the agency behind a vacancy."""
    behind = [each for each in (vacancy.organisation_id, vacancy.agency_id) if each is not None]
    staff = organisations.StaffMember.objects.filter(organisation__in=behind, ended_at=None)
    users = User.objects.filter(pk__in=staff.values("user"), is_active=True)
    link = settings.BASE_URL + reverse("jobs.hiring_vacancy", kwargs={"number": vacancy.number})
    tell(users, template, key=key, vacancy=vacancy, link=link, **context)


def tell(users: Iterable[User], template: str, *, key: str, **context: Any) -> None:
    """Send to each by e-mail, or else by phone, and to their page of messages; once per key."""
    for user in users:
        messaging.send(
            to=messaging.Recipient(
                email=user.email, phone=user.phone, user_id=user.pk, language=user.language
            ),
            template=f"jobs/{template}",
            context=context,
            key=f"jobs.{key}:{user.pk}",
        )


def tell_applicant(application: Application, template: str, *, key: str, **context: Any) -> None:
    """Where people.recipient_of says; not at all where nothing reaches them."""
    to = people.recipient_of(application.person)
    if not (to.email or to.phone or to.user_id):
        return
    link = settings.BASE_URL + reverse("jobs.application", kwargs={"number": application.number})
    messaging.send(
        to=to,
        template=f"jobs/{template}",
        context={**context, "vacancy": application.vacancy, "link": link},
        key=f"jobs.{key}:{application.pk}",
    )
