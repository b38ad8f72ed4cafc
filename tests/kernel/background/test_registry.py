from datetime import timedelta

import pytest

from corridor.kernel.background.api import every, job
from corridor.kernel.background.registry import kind_called, periods


def test_a_declared_job_is_found_by_name_with_its_attempts_and_period(kinds) -> None:
    @every(hours=24)
    @job("ferries.sail", attempts=5)
    def sail(work):
        return None

    assert kind_called("ferries.sail").attempts == 5
    assert periods()["ferries.sail"] == timedelta(days=1)


def test_a_name_nobody_declared_is_a_mistake_with_a_hint() -> None:
    with pytest.raises(LookupError, match=r"@background\.job"):
        kind_called("ferries.fly")
