"""What a benchmark says against its target: printed, and kept for the page of all of them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

KEPT_IN = "BENCH_VERDICTS"


@dataclass(frozen=True)
class Verdict:
    """A target, what was compared, what was asked and what was seen; is_met None: no target."""

    target: str
    against: str
    asked: str
    seen: str
    is_met: bool | None

    @property
    def word(self) -> str:
        return {True: "met", False: "**missed**", None: ""}[self.is_met]


HEAD = "| target | against | asked | seen | |\n|---|---|--:|---|---|"


def rows(verdicts: list[Verdict]) -> list[str]:
    """The table of verdicts, in markdown."""
    return [
        HEAD,
        *(f"| {v.target} | {v.against} | {v.asked} | {v.seen} | {v.word} |" for v in verdicts),
    ]


def keep(verdicts: list[Verdict]) -> None:
    """Write them where whoever started this run reads them, if somebody did."""
    if place := os.environ.get(KEPT_IN):
        Path(place).write_text(json.dumps([asdict(v) for v in verdicts]), encoding="utf-8")


def read(place: Path) -> list[Verdict]:
    """The verdicts a run kept, none if it kept none."""
    kept = json.loads(place.read_text(encoding="utf-8")) if place.exists() else []
    return [Verdict(**verdict) for verdict in kept]
