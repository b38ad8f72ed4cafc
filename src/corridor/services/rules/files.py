"""Rules on files: what the command line does, without a database."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from corridor.engines import rules
from corridor.services.rules.errors import RulesFileRefused
from corridor.services.rules.shipped import FOLDER, SHIPPED, shipped_table


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A pack that loads: its digest, how its cases went, which of its tables are stale."""

    name: str
    edition: str
    digest: str
    tables: int
    rows: int
    unverified: int
    cases: int
    failed: tuple[str, ...]
    stale: tuple[str, ...]


@contextmanager
def refusals() -> Iterator[None]:
    """What the engine refuses becomes an error of ours: a sentence and exit code 1."""
    try:
        yield
    except rules.RulesRefused as error:
        raise RulesFileRefused(reason=str(error)) from error


def text_of(path: Path) -> str:
    """A file as text. Raises RulesFileRefused."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = _("%(path)s cannot be read as UTF-8 text: %(error)s")
        raise RulesFileRefused(reason=reason % {"path": path, "error": error}) from error


def table(name: str) -> rules.Table:
    """A table by its file, or a shipped one as pack/table. Raises RulesFileRefused."""
    path = Path(name)
    with refusals():
        if path.is_file():
            return rules.from_toml(text_of(path), called=path.name)
        try:
            return shipped_table(name)
        except KeyError as error:
            reason = _("There is no file %(path)s, and it is not shipped: %(error)s")
            raise RulesFileRefused(reason=reason % {"path": name, "error": error}) from error


def pack(name: str) -> rules.Pack:
    """A pack by its folder, or a shipped one by name. Raises RulesFileRefused."""
    folder = FOLDER / name if name in SHIPPED else Path(name)
    with refusals():
        return rules.read_pack(folder)


def checked(name: str, *, as_of: date) -> Checked:
    """A pack read, its cases played, its age told."""
    found = pack(name)
    played = {key: rules.run_cases(each) for key, each in found.tables.items()}
    rows = [row for each in found.tables.values() for row in each.rows]
    return Checked(
        name=found.name,
        edition=found.edition,
        digest=found.digest,
        tables=len(found.tables),
        rows=len(rows),
        unverified=sum(row.status != "verified" for row in rows),
        cases=sum(len(cases) for cases in played.values()),
        failed=tuple(
            f"{key}, {case.name}: {case.message}"
            for key, cases in played.items()
            for case in cases
            if not case.passed
        ),
        stale=tuple(key for key, each in found.tables.items() if each.is_stale(as_of)),
    )


def facts_and_rates(path: Path) -> tuple[Any, list[rules.Rate]]:
    """A file of facts: [facts], and [[rates]] where currencies differ. Raises RulesFileRefused."""
    try:
        given: dict[str, Any] = tomllib.loads(text_of(path), parse_float=Decimal)
        with refusals():
            return given.get("facts", {}), rules.rates_of(given.get("rates", []))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        reason = _("%(path)s is not a file of facts: %(error)s")
        raise RulesFileRefused(reason=reason % {"path": path, "error": error}) from error


def day_or_column(given: str) -> date | str:
    """A day as it is written, or else the name of a column."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        return given


def ask(asked: rules.Table, path: Path, *, in_force: date, known: date) -> rules.Result:
    """The answer to a file of facts."""
    facts, rates = facts_and_rates(path)
    with refusals():
        return rules.ask(asked, facts, in_force=in_force, known=known, rates=rates)
