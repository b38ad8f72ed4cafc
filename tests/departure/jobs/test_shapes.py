"""What the API gives of a vacancy."""

from __future__ import annotations

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.shapes import short, whole


def test_a_vacancy_is_told_short_and_whole(harbour_open: jobs.Vacancy) -> None:
    told = whole(harbour_open)
    assert {**told, **short(harbour_open)} == told
    assert (told["version"], told["pay_basis"], told["languages"]) == (1, "gross", {"en": "A2"})
