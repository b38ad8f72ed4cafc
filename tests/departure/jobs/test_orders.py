"""What the table of job orders itself refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs


@pytest.mark.parametrize(
    "wrong",
    [{"places": 99}, {"places_returned": 6}, {"use_by": None}, {"valid_until": "2019-01-01"}],
)
def test_the_table_refuses_what_cannot_be(harbour, wrong: dict[str, Any]) -> None:
    order = world.order_of(harbour, places=5)
    assert order.told() == f"{order.number} · 51 QAT · 5"
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.JobOrder.objects.filter(pk=order.pk).update(**wrong)
