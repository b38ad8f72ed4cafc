from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.services.rounds import steps_world as steps

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def noted(verb: str) -> int:
    return record.Entry.objects.filter(verb=verb).count()


def test_a_bar_is_noted_once_and_lifted_when_the_test_is_passed(published: rounds.Round) -> None:
    line = steps.listed(published, "Amina").round_vacancy
    steps.take_test(line, "Amina", steps.POOR)
    result = steps.listed(published, "Amina")
    assert result.barred_by == "occupation/test"
    assert result.barred_at is not None
    for _again in range(2):
        rounds.judge_steps(COMMAND_LINE, line, [result])
    assert noted("rounds.barred") == 1
    steps.take_test(line, "Amina", steps.GOOD)
    assert steps.listed(published, "Amina").barred_by == ""
    assert noted("rounds.bar_lifted") == 1


def test_a_bar_has_its_day_in_the_database(published: rounds.Round) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.Result.objects.update(barred_by="occupation/test")
