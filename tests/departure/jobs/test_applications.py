"""What the tables of applications themselves refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs


@pytest.mark.parametrize("wrong", [{"state": "withdrawn"}, {"withdrawal": "pay"}])
def test_the_table_refuses_what_cannot_be(
    amina: Member, harbour_open: jobs.Vacancy, wrong: dict[str, Any]
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.Application.objects.filter(pk=sent.pk).update(**wrong)
