"""What changed between two versions of a table, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .table import Table

GROUPS = ("inputs", "outcomes", "sources")


@dataclass(frozen=True, slots=True)
class Change:
    """Something added, removed or changed; `where` is a row or a part of the head."""

    what: str
    where: str
    column: str = ""
    before: str = ""
    after: str = ""

    @property
    def sentence(self) -> str:
        """In English."""
        if self.what != "changed":
            return f"{self.where} {self.what}"
        before, after = self.before or "nothing", self.after or "nothing"
        place = f"{self.where}, {self.column}" if self.column else self.where
        return f"{place}: {before} → {after}"


def compare(old: Table, new: Table) -> list[Change]:
    """From the old to the new: head first, then row by row in the order of the new table."""
    before, after = old.document, new.document
    found = list(_changed("table", _head(before), _head(after)))
    for group in GROUPS:
        found += _named(group.removesuffix("s"), before[group], after[group])
    rows = [{row["id"]: row for row in each["rows"]} for each in (before, after)]
    return found + list(_named("row", rows[0], rows[1]))


def _head(document: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in document.items() if key not in (*GROUPS, "rows", "cases")}


def _named(word: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    yield from (Change("removed", f"{word} {name}") for name in old if name not in new)
    for name, one in new.items():
        if name not in old:
            yield Change("added", f"{word} {name}")
        else:
            yield from _changed(f"{word} {name}", old[name], one)


def _changed(where: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = _flat(old), _flat(new)
    for column in [*before, *(name for name in after if name not in before)]:
        pair = before.get(column, ""), after.get(column, "")
        if pair[0] != pair[1]:
            yield Change("changed", where, column, *pair)


def _flat(given: Mapping[str, Any], head: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in given.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{head}{key} ")
        elif isinstance(value, list):
            found[f"{head}{key}"] = ", ".join(str(one) for one in value)
        else:
            found[f"{head}{key}"] = str(value)
    return found
