"""Keep a child process running beside ours: started again when it dies, ended with us."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence

import structlog

PATIENCE_SECONDS = 10.0
# A child that dies at once is started ever more slowly, up to once in half a minute.
PAUSE_SECONDS_FIRST, PAUSE_SECONDS_MAX = 1.0, 30.0
logger = structlog.get_logger(__name__)


def worker_command() -> list[str]:
    """The background worker, which ends by itself should we be killed."""
    return [sys.executable, "-m", "corridor.site.cli", "work", "--parent", str(os.getpid())]


class Supervisor:
    def __init__(self, command: Sequence[str]) -> None:
        self.command = list(command)
        self.enough = threading.Event()
        self.child: subprocess.Popen[bytes] | None = None
        self.thread = threading.Thread(target=self.watch, name="supervisor", daemon=True)
        self.starts = 0

    def __enter__(self) -> Supervisor:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.enough.set()
        if self.child is not None and self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                # Its job keeps its lease; whoever works next takes it again.
                self.child.kill()
        self.thread.join(PATIENCE_SECONDS)

    def watch(self) -> None:
        pause = PAUSE_SECONDS_FIRST
        while not self.enough.is_set():
            # A group of its own: Ctrl+C reaches us alone, and we end the child in order.
            self.child = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603
            self.starts += 1
            code = self.child.wait()
            if self.enough.wait(pause):
                return
            logger.warning("site.worker_restarted", exit_code=code)
            pause = min(pause * 2, PAUSE_SECONDS_MAX)
