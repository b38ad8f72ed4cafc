"""A table that has been read becomes one that can be asked: dimensions, gaps and overlaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import boxes
from .boxes import Box
from .conditions import Condition
from .dimensions import Dimension, dimension
from .errors import Faults
from .expressions import Node
from .kinds import Kind
from .table import IN_FORCE, KNOWN, Row, Table

GAPS_SAID, OVERLAPS_SAID = 5, 20


def build(table: Table, faults: Faults) -> Table:
    """The table with its dimensions; what it leaves open or says twice goes to the faults."""
    # The order in which rows are asked; rows of one priority must not meet, so it is settled.
    rows = tuple(sorted(table.rows, key=lambda row: row.priority))
    found = {
        name: dimension(name, field.kind, [row.when[name] for row in rows if name in row.when])
        for name, field in table.inputs.items()
    }
    found |= _time(rows, table)
    checks: dict[str, Node] = {}
    parts = tuple(_part(row, found, checks) for row in rows)
    truth = Kind("boolean")
    found |= {name: dimension(name, truth, []) for name in checks}
    built = replace(table, rows=rows, dimensions=found, parts=parts, checks=checks)
    for row, part in zip(rows, parts, strict=True):
        for name, mask in part.items():
            if not mask:
                faults.add(row.id, f"when {name}", "never", "this can never hold")
    if not faults.found:
        _overlaps(built, faults)
        _gaps(built, faults)
    return built


def _time(rows: tuple[Row, ...], table: Table) -> dict[str, Dimension]:
    spans = (
        (IN_FORCE, table.in_force_from, [row.in_force for row in rows]),
        (KNOWN, table.known_from, [row.known for row in rows]),
    )
    return {
        name: dimension(
            name,
            Kind("date", least=since),
            [Condition("range", start=start, below=until) for start, until in dated],
        )
        for name, since, dated in spans
    }


def _part(row: Row, found: Mapping[str, Dimension], checks: dict[str, Node]) -> dict[str, int]:
    """Where the row holds, by dimension; what it says nothing about is left out."""
    part = {name: found[name].mask(condition) for name, condition in row.when.items()}
    for name, (start, until) in ((IN_FORCE, row.in_force), (KNOWN, row.known)):
        part[name] = found[name].mask(Condition("range", start=start, below=until))
    if row.check is not None:
        is_turned = row.check.op == "not"
        tree = row.check.args[0] if is_turned else row.check
        said = row.check_text.removeprefix("not ") if is_turned else row.check_text
        name = next((name for name, other in checks.items() if other == tree), f"check {said}")
        checks.setdefault(name, tree)
        part[name] = 2 if is_turned else 1
    return {name: mask for name, mask in part.items() if name in checks or mask != found[name].full}


def whole(table: Table) -> Box:
    return {name: each.full for name, each in table.dimensions.items()}


def _overlaps(table: Table, faults: Faults) -> None:
    """Two rows of one rank that hold for the same facts on the same day contradict each other."""
    if table.hit == "all":
        return
    everything = whole(table)
    said = 0
    for place, row in enumerate(table.rows):
        for other in range(place + 1, len(table.rows)):
            if table.rows[other].priority != row.priority:
                break
            box = boxes.overlap(table.parts[place], table.parts[other], everything)
            if not box:
                continue
            said += 1
            if said <= OVERLAPS_SAID:
                faults.add(
                    row.id,
                    None,
                    "overlap",
                    f"row {table.rows[other].id} holds too where {words(table, box)}",
                )


def _gaps(table: Table, faults: Faults) -> None:
    """A table that refuses gaps has an answer for everything, on every day."""
    if table.hit == "all":
        return
    gaps = 0
    try:
        for box, row in boxes.leaves(table.parts, whole(table)):
            if row is not None or table.otherwise != "refuse":
                continue
            gaps += 1
            if gaps <= GAPS_SAID:
                faults.add(None, None, "gap", f"no row holds where {words(table, box)}")
    except boxes.TooIntricate:
        faults.add(
            None,
            None,
            "too-intricate",
            f"its rows cut the facts into more than {boxes.CUTS_MAX:,} boxes; split the table",
        )


def words(table: Table, box: Box) -> str:
    """A box as a person would say it."""
    said = []
    for name, mask in box.items():
        dimension = table.dimensions[name]
        if mask == dimension.full:
            continue
        field = table.inputs.get(name)
        label = field.label.get("en", name) if field else name
        joint = "is" if not dimension.kind.is_ordered else ""
        said.append(" ".join(part for part in (label, joint, dimension.words(mask)) if part))
    return "; ".join(said) or "anything is given"
