"""Reading a table from TOML or from plain data, with everything wrong said at once."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .building import build
from .errors import Faults
from .fields import read_fields
from .kinds import Kind
from .rows import RowReader
from .sentences import words
from .table import HITS, Row, Source, Table
from .writing import columns

NAME = re.compile(r"[a-z][a-z0-9-]{0,79}")
STATUSES = ("verified", "unverified")
HEAD = (
    *("name", "title", "hit", "otherwise", "review_by", "in_force_from", "known_from"),
    *("inputs", "outcomes", "sources", "rows"),
)
ROWS_MAX = 5_000


def from_toml(text: str, *, called: str = "table") -> Table:
    """The table of a TOML text. Raises TableRefused with every fault."""
    faults = Faults(called)
    try:
        given = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        faults.add(None, None, "not-toml", f"this is not TOML: {error}")
        faults.refuse_if_any()
    return from_document(given, called=called)


def from_document(given: Mapping[str, Any], *, called: str = "table") -> Table:
    """The table of plain data, as TOML or JSON gives it. Raises TableRefused with every fault."""
    name = given.get("name")
    faults = Faults(name if isinstance(name, str) and name else called)
    for key in HEAD:
        if key not in given:
            faults.add(None, key, "missing", "missing; every table says it")
    for key in given:
        if key not in (*HEAD, "cases"):
            faults.add(None, key, "unknown-key", "not known here; look at its spelling")
    head = _Head(given, faults)
    reader = RowReader(head.inputs, head.outcomes, head.sources, faults)
    rows = head.rows(reader)
    otherwise = head.otherwise(reader)
    faults.refuse_if_any()
    table = Table(
        name=given["name"],
        title=head.title,
        hit=head.hit,
        otherwise=otherwise,
        review_by=date.fromordinal(head.days["review_by"]),
        in_force_from=head.days["in_force_from"],
        known_from=head.days["known_from"],
        inputs=head.inputs,
        outcomes=head.outcomes,
        sources=head.sources,
        rows=tuple(rows),
        cases=head.cases(),
    )
    built = build(table, faults)
    faults.refuse_if_any()
    return built


def with_rows(table: Table, text: str) -> Table:
    """The same table with the rows of a CSV text. Raises TableRefused with every fault."""
    faults = Faults(table.name)
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    lines: list[dict[str, str]] = []
    try:
        for number, line in enumerate(reader, 2):
            if None in line or None in line.values():
                faults.add(f"at line {number}", None, "width", "more or fewer cells than columns")
                continue
            lines.append(line)
    except csv.Error as error:
        faults.add(None, None, "not-csv", f"this is not CSV: {error}")
    for column in set(reader.fieldnames or []) - set(columns(table)):
        faults.add(None, column, "unknown-key", "no such column in this table")
    faults.refuse_if_any()
    return with_flat_rows(table, lines)


def with_flat_rows(table: Table, lines: Iterable[Mapping[str, str]]) -> Table:
    """The same table with these rows, text by column. Raises TableRefused with every fault."""
    return from_document({**table.document, "rows": [_unfolded(line) for line in lines]})


def _unfolded(line: Mapping[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {"when": {}, "then": {}, "say": {}}
    for column, cell in line.items():
        group, _, name = column.partition(" ")
        if name and group in row:
            row[group] |= {name: cell} if cell.strip() else {}
        elif cell.strip():
            row[column] = cell.strip()
    return row


class _Head:
    """What stands above the rows."""

    def __init__(self, given: Mapping[str, Any], faults: Faults) -> None:
        self.given, self.faults = given, faults
        self.title = words(given.get("title", {}), faults, None, "title")
        self.hit = self._hit()
        named = given.get("name")
        if "name" in given and not (isinstance(named, str) and NAME.fullmatch(named)):
            faults.add(None, "name", "wrong-name", "small letters, digits and hyphens")
        self.days = {key: self._day(key) for key in ("review_by", "in_force_from", "known_from")}
        self.inputs = read_fields("inputs", given.get("inputs", {}), faults)
        self.outcomes = read_fields("outcomes", given.get("outcomes", {}), faults)
        for name in set(self.inputs) & set(self.outcomes):
            faults.add(None, name, "name-taken", "an input and an outcome have the same name")
        self.sources = self._sources()

    def _hit(self) -> str:
        hit = str(self.given.get("hit"))
        if "hit" in self.given and hit not in HITS:
            self.faults.add(None, "hit", "unknown-value", f"{hit!r} is none of {', '.join(HITS)}")
        return hit

    def _day(self, key: str) -> int:
        try:
            return int(Kind("date").read(self.given[key]))  # type: ignore[arg-type]
        except KeyError:
            return 1
        except ValueError as error:
            self.faults.add(None, key, "wrong-type", str(error))
            return 1

    def _sources(self) -> dict[str, Source]:
        found = {}
        given = self.given.get("sources", {})
        for key, one in given.items() if isinstance(given, Mapping) else ():
            settings = one if isinstance(one, Mapping) else {}
            texts = {
                name: str(settings.get(name, ""))
                for name in ("instrument", "link", "status", "note")
            }
            if not texts["instrument"]:
                self.faults.add(None, f"sources.{key}", "missing", "name the instrument")
            if texts["link"] and not re.match(r"https?://\S+$", texts["link"]):
                self.faults.add(None, f"sources.{key}.link", "wrong-type", "not a web address")
            if texts["status"] not in STATUSES:
                self.faults.add(
                    None, f"sources.{key}.status", "unknown-value", "verified or unverified?"
                )
            for name in set(settings) - set(texts):
                self.faults.add(None, f"sources.{key}.{name}", "unknown-key", "not known here")
            found[key] = Source(key=key, **texts)
        return found

    def rows(self, reader: RowReader) -> list[Row]:
        given = self.given.get("rows", [])
        if not isinstance(given, list) or not 0 < len(given) <= ROWS_MAX:
            self.faults.add(None, "rows", "wrong-type", f"a table has 1 to {ROWS_MAX:,} rows")
            return []
        spans = (self.days["in_force_from"], self.days["known_from"])
        found = [reader.read(number, one, spans, self.hit) for number, one in enumerate(given, 1)]
        seen: set[str] = set()
        for row in found:
            if row.id in seen:
                self.faults.add(row.id, "id", "name-taken", "two rows have this id")
            seen.add(row.id)
        return found

    def otherwise(self, reader: RowReader) -> str | Row:
        """What holds where no row does: nothing, a row of its own, or that cannot be."""
        given = self.given.get("otherwise")
        if isinstance(given, Mapping) and self.hit != "all":
            return reader.otherwise(given, (self.days["in_force_from"], self.days["known_from"]))
        allowed = ("nothing",) if self.hit == "all" else ("nothing", "refuse")
        if "otherwise" in self.given and given not in allowed:
            self.faults.add(
                None,
                "otherwise",
                "unknown-value",
                f"{' or '.join(allowed)}{'' if self.hit == 'all' else ', or a row of its own'}",
            )
        return str(given)

    def cases(self) -> tuple[Mapping[str, Any], ...]:
        given = self.given.get("cases", [])
        if not isinstance(given, list) or not all(isinstance(one, Mapping) for one in given):
            self.faults.add(None, "cases", "wrong-type", "cases are tables of their own")
            return ()
        return tuple(_plain(one) for one in given)


def _plain(given: Any) -> Any:
    """Days and decimals as text, so that a case is the same in TOML and in JSON."""
    if isinstance(given, Mapping):
        return {key: _plain(value) for key, value in given.items()}
    if isinstance(given, list):
        return [_plain(value) for value in given]
    if isinstance(given, bool | int):
        return given
    return str(given)
