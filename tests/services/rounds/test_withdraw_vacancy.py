from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def test_a_vacancy_closed_mid_round_is_withdrawn_once(ready: rounds.Round) -> None:
    line = ready.vacancies.get(title="Welder")
    assert rounds.withdraw_vacancy(actor=COMMAND_LINE, vacancy=line.vacancy, reason="No funds")
    assert rounds.withdraw_vacancy(actor=COMMAND_LINE, vacancy=line.vacancy) == []
    line.refresh_from_db()
    assert line.withdrawn_reason == "No funds"
    assert record.Entry.objects.filter(verb="rounds.vacancy_withdrawn").count() == 1


def test_whoever_stands_in_it_reads_that_it_is_closed(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Cook")
    rounds.withdraw_vacancy(actor=COMMAND_LINE, vacancy=line.vacancy)
    result = line.results.first()
    assert result is not None
    stages = {each.vacancy: each.stage for each in rounds.standings_of(result.worker)}
    assert stages[line.vacancy] == "withdrawn"


def test_only_officers_and_the_employer_withdraw(ready: rounds.Round, hana: Member) -> None:
    line = ready.vacancies.get(title="Cook")
    with pytest.raises(Refused):
        rounds.withdraw_vacancy(actor=hana.actor, vacancy=line.vacancy)


def test_the_database_wants_a_reason_too(ready: rounds.Round) -> None:
    line = ready.vacancies.get(title="Cook")
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.RoundVacancy.objects.filter(pk=line.pk).update(withdrawn_reason="because")
