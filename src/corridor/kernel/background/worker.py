"""The worker: delivers events, asks for periodic jobs, and works jobs off one after another."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from corridor.kernel.background.acts.run import run, sweep, take
from corridor.kernel.background.models import Job, Worker
from corridor.kernel.background.schedule import ask_for_what_is_due
from corridor.kernel.record import api as record

IDLE_SECONDS = 0.5
HOUSEKEEPING_SECONDS = 10.0
ALIVE_WITHIN = timedelta(seconds=60)
logger = logging.getLogger(__name__)


def work_off(*, most: int = 1000, heart: bool = False) -> list[Job]:
    """Run what waits, here and now, until nothing is due: `corridor work --once`, and tests."""
    name = worker_name()
    worked: list[Job] = []
    while len(worked) < most and (job := take(worker=name)) is not None:
        worked.append(run(job, worker=name, heart=heart))
    return worked


def worker_name() -> str:
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid4().hex[:6]}"


class WorkerLoop:
    """One worker process. `stop` is looked at between jobs; `parent` ends it with its parent."""

    def __init__(self, *, parent: int | None = None) -> None:
        self.name = worker_name()
        self.stop = threading.Event()
        self.parent = parent
        self.housekept = float("-inf")

    def run(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Work until told to stop; a database that is away is waited for."""
        Worker.objects.create(name=self.name)
        while not self.stop.is_set() and not self.orphaned():
            try:
                busy = self.once(clock())
            except DatabaseError:
                logger.exception("background.database_away")
                connection.close()
                busy = False
            if not busy:
                close_old_connections()
                self.stop.wait(IDLE_SECONDS)
        Worker.objects.filter(name=self.name).delete()

    def orphaned(self) -> bool:
        return self.parent is not None and os.getppid() != self.parent

    def once(self, now: float) -> bool:
        """One turn: whether anything was done."""
        if now - self.housekept >= HOUSEKEEPING_SECONDS:
            self.housekept = now
            self.keep_house()
        delivered = record.deliver_due(now=timezone.now())
        job = take(worker=self.name)
        if job is not None:
            run(job, worker=self.name)
        return bool(delivered) or job is not None

    def keep_house(self) -> None:
        now = timezone.now()
        if not Worker.objects.filter(name=self.name).update(beat_at=now):
            Worker.objects.create(name=self.name)
        Worker.objects.filter(beat_at__lt=now - timedelta(days=1)).delete()
        sweep()
        ask_for_what_is_due(now=now)

    def end_on_signals(self) -> None:
        """SIGTERM and SIGINT end it after the job in hand; a second one ends it at once."""

        def heard(number: int, _frame: object) -> None:
            if self.stop.is_set():
                os._exit(128 + number)
            self.stop.set()

        signal.signal(signal.SIGTERM, heard)
        signal.signal(signal.SIGINT, heard)
