"""What the tables of vacancies themselves refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from corridor.departure.jobs import api as jobs


@pytest.mark.parametrize(
    "wrong",
    [
        {"places": 0},
        {"status": "submitted"},
        {"status": "published"},
        {"places_filled": 99},
        {"places_drawn": 1},
        {"pay_minor": 100},
        {"agency_id": 1},
    ],
)
def test_the_table_refuses_what_cannot_be(drafted: jobs.Vacancy, wrong: dict[str, Any]) -> None:
    values = {"pay_currency": ""} | wrong if "pay_minor" in wrong else wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.Vacancy.objects.filter(pk=drafted.pk).update(**values)
