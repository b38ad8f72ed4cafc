"""A list is shared inside the platform until a day; every look is written down."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.models import ShareLook
from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people


def soon() -> object:
    return timezone.localdate() + timedelta(days=7)


def test_a_colleague_looks_until_it_is_taken_back_or_over(
    amina: Member, hana: Member, esra: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    share = jobs.share_applicants(
        actor=hana.actor, vacancy=harbour_open, valid_until=soon(), login="esra@example.org"
    )
    assert jobs.look_through(actor=esra.actor, share=share) == harbour_open
    jobs.look_through(actor=esra.actor, share=share, application=sent)
    assert ShareLook.objects.filter(share=share, user=esra.user).count() == 2
    assert [look.name for look in people.who_looked(amina.actor, person)] == ["Esra"]
    share.valid_until = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused):
        jobs.look_through(actor=esra.actor, share=share)
    for _twice in range(2):
        share = jobs.end_share(actor=hana.actor, share=share)
    with pytest.raises(Refused):
        jobs.look_through(actor=esra.actor, share=share)


def test_a_partner_organisation_looks(
    hana: Member, chen: Member, dawit: Member, crew, harbour_open: jobs.Vacancy
) -> None:
    share = jobs.share_applicants(
        actor=hana.actor, vacancy=harbour_open, valid_until=soon(), organisation_id=crew.pk
    )
    jobs.look_through(actor=chen.actor, share=share)
    with pytest.raises(Refused):
        jobs.look_through(actor=dawit.actor, share=share)


def test_bad_shares_are_refused(hana: Member, chen: Member, harbour_open: jobs.Vacancy) -> None:
    day = timezone.localdate()
    wrong = [
        {"valid_until": day - timedelta(days=1), "login": "esra@example.org"},
        {"valid_until": day + timedelta(days=91), "login": "esra@example.org"},
        {"valid_until": day, "login": "nobody@example.org"},
        {"valid_until": day},
    ]
    for told in wrong:
        with pytest.raises(jobs.ShareRefused):
            jobs.share_applicants(actor=hana.actor, vacancy=harbour_open, **told)
    with pytest.raises(Refused):
        jobs.share_applicants(actor=chen.actor, vacancy=harbour_open, valid_until=day)
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.Share.objects.create(vacancy=harbour_open, given_by="x", valid_until=day)
