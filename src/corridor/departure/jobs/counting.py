"""How often vacancies are read: counted in memory, written down in few strokes."""

from __future__ import annotations

from collections import Counter
from threading import Lock
from time import monotonic

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from corridor.departure.jobs.models import Vacancy, ViewCount

READS_MAX, SECONDS_MAX = 50, 60.0


class Views:
    """Counts since the last stroke. A process that dies loses at most a minute of them."""

    def __init__(self) -> None:
        self.lock, self.counts, self.since = Lock(), Counter[int](), 0.0

    def seen(self, vacancy_id: int, *, now: float | None = None) -> None:
        """One more reading; every now and then all are written down."""
        now = monotonic() if now is None else now
        with self.lock:
            if not self.counts:
                self.since = now
            self.counts[vacancy_id] += 1
            due = self.counts.total() >= READS_MAX or now - self.since >= SECONDS_MAX
        if due:
            self.write()

    def write(self) -> None:
        with self.lock:
            counts, self.counts = self.counts, Counter[int]()
        day = timezone.localdate()
        known = set(Vacancy.objects.filter(pk__in=counts).values_list("pk", flat=True))
        with transaction.atomic():
            for vacancy, count in sorted(counts.items()):
                if vacancy not in known:
                    continue
                ViewCount.objects.get_or_create(vacancy_id=vacancy, day=day)
                ViewCount.objects.filter(vacancy_id=vacancy, day=day).update(
                    count=F("count") + count
                )


VIEWS = Views()
