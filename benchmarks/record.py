"""What a line of the record costs, against the same transaction without it.

Run: python -m benchmarks.record   (on a throw-away SQLite database, or the one of DATABASE_URL)
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from uuid import uuid4

ROWS = 500
LINES = 20_000


def measured(step: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds of this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    step()
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> None:
    os.environ.setdefault("CORRIDOR_HOME", tempfile.mkdtemp())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction
    from django.utils import timezone

    from corridor.kernel.actors.api import SYSTEM
    from corridor.kernel.background.models import Worker
    from corridor.kernel.record.api import note, verify

    call_command("migrate", verbosity=0)

    def rows(with_line: bool) -> None:
        for _ in range(ROWS):
            with transaction.atomic():
                Worker.objects.create(name=uuid4().hex, beat_at=timezone.now())
                if with_line:
                    note(SYSTEM, "ferries.left", "ferries.Ferry:1", deck=2)

    def lines() -> None:
        with transaction.atomic():
            for _ in range(LINES):
                note(SYSTEM, "ferries.left", "ferries.Ferry:1", deck=2)

    # Best of three: the disk is shared.
    plain = min(measured(lambda: rows(False)) for _ in range(3))
    noted = min(measured(lambda: rows(True)) for _ in range(3))
    print(f"a row alone        {plain[0] / ROWS * 1e3:6.2f} ms, {plain[1] / ROWS * 1e3:.2f} ms cpu")
    print(f"a row and its line {noted[0] / ROWS * 1e3:6.2f} ms, {noted[1] / ROWS * 1e3:.2f} ms cpu")
    print(f"ratio              {noted[0] / plain[0]:6.2f} wall, {noted[1] / plain[1]:.2f} cpu")
    _wall, cpu = measured(lines)
    print(f"lines in one transaction: {cpu / LINES * 1e6:.0f} us cpu each")
    _wall, cpu = measured(verify)
    print(f"verifying: {LINES / cpu:,.0f} lines a cpu second")


if __name__ == "__main__":
    main()
