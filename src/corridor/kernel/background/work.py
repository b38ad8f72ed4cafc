"""What a running job holds: how to say how far it is, and whether to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta

from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import SYSTEM, Actor
from corridor.kernel.background.models import Job, JobState, Worker

LEASE = timedelta(seconds=60)
TICK_SECONDS = 1.0


@dataclass(frozen=True, kw_only=True)
class Progress:
    done: int = 0
    total: int | None = None
    saying: str = ""


class Cancelled(Exception):
    """Somebody asked the job to stop, and it did."""


class Work:
    """The handle a job function gets. Progress is written beside the job's own transactions."""

    def __init__(self, job: Job) -> None:
        self.job_id = job.pk
        self.attempt = job.attempts
        self.asked_by = job.asked_by
        self.at = Progress()
        self._cancelled = threading.Event()

    @property
    def actor(self) -> Actor:
        """Corridor itself, on behalf of whoever asked: the record names them."""
        kind, _, number = self.asked_by.partition(":")
        user_id = int(number) if kind == "user" and number.isdecimal() else None
        return Actor(user_id=user_id, roles=SYSTEM.roles, door=SYSTEM.door)

    def progress(self, done: int, total: int | None = None, saying: str = "") -> None:
        """Say how far it is. Costs nothing: it is written about once a second."""
        self.at = Progress(done=done, total=total or self.at.total, saying=saying[:200])

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop; look now and then, and return."""
        return self._cancelled.is_set()

    def stop_if_cancelled(self) -> None:
        """Raise Cancelled, which undoes the open transaction, when somebody asked to stop."""
        if self.cancelled:
            raise Cancelled(_("Somebody asked this work to stop before it was done."))

    def beat(self) -> bool:
        """Renew the lease, write the progress, read whether to stop. False when it lost the job."""
        mine = Job.objects.filter(pk=self.job_id, state=JobState.RUNNING, attempts=self.attempt)
        held = mine.update(
            lease_until=timezone.now() + LEASE,
            done=self.at.done,
            total=self.at.total,
            saying=self.at.saying,
        )
        if not held or mine.filter(cancel_asked=True).exists():
            self._cancelled.set()
        return bool(held)


class Heart(threading.Thread):
    """Beats beside a running job, on a connection of its own, until told to stop."""

    def __init__(self, work: Work, *, worker: str) -> None:
        super().__init__(name="heartbeat", daemon=True)
        self.work = work
        self.worker = worker
        self.enough = threading.Event()

    def run(self) -> None:
        from django.db import connection

        try:
            while not self.enough.wait(TICK_SECONDS):
                self.once()
        finally:
            connection.close()

    def once(self) -> None:
        try:
            self.work.beat()
            Worker.objects.filter(name=self.worker).update(beat_at=timezone.now())
        except DatabaseError:
            # The job itself may hold SQLite's write lock; the lease outlasts many missed beats.
            close_old_connections()

    def __enter__(self) -> Heart:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.enough.set()
        self.join(timeout=30)
