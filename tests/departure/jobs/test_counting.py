"""Readings are counted in memory and written down in few strokes."""

from __future__ import annotations

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.counting import READS_MAX, Views
from corridor.departure.jobs.models import ViewCount


def test_many_readings_are_one_stroke(published: jobs.Vacancy) -> None:
    views = Views()
    for _each in range(READS_MAX - 1):
        views.seen(published.pk, now=0)
    assert not ViewCount.objects.exists()
    views.seen(published.pk, now=0)
    assert ViewCount.objects.get().count == READS_MAX


def test_a_minute_is_enough_and_what_is_gone_is_not_counted(published: jobs.Vacancy) -> None:
    views = Views()
    views.seen(published.pk, now=0)
    views.seen(999_999, now=61)
    assert ViewCount.objects.get().count == 1
    views.seen(published.pk, now=100)
    views.write()
    assert ViewCount.objects.get().count == 2
