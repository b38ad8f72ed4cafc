"""A table written again: as plain data, as TOML, and its rows as a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from .kinds import Kind
from .table import COMPUTED, LANGUAGES, Cell, Field, Row, Source, Table

PLAIN_COLUMNS = ("in_force_from", "in_force_until", "known_from", "known_until")
CITING_COLUMNS = ("source", "article", "status")


def document(table: Table) -> dict[str, Any]:
    """The whole table as plain data, that `from_document` reads again."""
    found: dict[str, Any] = {
        "name": table.name,
        "title": dict(table.title),
        "hit": table.hit,
        "otherwise": table.otherwise,
        "review_by": table.review_by.isoformat(),
        "in_force_from": date.fromordinal(table.in_force_from).isoformat(),
        "known_from": date.fromordinal(table.known_from).isoformat(),
        "inputs": {name: _field(each) for name, each in table.inputs.items()},
        "outcomes": {name: _field(each) for name, each in table.outcomes.items()},
        "sources": {key: _source(each) for key, each in table.sources.items()},
        "rows": [_row(row, table) for row in table.rows],
    }
    if isinstance(table.otherwise, Row):
        whole = _row(table.otherwise, table)
        found["otherwise"] = {
            key: whole[key] for key in ("then", "source", "article", "status", "say")
        }
    if table.cases:
        found["cases"] = [dict(case) for case in table.cases]
    return found


def _field(one: Field) -> dict[str, Any]:
    kind = one.kind
    found: dict[str, Any] = {"type": kind.name, "label": dict(one.label)}
    if kind.currency:
        found["currency"] = kind.currency
    if kind.name == "decimal":
        found["places"] = kind.places
    if kind.codes:
        found["codes"] = list(kind.codes)
    for name, end in (("least", kind.least), ("most", kind.most)):
        if end is not None:
            found[name] = kind.show(end)
    if kind.optional:
        found["optional"] = True
    if one.rounding:
        found["rounding"] = one.rounding
    return found


def _source(source: Source) -> dict[str, str]:
    found = {
        "instrument": source.instrument,
        "link": source.link,
        "status": source.status,
        "note": source.note,
    }
    return {key: value for key, value in found.items() if value}


def _row(row: Row, table: Table) -> dict[str, Any]:
    days = zip(PLAIN_COLUMNS, (*row.in_force, *row.known), strict=True)
    return {
        "id": row.id,
        **({"priority": row.priority} if table.hit == "first" else {}),
        **{name: date.fromordinal(day).isoformat() for name, day in days if day is not None},
        "when": {
            name: condition.show(table.inputs[name].kind)
            for name, condition in row.when.items()
            if condition.how != "any"
        },
        **({"check": row.check_text} if row.check_text else {}),
        "then": {
            name: shown(cell, table.outcomes[name].kind)
            for name, cell in row.then.items()
            if not (table.outcomes[name].kind.optional and shown_absent(cell))
        },
        **{name: getattr(row, name) for name in CITING_COLUMNS},
        "say": dict(row.say),
    }


def shown(cell: Cell, kind: Kind) -> str:
    """An outcome as it is written in a table."""
    if cell.node is not None:
        return f"{COMPUTED} {cell.text}"
    return kind.show(cell.value) if cell.value is not None else ""


def shown_absent(cell: Cell) -> bool:
    return cell.node is None and str(cell.value) == "absent"


def to_toml(table: Table) -> str:
    """The canonical text form; reading it gives an equal table with the same digest."""
    found = document(table)
    lines = []
    for key, value in found.items():
        if key in ("inputs", "outcomes", "sources"):
            for name, settings in value.items():
                lines += ["", f"[{key}.{_key(name)}]", *_pairs(settings)]
        elif key in ("rows", "cases"):
            for one in value:
                lines += ["", f"[[{key}]]", *_pairs(one)]
    heads = [
        pair
        for pair in found.items()
        if pair[0] not in ("inputs", "outcomes", "sources", "rows", "cases")
    ]
    return plain_toml(dict(heads)) + "".join(f"{line}\n" for line in lines)


def plain_toml(settings: Mapping[str, Any]) -> str:
    """Settings as TOML, one a line."""
    return "".join(f"{pair}\n" for pair in _pairs(settings))


def _pairs(settings: Mapping[str, Any]) -> list[str]:
    return [f"{_key(key)} = {_toml(value)}" for key, value in settings.items()]


def _key(key: str) -> str:
    is_bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if is_bare else json.dumps(key, ensure_ascii=False)


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False)


def columns(table: Table) -> list[str]:
    """The columns of its rows in a spreadsheet."""
    return [
        "id",
        *(["priority"] if table.hit == "first" else []),
        *PLAIN_COLUMNS,
        *(f"when {name}" for name in table.inputs),
        "check",
        *(f"then {name}" for name in table.outcomes),
        *CITING_COLUMNS,
        *(f"say {language}" for language in LANGUAGES),
    ]


def flat_rows(table: Table) -> list[dict[str, str]]:
    """The rows as a spreadsheet holds them, text by column."""
    found = []
    for row in document(table)["rows"]:
        flat = {key: str(value) for key, value in row.items() if not isinstance(value, dict)}
        for group in ("when", "then", "say"):
            flat |= {f"{group} {name}": value for name, value in row[group].items()}
        found.append(flat)
    return found


def rows_to_csv(table: Table) -> str:
    """The rows as a spreadsheet reads them; inputs, outcomes and sources stay in the TOML."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns(table), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat_rows(table))
    return out.getvalue()
