"""Counters of requests, shared by the web processes through small files, told as Prometheus text.

Each process counts in a memory-mapped file of its own; whoever is asked adds them all up.
"""

from __future__ import annotations

import mmap
import os
import struct
import threading
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# Per status class: a count for each upper bound, one for what is slower still, the seconds' sum.
CELLS = len(SECONDS) + 2
SIZE = len(CLASSES) * CELLS * 8


class Counters:
    """One process's counters. Cheap enough for every request (well under a microsecond)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        self.owner = 0
        self.map: mmap.mmap | None = None

    def opened(self) -> mmap.mmap:
        """This process's file; made anew after a fork."""
        if self.map is None or self.owner != os.getpid():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.owner = os.getpid()
            path = self.folder / f"{self.owner}.counters"
            path.write_bytes(bytes(SIZE))
            with path.open("r+b") as file:
                self.map = mmap.mmap(file.fileno(), SIZE)
        return self.map

    def count(self, *, status: int, seconds: float) -> None:
        start = (min(max(status // 100, 1), 5) - 1) * CELLS
        with self.lock:
            held = self.opened()
            add(held, start + bisect_left(SECONDS, seconds), 1.0)
            add(held, start + CELLS - 1, seconds)

    def total(self) -> list[float]:
        """All processes' cells, added up."""
        cells = [0.0] * (len(CLASSES) * CELLS)
        for path in self.folder.glob("*.counters"):
            held = path.read_bytes()
            if len(held) == SIZE:
                found = struct.unpack(f"={len(cells)}d", held)
                cells = [one + other for one, other in zip(cells, found, strict=True)]
        return cells


def add(held: mmap.mmap, cell: int, value: float) -> None:
    (now,) = struct.unpack_from("=d", held, cell * 8)
    struct.pack_into("=d", held, cell * 8, now + value)


def request_lines(cells: list[float]) -> Iterable[str]:
    """Requests by status class, and how long they took."""
    rows = [cells[place * CELLS : (place + 1) * CELLS] for place in range(len(CLASSES))]
    yield "# HELP corridor_requests_total Requests answered, by class of status."
    yield "# TYPE corridor_requests_total counter"
    for name, row in zip(CLASSES, rows, strict=True):
        yield f'corridor_requests_total{{status="{name}"}} {sum(row[:-1]):.0f}'
    yield "# HELP corridor_request_seconds How long requests took."
    yield "# TYPE corridor_request_seconds histogram"
    reached = 0.0
    for place, bound in enumerate(SECONDS):
        reached += sum(row[place] for row in rows)
        yield f'corridor_request_seconds_bucket{{le="{bound}"}} {reached:.0f}'
    reached += sum(row[-2] for row in rows)
    yield f'corridor_request_seconds_bucket{{le="+Inf"}} {reached:.0f}'
    yield f"corridor_request_seconds_sum {sum(row[-1] for row in rows):.6f}"
    yield f"corridor_request_seconds_count {reached:.0f}"


def gauge_lines(name: str, help_text: str, values: dict[str, float], *, label: str) -> list[str]:
    """A gauge with one label; an empty label value stands for none."""
    lines = [f"# HELP {name} {help_text}", f"# TYPE {name} gauge"]
    for key, value in values.items():
        where = f'{{{label}="{key}"}}' if key else ""
        lines.append(f"{name}{where} {value:.0f}")
    return lines
