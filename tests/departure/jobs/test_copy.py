"""A copy is a draft that says the same, without days that are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import Refused


def test_a_closed_vacancy_is_copied_to_a_new_draft(
    hana: Member, harbour_open: jobs.Vacancy
) -> None:
    closed = jobs.close_vacancy(actor=hana.actor, vacancy=harbour_open)
    copied = jobs.copy_vacancy(actor=hana.actor, vacancy=closed)
    assert copied.pk != closed.pk
    assert (copied.status, copied.version) == ("draft", 1)
    assert jobs.draft_of(copied) == jobs.draft_of(closed)


def test_days_that_are_over_are_left_out(hana: Member, harbour) -> None:
    over = world.draft_of(hana, harbour, closes_on=date(2020, 1, 1), starts_on=date(2020, 2, 1))
    copied = jobs.copy_vacancy(actor=hana.actor, vacancy=over)
    same = replace(jobs.draft_of(over), closes_on=None, starts_on=None)
    assert jobs.draft_of(copied) == same


def test_another_employers_is_not_copied(chen: Member, harbour_open: jobs.Vacancy) -> None:
    with pytest.raises(Refused):
        jobs.copy_vacancy(actor=chen.actor, vacancy=harbour_open)
