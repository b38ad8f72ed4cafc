"""A decision table as it stands once it has been read and found sound."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from .conditions import Condition
from .dimensions import Dimension
from .expressions import Node
from .kinds import Kind, Value

LANGUAGES = ("en", "fr", "es", "ar")
HITS = ("unique", "first", "all")
IN_FORCE, KNOWN = "in force on", "known on"
# Before an expression in a cell; a bare = would be a formula to a spreadsheet.
COMPUTED = ":="
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from, and whether somebody compared it with the source."""

    key: str
    instrument: str
    link: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """An input, or an outcome (which says how it is rounded)."""

    name: str
    kind: Kind
    label: Words
    rounding: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """An outcome as written: a value, or the tree of an expression with its text."""

    node: Node | None = None
    value: Value | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """When, then, since when, and by which law. Days are ordinals; an `until` is not included."""

    id: str
    priority: int
    in_force: tuple[int, int | None]
    known: tuple[int, int | None]
    when: Mapping[str, Condition]
    check: Node | None
    check_text: str
    then: Mapping[str, Cell]
    source: str
    article: str
    status: str
    say: Words

    @property
    def inputs(self) -> frozenset[str]:
        """What is read to know whether it fires and what it gives."""
        trees = [self.check, *(cell.node for cell in self.then.values())]
        named = [tree.names() for tree in trees if tree is not None]
        asked = {name for name, condition in self.when.items() if condition.how != "any"}
        return frozenset(asked).union(*named)


@dataclass(frozen=True, kw_only=True)
class Table:
    """Typed inputs, dated and cited rows, outcomes; see docs/engines/rules.md."""

    name: str
    title: Words
    hit: str
    otherwise: str | Row
    review_by: date
    in_force_from: int
    known_from: int
    inputs: Mapping[str, Field]
    outcomes: Mapping[str, Field]
    sources: Mapping[str, Source]
    rows: tuple[Row, ...]
    cases: tuple[Mapping[str, Any], ...] = field(default=(), compare=False)
    # The space of facts as the rows cut it, and each row's part of it by dimension.
    dimensions: Mapping[str, Dimension] = field(default_factory=dict, compare=False)
    parts: tuple[Mapping[str, int], ...] = field(default=(), compare=False)
    checks: Mapping[str, Node] = field(default_factory=dict, compare=False)

    def is_stale(self, as_of: date) -> bool:
        """Whether the day by which somebody should have looked at it again has passed."""
        return as_of > self.review_by

    @cached_property
    def document(self) -> dict[str, Any]:
        """The table as plain data, in one form whatever way it was written; cases included."""
        from .writing import document

        return document(self)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical form, which leaves the cases out: they change no answer."""
        said = {key: value for key, value in self.document.items() if key != "cases"}
        return sha256(canonical(said)).hexdigest()

    def row(self, identifier: str) -> Row:
        if isinstance(self.otherwise, Row) and identifier == self.otherwise.id:
            return self.otherwise
        return next(row for row in self.rows if row.id == identifier)


def canonical(data: Any) -> bytes:
    """Sorted keys, no spaces, UTF-8: the same data are the same bytes."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")
