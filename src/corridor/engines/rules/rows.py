"""Reading the rows of a table, each fault by its row and column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import expressions
from .conditions import ANY, Condition, parse
from .errors import Faults
from .expressions import Node
from .kinds import ABSENT, NUMERIC, Kind
from .sentences import check_places, words
from .table import COMPUTED, Cell, Field, Row, Source

ROW = (
    *("id", "priority", "in_force_from", "in_force_until", "known_from", "known_until"),
    *("when", "check", "then", "source", "article", "status", "say"),
)
DAY = Kind("date")
Span = tuple[int, int | None]
OTHERWISE = "otherwise"


class RowReader:
    """Knows the fields and sources that rows may name."""

    def __init__(
        self,
        inputs: Mapping[str, Field],
        outcomes: Mapping[str, Field],
        sources: Mapping[str, Source],
        faults: Faults,
    ) -> None:
        self.inputs, self.outcomes, self.sources, self.faults = inputs, outcomes, sources, faults
        self.kinds = {name: field.kind for name, field in inputs.items()}

    def read(self, number: int, given: Any, spans: tuple[int, int], hit: str) -> Row:
        given = given if isinstance(given, Mapping) else {}
        name = given.get("id")
        if not isinstance(name, str) or not name or name == OTHERWISE:
            self.faults.add(f"number {number}", "id", "missing", "a row has an id of its own")
            name = f"number {number}"
        for key in set(given) - set(ROW):
            self.faults.add(name, key, "unknown-key", "not known here; look at its spelling")
        in_force = self._span(name, given, "in_force", spans[0])
        known = self._span(name, given, "known", spans[1])
        return self._row(name, given, (in_force, known), self._priority(name, given, hit))

    def otherwise(self, given: Mapping[str, Any], spans: tuple[int, int]) -> Row:
        """The row that holds where no other does: it has no conditions."""
        for key in set(given) - {"then", "source", "article", "status", "say"}:
            self.faults.add(OTHERWISE, key, "unknown-key", "not known here")
        return self._row(OTHERWISE, given, ((spans[0], None), (spans[1], None)), 0)

    def _row(
        self, name: str, given: Mapping[str, Any], spans: tuple[Span, Span], priority: int
    ) -> Row:
        said = words(given.get("say", {}), self.faults, name, "say")
        check_places(said, {*self.inputs, *self.outcomes}, self.faults, name)
        source = self.sources.get(str(given.get("source")))
        if source is None:
            known = ", ".join(self.sources) or "none"
            self.faults.add(name, "source", "unknown-name", f"a row cites one of {known}")
        status = str(given.get("status", source.status if source else "unverified"))
        if status not in ("verified", "unverified"):
            self.faults.add(name, "status", "unknown-value", "verified or unverified?")
        text = str(given.get("check", "")).strip()
        return Row(
            id=name,
            priority=priority,
            in_force=spans[0],
            known=spans[1],
            when=self._when(name, given.get("when", {})),
            check=self._check(name, text) if text else None,
            check_text=text,
            then=self._then(name, given.get("then", {})),
            source=str(given.get("source", "")),
            article=str(given.get("article", "")),
            status=status,
            say=said,
        )

    def _priority(self, name: str, given: Mapping[str, Any], hit: str) -> int:
        raw = given.get("priority")
        if hit != "first":
            if raw is not None:
                self.faults.add(name, "priority", "unknown-key", "only hit = first has priorities")
            return 0
        try:
            return int(Kind("integer").read(raw))  # type: ignore[arg-type]
        except ValueError:
            self.faults.add(name, "priority", "missing", "which row goes first? a whole number")
            return 0

    def _span(self, name: str, given: Mapping[str, Any], axis: str, since: int) -> Span:
        ends: list[int | None] = [since, None]
        for place, word in enumerate(("from", "until")):
            key = f"{axis}_{word}"
            if given.get(key) in (None, ""):
                continue
            try:
                ends[place] = int(DAY.read(given[key]))  # type: ignore[arg-type]
            except ValueError as error:
                self.faults.add(name, key, "wrong-type", str(error))
        start, until = ends[0] or since, ends[1]
        if start < since:
            self.faults.add(name, f"{axis}_from", "out-of-range", "before the table itself begins")
        if until is not None and until <= start:
            self.faults.add(name, f"{axis}_until", "out-of-range", "it ends before it begins")
        return start, until

    def _when(self, name: str, given: Any) -> dict[str, Condition]:
        found = {}
        for key, raw in given.items() if isinstance(given, Mapping) else ():
            if key not in self.kinds:
                self.faults.add(name, f"when {key}", "unknown-name", "no such input")
                continue
            try:
                condition = parse(raw, self.kinds[key])
            except ValueError as error:
                self.faults.add(name, f"when {key}", "wrong-type", str(error))
                continue
            if condition != ANY:
                found[key] = condition
        # In the order of the inputs, so that one table has one form.
        return {key: found[key] for key in self.kinds if key in found}

    def _check(self, name: str, text: str) -> Node | None:
        try:
            node = expressions.parse(text, self.kinds)
            if node.type != expressions.BOOLEAN:
                raise ValueError(f"a check is true or false, and this is {node.type}")
        except ValueError as error:
            self.faults.add(name, "check", "wrong-expression", str(error))
            return None
        return node

    def _then(self, name: str, given: Any) -> dict[str, Cell]:
        given = given if isinstance(given, Mapping) else {}
        for key in set(given) - set(self.outcomes):
            self.faults.add(name, f"then {key}", "unknown-name", "no such outcome")
        earlier: dict[str, Node] = {}
        found = {}
        for key, field in self.outcomes.items():
            try:
                cell = self._cell(given.get(key), field, earlier)
            except ValueError as error:
                self.faults.add(name, f"then {key}", "wrong-outcome", str(error))
                continue
            found[key] = cell
            if cell.node is not None:
                earlier[key] = cell.node
            elif cell.value is not None and cell.value is not ABSENT:
                earlier[key] = expressions.constant(cell.value, field.kind)
        return found

    def _cell(self, raw: Any, field: Field, earlier: Mapping[str, Node]) -> Cell:
        if raw is None:
            if not field.kind.optional:
                raise ValueError("missing; only an outcome declared optional may be absent")
            return Cell(value=ABSENT)
        if not isinstance(raw, str) or not raw.startswith(COMPUTED):
            return Cell(value=field.kind.read(raw))
        text = raw.removeprefix(COMPUTED).strip()
        node = expressions.parse(text, self.kinds, earlier)
        wanted = expressions.type_of(field.kind)
        if node.type != wanted:
            raise ValueError(f"this gives {node.type}, and the outcome is {wanted}")
        if field.kind.name in NUMERIC:
            if not field.rounding:
                raise ValueError("the outcome does not say its rounding, so nothing is computed")
            # What a later outcome builds on is what is paid: the rounded amount.
            node = expressions.rounding(node, field.kind.scale, field.rounding)
        return Cell(node=node, text=text)
