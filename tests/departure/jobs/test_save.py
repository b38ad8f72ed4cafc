"""A vacancy is kept for later."""

from __future__ import annotations

import pytest
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.following import saved
from corridor.kernel.actors.api import ANONYMOUS, Refused


def test_keeping_and_taking_away_twice_changes_nothing(
    amina: Member, published: jobs.Vacancy
) -> None:
    for _twice in range(2):
        jobs.save_vacancy(actor=amina.actor, vacancy=published)
    assert saved(amina.actor) == [published]
    for _twice in range(2):
        jobs.save_vacancy(actor=amina.actor, vacancy=published, saved=False)
    assert saved(amina.actor) == []
    with pytest.raises(Refused):
        jobs.save_vacancy(actor=ANONYMOUS, vacancy=published)
