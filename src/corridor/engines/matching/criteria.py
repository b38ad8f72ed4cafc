"""The agreed criteria of a round: what is needed (hard) and what counts how much (soft)."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ._schema import CEFR

# The order in which criteria are applied, and in which the funnel counts who fell where.
ORDER = (
    "occupation",
    "countries",
    "permits",
    "licences",
    "education",
    "experience",
    "languages",
    "availability",
    "age",
    "skills",
)
COMPONENTS = ("skills", "languages", "experience", "education", "occupation")


@dataclass(frozen=True, slots=True)
class Occupation:
    """The worker has an occupation in the vacancy's ISCO group, compared at `digits` at most."""

    digits: int = 4


@dataclass(frozen=True, slots=True)
class Countries:
    """The worker's country is allowed: by the vacancy (`own`), by `allow`, and not in `refuse`."""

    by: str = "nationality"
    allow: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True, slots=True)
class Licences:
    """The worker holds every licence the vacancy asks for (`own`) and every one in `also`."""

    also: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True, slots=True)
class Permits:
    """The worker holds one of the permits that the vacancy (`own`) or `also` names."""

    also: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True, slots=True)
class Education:
    """The worker's EQF level reaches the vacancy's (`own`) and `eqf_min`."""

    eqf_min: int = 0
    own: bool = True


@dataclass(frozen=True, slots=True)
class Experience:
    """The worker's years of experience reach the vacancy's (`own`) and `years_min`."""

    years_min: int = 0
    own: bool = True


@dataclass(frozen=True, slots=True)
class Languages:
    """The worker speaks each language at the level of the vacancy (`own`) and of `also`."""

    also: Mapping[str, int] = field(default_factory=dict)
    own: bool = True


@dataclass(frozen=True, slots=True)
class Availability:
    """The worker is available at the start of the vacancy, or `grace_days` later."""

    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class Age:
    """The age reached in the year of `as_of` lies in min..max; only where `law` is cited."""

    law: str
    as_of: date
    min: int = 0
    max: int = 150


@dataclass(frozen=True, slots=True)
class Skills:
    """At least `essential_percent` of the essential skills are held at the level asked."""

    essential_percent: int = 100
    also: Mapping[str, int] = field(default_factory=dict)
    own: bool = True


@dataclass(frozen=True, slots=True)
class Weight:
    """A component of the score: its weight, and how far above what is asked still earns more."""

    weight: int
    above: int = 0


@dataclass(frozen=True, slots=True)
class Criteria:
    """A criteria set. A hard criterion that is None is not applied.

    `soft` maps skills, languages, experience, education and occupation to a Weight; components a
    vacancy does not ask for give their share to the others, so a score is always out of 10,000.
    """

    name: str = ""
    occupation: Occupation | None = Occupation()
    countries: Countries | None = Countries()
    permits: Permits | None = Permits()
    licences: Licences | None = Licences()
    education: Education | None = Education()
    experience: Experience | None = Experience()
    languages: Languages | None = Languages()
    availability: Availability | None = Availability()
    age: Age | None = None
    skills: Skills | None = None
    soft: Mapping[str, Weight] = field(default_factory=lambda: {"skills": Weight(1)})

    def __post_init__(self) -> None:
        from ._refusals import check

        check(self)

    @property
    def hard(self) -> tuple[str, ...]:
        """The names of the hard criteria applied, in the order applied."""
        return tuple(name for name in ORDER if getattr(self, name) is not None)

    @classmethod
    def from_toml(cls, source: str | os.PathLike[str]) -> Criteria:
        """Read a criteria set from a .toml file or from TOML text; raises CriteriaRefused."""
        from ._refusals import from_mapping

        is_text = isinstance(source, str) and ("\n" in source or "=" in source or not source)
        text = str(source) if is_text else Path(source).read_text(encoding="utf-8")
        return from_mapping(_load(text))

    def to_toml(self) -> str:
        """The canonical text: every applied criterion with every setting; read back it is equal."""
        lines = [f"name = {json.dumps(self.name, ensure_ascii=False)}"]
        for name in self.hard:
            lines += ["", f"[hard.{name}]"]
            settings = asdict(getattr(self, name))
            for key, value in settings.items():
                if key == "also" and name == "languages":
                    value = {code: CEFR[level - 1] for code, level in value.items()}
                lines.append(f"{key} = {_toml(value)}")
        for name in COMPONENTS:
            if name in self.soft:
                weight = self.soft[name]
                lines += ["", f"[soft.{name}]", f"weight = {weight.weight}"]
                lines += [f"above = {weight.above}"]
        return "\n".join(lines) + "\n"

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical text (hexadecimal): what a round publishes beforehand."""
        return hashlib.sha256(self.to_toml().encode()).hexdigest()


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = (f"{json.dumps(key)} = {_toml(value[key])}" for key in sorted(value))
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml(item) for item in sorted(value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _load(text: str) -> dict[str, Any]:
    from .errors import CriteriaError, CriteriaRefused

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CriteriaRefused([CriteriaError("file", "not-toml", f"not TOML: {error}")]) from error
