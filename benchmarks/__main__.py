"""Every benchmark, one after the other; their tables become docs/benchmarks.md. Run: make bench

`python -m benchmarks --quick` runs small sizes and writes nothing.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy

from benchmarks.parts import PAGE, parts_of

FULL = (
    ["benchmarks.matching", "--sizes", "10kx1k,100kx10k,1Mx10k"],
    ["benchmarks.allocation"],
)
QUICK = (["benchmarks.matching", "--sizes", "10kx1k"], ["benchmarks.allocation", "--quick"])
HEAD = """# Benchmarks

Written by `make bench` on {day}: {cores} cores, {processor}, {memory:.0f} GiB,
Python {python}, NumPy {numpy}. Every figure is a ratio against a named peer in the same run, on the
same data, with the results compared; seconds alone say nothing here, because the machine is shared.
Peers and their versions are pinned in the `bench` group of `pyproject.toml`.
"""


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def run(words: list[str]) -> str:
    """One benchmark in a process of its own, its output shown as it comes and kept."""
    command = [sys.executable, "-m", *words]
    kept = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or []:
            print(line, end="", flush=True)
            kept.append(line)
    if process.returncode:
        raise SystemExit(
            f"{words[0]} ended with {process.returncode}; docs/benchmarks.md is as it was"
        )
    return "".join(kept).strip()


def main() -> None:
    head = HEAD.format(
        day=datetime.now(UTC).date(),
        cores=os.cpu_count(),
        processor=processor(),
        memory=memory_gib(),
        python=platform.python_version(),
        numpy=numpy.__version__,
    )
    quick = "--quick" in sys.argv
    tables = [run(words) for words in (QUICK if quick else FULL)]
    if not quick:
        kept = parts_of(PAGE.read_text(encoding="utf-8")).values()
        PAGE.write_text("\n\n".join([head.strip(), *tables, *kept]) + "\n", encoding="utf-8")
        print(f"\nwritten: {PAGE}")


if __name__ == "__main__":
    main()
