"""Every benchmark, part by part; their tables become docs/benchmarks.md. Run: make bench

Each part is kept in var/bench as it ends, and the page written again, so a run that is killed keeps
what it has and the next goes on from there: a part is measured again when the engine, the
benchmark or the machine changed, or with --again. `--quick` runs small sizes and writes nothing;
`--only matching-1m` measures one part; `--page` only writes the page from what is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._calibrate import machine
from benchmarks._verdicts import KEPT_IN, Verdict, read, rows
from benchmarks.parts import PAGE, parts_of

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "bench"
POSTGRES = "POSTGRES"  # in a command: where the part finds a PostgreSQL
MATCHING = "benchmarks.matching"
PARTS = {
    "allocation": ("Allocation with quotas", ["benchmarks.allocation"]),
    "matching-10k": ("Matching, 10,000 workers", [MATCHING, "--sizes", "10kx1k"]),
    "matching-100k": (
        "Matching, 100,000 workers",
        [MATCHING, "--sizes", "100kx10k", "--rounds", "3", "--postgres", POSTGRES],
    ),
    "matching-growth": (
        "Matching, growth without peers",
        [
            MATCHING,
            "--sizes",
            "100kx1k,100kx10k,1Mx10k",
            "--rounds",
            "1",
            "--peers",
            "none",
        ],
    ),
    "matching-1mx100k": (
        "Matching, 1,000,000 workers × 100,000 vacancies",
        [MATCHING, "--sizes", "1Mx100k", "--rounds", "1", "--peers", "none"],
    ),
    "matching-narrow": (
        "Matching, another mix of vacancies: few are eligible",
        [MATCHING, "--sizes", "100kx10k", "--rounds", "1", "--mix", "narrow", "--peers", "DuckDB"],
    ),
    "matching-broad": (
        "Matching, another mix of vacancies: many are eligible",
        [MATCHING, "--sizes", "100kx10k", "--rounds", "1", "--mix", "broad", "--peers", "DuckDB"],
    ),
    "matching-1m": (
        "Matching, 1,000,000 workers",
        [MATCHING, "--sizes", "1Mx10k", "--rounds", "1", "--peers", "DuckDB,scipy,sparse"],
    ),
    "matching-1m-tantivy": (
        "Matching, 1,000,000 workers: tantivy",
        [MATCHING, "--sizes", "1Mx10k", "--rounds", "1", "--peers", "tantivy"],
    ),
    "matching-1m-postgres": (
        "Matching, 1,000,000 workers: PostgreSQL",
        [MATCHING, "--sizes", "1Mx10k", "--rounds", "1", "--peers", "none", "--postgres", POSTGRES],
    ),
}
QUICK = (
    [MATCHING, "--sizes", "10kx1k"],
    ["benchmarks.allocation", "--quick"],
    ["benchmarks.contract_rules", "--quick"],
)
ENGINE = "src/corridor/engines/matching"
SOURCES = {
    MATCHING: (f"{ENGINE}/*.py", "benchmarks/matching*.py", "benchmarks/_[cv]*.py"),
    "benchmarks.allocation": (f"{ENGINE}/allocation/*.py", "benchmarks/allocation*.py"),
}
HEAD = """# Benchmarks

Written by `make bench`; each part says its day and machine. A figure is a ratio of processor
seconds against a named peer in the same run, on the same data, with the results compared: seconds
alone say little, because the machine is shared. Peers and their versions are pinned in the `bench`
group of `pyproject.toml`. How it is done: [matching](engines/matching.md),
[allocation](engines/allocation.md), [rules](engines/rules.md). A run that was cut short goes on
with the next `make bench`.
"""


@dataclass
class Part:
    """What one part measured: when, where, how long, of which code."""

    name: str
    digest: str
    day: str
    machine: str
    seconds: float
    text: str
    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return KEPT / f"{self.name}.json"

    def keep(self) -> None:
        """Whole or not at all."""
        KEPT.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
        unfinished.replace(self.path)


def kept(name: str) -> Part | None:
    """The part as it was last measured."""
    place = KEPT / f"{name}.json"
    if not place.exists():
        return None
    found = json.loads(place.read_text(encoding="utf-8"))
    return Part(**{**found, "verdicts": [Verdict(**each) for each in found["verdicts"]]})


def digest(words: list[str]) -> str:
    """Of the engine, of what measures it, of the command, and of the kind of machine."""
    seen = hashlib.sha256(" ".join([*words, platform.machine(), str(os.cpu_count())]).encode())
    for path in sorted(path for pattern in SOURCES[words[0]] for path in ROOT.glob(pattern)):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def postgres() -> str:
    """Where PostgreSQL answers, as libpq reads it; "" where there is none."""
    tool = ["bash", str(ROOT / "tools" / "postgres-for-tests"), "corridor_bench"]
    found = subprocess.run(tool, capture_output=True, text=True, check=False)
    if found.returncode:
        return ""
    place = found.stdout.strip().removeprefix("postgres://").partition("/")[0]
    user, _, address = place.partition("@")
    host, _, port = address.partition(":")
    return f"host={host} port={port} user={user}"


def run(words: list[str], verdicts: Path | None = None) -> str:
    """One benchmark in a process of its own, its output shown as it comes and kept."""
    place = postgres() if POSTGRES in words else ""
    given = [place if word == POSTGRES else word for word in words]
    command = [sys.executable, "-m", *given]
    around = {**os.environ, **({KEPT_IN: str(verdicts)} if verdicts else {})}
    lines = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=around, cwd=ROOT
    ) as process:
        for line in process.stdout or []:
            print(line, end="", flush=True)
            lines.append(line)
    if process.returncode:
        raise SystemExit(
            f"{words[0]} ended with {process.returncode}; the parts before it are kept"
        )
    return "".join(lines).strip()


def measure(name: str, words: list[str]) -> None:
    """Measure a part and keep it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    verdicts = KEPT / f"{name}.verdicts"
    verdicts.unlink(missing_ok=True)
    started, made_of, around = time.monotonic(), digest(words), machine()
    text = run(words, verdicts)
    day = datetime.now(UTC).date().isoformat()
    seconds = time.monotonic() - started
    Part(name, made_of, day, around, seconds, text, read(verdicts)).keep()
    verdicts.unlink(missing_ok=True)


def page(parts: dict[str, Part | None]) -> str:
    """The page of what is kept."""
    found = {name: part for name, part in parts.items() if part is not None}
    verdicts = [verdict for part in found.values() for verdict in part.verdicts]
    missing = [PARTS[name][0] for name, part in parts.items() if part is None]
    asked = [verdict for verdict in verdicts if verdict.is_met is not None]
    met = sum(bool(verdict.is_met) for verdict in asked)
    lines = [HEAD, "## Targets", "", f"{met} of {len(asked)} met.", "", *rows(verdicts)]
    if missing:
        lines += ["", f"Not measured yet: {'; '.join(missing)}."]
    for name, part in found.items():
        body = part.text.replace("\n## ", "\n### ")
        body = "\n".join(line for line in body.splitlines() if not line.startswith("## "))
        lines += ["", f"## {PARTS[name][0]}", ""]
        lines += [f"{part.day}, {part.seconds / 60:.0f} minutes: {part.machine}.", "", body.strip()]
    return "\n".join(lines) + "\n"


def write() -> str:
    """The page anew, with the parts that other runs keep on it."""
    text = page({each: kept(each) for each in PARTS})
    others = parts_of(PAGE.read_text(encoding="utf-8")).values() if PAGE.exists() else []
    PAGE.write_text("\n\n".join([text.strip(), *others]) + "\n", encoding="utf-8")
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--again", action="store_true", help="measure what is kept too")
    parser.add_argument("--only", action="append", choices=list(PARTS))
    parser.add_argument("--page", action="store_true", help="measure nothing")
    options = parser.parse_args()
    if options.quick:
        for words in QUICK:
            run(words)
        return
    for name in [] if options.page else options.only or PARTS:
        words = PARTS[name][1]
        before = kept(name)
        if before and before.digest == digest(words) and not options.again:
            print(f"{name}: kept from {before.day}")
            continue
        measure(name, words)
        write()
    text = write()
    print(f"\n{text.partition('## Targets')[2].partition(chr(10) + '## ')[0].strip()}")
    print(f"\nwritten: {PAGE}")


if __name__ == "__main__":
    main()
