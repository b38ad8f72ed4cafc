"""Let a colleague or a partner look at a vacancy's applicants until a day, instead of files."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from corridor.departure.jobs import telling
from corridor.departure.jobs.errors import ShareRefused
from corridor.departure.jobs.models import Application, Share, ShareLook, Vacancy
from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record import api as record

DAYS_MAX = 90


def share_applicants(
    *,
    actor: Actor,
    vacancy: Vacancy,
    valid_until: date,
    login: str = "",
    organisation_id: int | None = None,
) -> Share:
    """Give one account (by e-mail or phone) or one organisation a look until a day, 90 at most.

    Raises ShareRefused for a day that is over or too far, and for nobody.
    """
    may(actor, "jobs.applicants", vacancy)
    today = timezone.localdate()
    if not today <= valid_until <= today + timedelta(days=DAYS_MAX):
        raise ShareRefused(most=DAYS_MAX)
    login = login.strip()
    known = Q(email__iexact=login) | Q(phone=login)
    user = User.objects.filter(known, is_active=True).first() if login else None
    partner = organisations.Organisation.objects.filter(pk=organisation_id or 0).first()
    if (user is None) == (partner is None):
        raise ShareRefused(most=DAYS_MAX)
    with transaction.atomic():
        share = Share.objects.create(
            vacancy=vacancy,
            user=user,
            organisation=partner,
            given_by=actor.key,
            valid_until=valid_until,
        )
        record.note(actor, "jobs.shared", vacancy, share=share.pk, until=valid_until)
        link = settings.BASE_URL + reverse("jobs.shared", kwargs={"share": share.pk})
        telling.tell(looking(share), "shared", key=f"shared:{share.pk}", vacancy=vacancy, link=link)
    return share


def looking(share: Share) -> list[User]:
    """Everybody who may look through it."""
    if share.user is not None:
        return [share.user]
    staff = organisations.StaffMember.objects.filter(organisation=share.organisation, ended_at=None)
    return list(User.objects.filter(pk__in=staff.values("user"), is_active=True))


def end_share(*, actor: Actor, share: Share) -> Share:
    """Take the look back; asking again changes nothing."""
    may(actor, "jobs.applicants", share.vacancy)
    with transaction.atomic():
        held = Share.objects.select_for_update().get(pk=share.pk)
        if held.ended_at is None:
            held.ended_at = timezone.now()
            held.save(update_fields=["ended_at"])
            record.note(actor, "jobs.share_ended", held.vacancy, share=held.pk)
    return held


def look_through(*, actor: Actor, share: Share, application: Application | None = None) -> Vacancy:
    """The vacancy behind a share, for whom it was given to; each look is written down."""
    may(actor, "jobs.look_through", share)
    if actor.user_id is None:  # the machine itself looks for nobody
        return share.vacancy
    with transaction.atomic():
        ShareLook.objects.create(share=share, user_id=actor.user_id, application=application)
        if application is not None:
            note_look(actor, application)
    return share.vacancy


def note_look(actor: Actor, application: Application) -> None:
    """So that the person reads on their own page who looked."""
    record.note(actor, "people.looked", application.person, page="application")
