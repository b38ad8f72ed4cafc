"""Nobody leaves one list twice."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.services.rounds.conftest import result_of

from corridor.services.rounds import api as rounds
from corridor.services.rounds.models import LeftOut


def test_nobody_leaves_a_list_twice(ready: rounds.Round) -> None:
    result = result_of(ready, "Amina")
    left = LeftOut.objects.create(result=result)
    assert str(left) == f"{result.pk} withdrew"
    with pytest.raises(IntegrityError), transaction.atomic():
        LeftOut.objects.create(result=result)
