"""Published terms are not changed in silence, and never to the worse without a check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.errors import NotOpen
from corridor.kernel.actors.api import Refused


def asked(member: Member, vacancy: jobs.Vacancy, **other: object) -> jobs.Amendment:
    vacancy.refresh_from_db()
    draft = replace(jobs.draft_of(vacancy), **other)
    return jobs.amend_vacancy(
        actor=member.actor, vacancy=vacancy, draft=draft, revision=vacancy.revision
    )


def test_better_terms_count_at_once_as_a_new_version(
    hana: Member, harbour_open: jobs.Vacancy
) -> None:
    amendment = asked(hana, harbour_open, pay_minor=260_000, places=4)
    harbour_open.refresh_from_db()
    assert (amendment.state, amendment.version) == ("in_force", 2)
    assert (harbour_open.version, harbour_open.pay_minor) == (2, 260_000)
    assert [each["field"] for each in amendment.changes] == ["pay", "places"]
    assert list(jobs.history(harbour_open)) == [amendment]


def test_worse_terms_wait_and_the_old_ones_stand_until_an_officer_decides(
    hana: Member, bodil: Member, harbour_open: jobs.Vacancy
) -> None:
    amendment = asked(hana, harbour_open, pay_minor=200_000)
    harbour_open.refresh_from_db()
    assert (amendment.state, harbour_open.pay_minor) == ("waiting", 240_000)
    with pytest.raises(jobs.AmendmentWaits):
        asked(hana, harbour_open, places=9)
    with pytest.raises(Refused):
        jobs.decide_amendment(actor=hana.actor, amendment=amendment, accepted=True)
    decided = jobs.decide_amendment(actor=bodil.actor, amendment=amendment, accepted=True)
    harbour_open.refresh_from_db()
    assert (decided.version, harbour_open.pay_minor) == (2, 200_000)
    with pytest.raises(jobs.NothingWaits):
        jobs.decide_amendment(actor=bodil.actor, amendment=amendment, accepted=False)


def test_terms_are_refused_or_taken_back(
    hana: Member, bodil: Member, harbour_open: jobs.Vacancy
) -> None:
    first = asked(hana, harbour_open, hours_weekly=60)
    jobs.decide_amendment(actor=bodil.actor, amendment=first, accepted=False, reason="Too many.")
    second = asked(hana, harbour_open, hours_weekly=50)
    jobs.withdraw_amendment(actor=hana.actor, amendment=second)
    states = [each.state for each in harbour_open.amendments.order_by("pk")]
    assert states == ["refused", "withdrawn"]
    harbour_open.refresh_from_db()
    assert harbour_open.hours_weekly == 48


def test_nothing_new_a_stale_page_and_a_closed_vacancy_are_refused(
    hana: Member, harbour_open: jobs.Vacancy
) -> None:
    with pytest.raises(jobs.NothingChanged):
        asked(hana, harbour_open)
    with pytest.raises(jobs.ChangedMeanwhile):
        jobs.amend_vacancy(
            actor=hana.actor,
            vacancy=harbour_open,
            draft=replace(jobs.draft_of(harbour_open), places=9),
            revision=99,
        )
    with pytest.raises(jobs.VacancyRefused):
        asked(hana, harbour_open, closes_on=None)
    jobs.close_vacancy(actor=hana.actor, vacancy=harbour_open)
    with pytest.raises(NotOpen):
        asked(hana, harbour_open, places=9)


def test_the_database_lets_one_amendment_wait(hana: Member, harbour_open: jobs.Vacancy) -> None:
    waiting = asked(hana, harbour_open, hours_weekly=60)
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.Amendment.objects.create(
            vacancy=harbour_open, terms={}, changes=[], is_worse=True, asked_by=waiting.asked_by
        )
