"""What a round costs in the background worker: time and memory of each stage, on a real database.

    CORRIDOR_HOME=/tmp/bench python -m benchmarks.round --size 100000x10000 [--isco 7]

An officer plans and starts the round as at the desk; the background worker, a process of its own as
in `corridor work --once`, freezes the inputs, matches, places and keeps. It writes its part of
docs/benchmarks.md. The peak of a stage is the most memory the process held while it lasted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

from benchmarks.parts import keep_part

WHOLE = "the whole job"
STAGES = ("freeze", "match", "allocate", "keep")
Stage = Mapping[str, float]


def stages() -> list[tuple[str, Any, str]]:
    """Each stage with the module and the name of the function that does it."""
    from corridor.services.rounds import placing, working
    from corridor.services.rounds.acts import run

    return [
        ("freeze", run, "frozen_inputs"),
        ("match", working.matching, "shortlist"),
        ("allocate", placing, "allocate"),
        ("keep", run, "keep_result"),
    ]


def peak_mib() -> float:
    """The most memory held since the last `forget_peak`."""
    lines = Path("/proc/self/status").read_text().splitlines()
    said = next(line for line in lines if line.startswith("VmHWM:"))
    return int(said.split()[1]) / 1024


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def measured(name: str, work: Callable[..., Any], into: dict[str, Stage]) -> Callable[..., Any]:
    """The same function, which also notes what it took."""

    @wraps(work)
    def measuring(*given: Any, **named: Any) -> Any:
        forget_peak()
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            return work(*given, **named)
        finally:
            into[name] = {
                "wall": time.perf_counter() - wall,
                "cpu": time.process_time() - cpu,
                "peak": peak_mib(),
            }

    return measuring


def work() -> None:
    """In the worker's process: work off what waits, and print what each stage took."""
    set_up()
    from corridor.kernel.background.api import JobState
    from corridor.kernel.background.worker import work_off

    found: dict[str, Stage] = {}
    for name, module, function in stages():
        setattr(module, function, measured(name, getattr(module, function), found))
    wall, cpu = time.perf_counter(), time.process_time()
    for job in work_off(heart=True):
        if job.name == "rounds.run" and job.state != JobState.DONE:
            raise SystemExit(job.error or f"The job of the round is {job.state}.")
    found[WHOLE] = {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "peak": max(stage["peak"] for stage in found.values()),
    }
    print(json.dumps(found))


def start(isco: str) -> Any:
    """The round an officer starts at the desk, agreed to by both parties."""
    from corridor.kernel.accounts import api as accounts
    from corridor.services.rounds import api as rounds
    from corridor.site import demo

    user = accounts.user_by_login("bodil@example.org")
    if user is None:
        raise SystemExit("Fill this database first: python -m benchmarks.web_world")
    officer = accounts.actor_for(user)
    narrow = {"isco": isco} if isco else {}
    draft = rounds.RoundDraft(
        title="Measured round",
        criteria=rounds.preset("balanced"),
        seed=7,
        mode=rounds.Mode.STABLE,
        top=20,
        vacancies_wanted=narrow,
        pool_wanted=narrow,
    )
    planned = rounds.plan_round(actor=officer, draft=draft, request_key=f"bench {time.time_ns()}")
    demo.agree(planned)
    return rounds.start_round(actor=officer, planned=planned)


def table(found: Mapping[str, Stage]) -> str:
    lines = ["| stage | seconds | cpu-s | peak MiB |", "| --- | ---: | ---: | ---: |"]
    for name in (*STAGES, WHOLE):
        if name in found:
            took = found[name]
            lines.append(
                f"| {name} | {took['wall']:.1f} | {took['cpu']:.1f} | {took['peak']:,.0f} |"
            )
    return "\n".join(lines)


def report(found: Mapping[str, Stage], done: Any, what: str, database: str) -> str:
    day, load = datetime.now(UTC).date(), os.getloadavg()[1]
    return f"""## A round, {what} on {database}

`python -m benchmarks.round` on {day}, {os.cpu_count()} cores that others use too (load {load:.0f}):
{done.workers_count:,} people and {done.vacancies_count:,} vacancies; {done.listed_count:,} people
listed, {done.placed_count:,} of {done.places_count:,} places given. Keep
makes the reasons and the digest too.

{table(found)}
"""


def set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    import django

    django.setup()
    from corridor.site import demo

    demo.staff_sign_in_plainly()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", default="100000x10000", help="people x vacancies, for the title")
    parser.add_argument("--isco", default="", help="only this group, on both sides")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.work:
        work()
        return
    set_up()
    from django.db import connection

    running = start(given.isco)
    connection.close()
    command = [sys.executable, "-m", "benchmarks.round", "--work"]
    worked = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(worked.stdout.splitlines()[-1])
    running.refresh_from_db()
    database = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    what = " × ".join(f"{int(size):,}" for size in given.size.split("x")) + (
        f", narrowed to ISCO {given.isco}" if given.isco else ""
    )
    told = report(found, running, what, database)
    print(told)
    keep_part(f"round {given.size} {given.isco or 'full'} {database}", told)


if __name__ == "__main__":
    main()
