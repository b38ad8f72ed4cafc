from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.kernel.background import registry
from corridor.kernel.background.api import Job, every
from corridor.kernel.background.schedule import ask_for_what_is_due

pytestmark = pytest.mark.django_db


def test_a_periodic_job_comes_round_once_each_time(kinds) -> None:
    registry._periods.clear()
    sail = lambda work: None  # noqa: E731
    kinds("ferries.sail", sail)
    every(hours=24)(sail)
    now = timezone.now()
    assert ask_for_what_is_due(now=now) == 1
    assert ask_for_what_is_due(now=now + timedelta(hours=23)) == 0
    assert ask_for_what_is_due(now=now + timedelta(hours=25)) == 1
    assert Job.objects.filter(name="ferries.sail").count() == 2
