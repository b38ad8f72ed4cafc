"""What this machine can do right now: measured in every run, beside what is compared with it."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from pathlib import Path

import numba as nb
import numpy as np

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def machine() -> str:
    """The machine in one line: processor, cores, memory, load, Python."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((x.split(":")[1].strip() for x in lines if x.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, NumPy {np.__version__}"
    )


def spent(job: Callable[[], object]) -> tuple[float, float]:
    """(processor seconds of this process, wall seconds) of one call."""
    wall, processor = time.perf_counter(), time.process_time()
    job()
    return time.process_time() - processor, time.perf_counter() - wall


@nb.njit(nogil=True)
def _gather(table, codes):
    total = np.uint64(0)
    for row in range(codes.shape[0]):
        part = np.uint32(0)
        for column in range(codes.shape[1]):
            part += table[codes[row, column]]
        total += part
    return total


def gather_rate(table_bytes: int = 100 << 10, rounds: int = 5) -> float:
    """Random look-ups per processor second, one thread, uint16 table: the limit of scoring."""
    random = np.random.default_rng(0)
    table = random.integers(0, 900, table_bytes // 2).astype(np.uint16)
    codes = random.integers(0, len(table), (50_000, 20)).astype(np.uint16)
    _gather(table, codes)
    return max(codes.size / spent(lambda: _gather(table, codes))[0] for _ in range(rounds))


@nb.njit(nogil=True)
def _walk(table, positions):
    total = np.int64(0)
    for place in range(len(positions)):
        total += table[positions[place]]
    return total


def walk_rate(rounds: int = 5) -> float:
    """The same look-ups one after the other by int32 positions that stream from memory."""
    random = np.random.default_rng(0)
    table = random.integers(0, 900, 50_000).astype(np.uint16)
    positions = random.integers(0, len(table), 20_000_000).astype(np.int32)
    _walk(table, positions)
    return max(len(positions) / spent(lambda: _walk(table, positions))[0] for _ in range(rounds))


@nb.njit(nogil=True)
def _pick(table, codes, rows):
    total = np.int64(0)
    for place in range(len(rows)):
        part = np.uint32(0)
        for column in range(codes.shape[1]):
            part += table[codes[rows[place], column]]
        total += part
    return total


def pick_rate(rounds: int = 5) -> float:
    """The same look-ups for every other of a million rows, which no cache holds."""
    random = np.random.default_rng(0)
    table = random.integers(0, 900, 50_000).astype(np.uint16)
    codes = random.integers(0, len(table), (1_000_000, 20)).astype(np.uint16)
    rows = np.sort(random.permutation(len(codes))[: len(codes) // 2])
    _pick(table, codes, rows)
    return max(20 * len(rows) / spent(lambda: _pick(table, codes, rows))[0] for _ in range(rounds))


def stream_rate(rounds: int = 5) -> float:
    """Bytes read per processor second, one thread, from memory."""
    values = np.ones(32 << 20, np.uint8).view(np.uint64)
    return max(values.nbytes / spent(values.sum)[0] for _ in range(rounds))
