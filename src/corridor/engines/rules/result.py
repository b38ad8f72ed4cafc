"""What a table answered: never a bare value, always with its rows, its law and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .facts import Conversion, Rate
from .table import Words, canonical


@dataclass(frozen=True, slots=True)
class Need:
    """A fact that would change the outcome: it is not known, too coarse, or lacks a rate."""

    fact: str
    lacks: str
    label: Words
    of: str = ""
    into: str = ""

    @property
    def sentence(self) -> str:
        """In English."""
        label = self.label.get("en", self.fact)
        if self.lacks == "rate":
            return f"{label}: a dated rate from {self.of} to {self.into}"
        return f"{label}: a finer code" if self.lacks == "finer" else label


@dataclass(frozen=True, slots=True)
class Fired:
    """A row that holds: what it gives, by which law, and the sentence with its values."""

    row: str
    outcome: Mapping[str, str]
    instrument: str
    article: str
    link: str
    status: str
    say: Words

    def as_json(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "outcome": dict(self.outcome),
            "citation": {
                "instrument": self.instrument,
                "article": self.article,
                "link": self.link,
                "status": self.status,
            },
            "say": dict(self.say),
        }


@dataclass(frozen=True, kw_only=True)
class Result:
    """state is decided, nothing (no row holds, and the table says so) or cannot_tell.

    Where several rows could hold and all give the same outcome, `fired` has each of them. Where it
    cannot be told, `outcome` has what is the same whatever the needed facts are. Of a table that
    gives all rows, `fired` holds for certain and `may_hold` waits for `needs`.
    """

    table: str
    digest: str
    in_force: date
    known: date
    state: str
    outcome: Mapping[str, str] | None
    fired: tuple[Fired, ...]
    may_hold: tuple[str, ...]
    needs: tuple[Need, ...]
    facts: Mapping[str, str]
    facts_used: tuple[str, ...]
    conversions: tuple[Conversion, ...]
    rates: tuple[Rate, ...]

    @property
    def can_tell(self) -> bool:
        return self.state != "cannot_tell"

    def as_json(self) -> dict[str, Any]:
        """Everything that is needed to read it, and to work it out again."""
        return {
            "table": self.table,
            "digest": self.digest,
            "in_force": self.in_force.isoformat(),
            "known": self.known.isoformat(),
            "state": self.state,
            "outcome": dict(self.outcome) if self.outcome is not None else None,
            "fired": [each.as_json() for each in self.fired],
            "may_hold": list(self.may_hold),
            "needs": [
                {"fact": need.fact, "lacks": need.lacks, "sentence": need.sentence}
                for need in self.needs
            ],
            "facts": dict(self.facts),
            "facts_used": list(self.facts_used),
            "conversions": [
                {"fact": c.fact, "given": c.given, "counted": c.counted, **c.rate.as_json()}
                for c in self.conversions
            ],
            "rates": [rate.as_json() for rate in self.rates],
        }

    def canonical(self) -> bytes:
        return canonical(self.as_json())
