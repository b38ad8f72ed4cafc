"""Reading a points system from TOML, with every fault by its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from corridor.engines.matching.points.errors import Faults
from corridor.engines.matching.points.facts import KINDS, Condition, Fact, Span

STATUSES = ("verified", "unverified")
CITED: dict[str, type] = {"source": str, "status": str, "in_force": date}
SYSTEM: dict[str, type] = {"name": str, "until": date, "total": int, "floor": int, **CITED}
SYSTEM |= {"facts": dict, "groups": dict, "factors": dict}
FACT: dict[str, type] = {
    "label": str,
    "kind": str,
    "min": int,
    "max": int,
    "values": list,
    "of": list,
}
FACT |= {"fixed": bool}
GROUP: dict[str, type] = {
    "label": str,
    "within": str,
    "cap": int,
    "floor": int,
    "bonus": bool,
    "when": dict,
    **CITED,
}
FACTOR: dict[str, type] = {
    "label": str,
    "group": str,
    "fact": str,
    "facts": list,
    "each_of": list,
    "when": dict,
}
FACTOR |= {"each": int, "per": int, "bands": list, "table": dict, "rows": list, **CITED}
WAYS = ("each", "bands", "table", "rows")
SPREAD_MAX = 10_000


@dataclass(frozen=True, slots=True)
class Written:
    """A system as written, keys and types found sound as far as `Faults` does not say otherwise."""

    head: Mapping[str, Any]
    facts: dict[str, Fact]
    groups: dict[str, Mapping[str, Any]]
    factors: dict[str, Mapping[str, Any]]


def read(text: str, faults: Faults) -> Written:
    """The system of a TOML text; what is wrong goes to the faults and is left out."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.add("file", "not-toml", f"not TOML: {error}")
        return Written({}, {}, {}, {})
    head = typed("", given, SYSTEM, faults)
    for key in ("name", "source", "status", "in_force", "total", "facts", "groups", "factors"):
        if key not in given:
            faults.add(
                key, "missing", "missing; every system says what it is, since when and whose"
            )
    cited("", head, faults)
    if head.get("until") and head.get("in_force") and head["until"] < head["in_force"]:
        faults.add("until", "contradiction", "it ends before it is in force")
    facts = _facts(head.get("facts", {}), faults)
    groups = _tables("groups", head.get("groups", {}), GROUP, faults)
    factors = _tables("factors", head.get("factors", {}), FACTOR, faults)
    for key, group in groups.items():
        _placed(key, groups, faults)
        if group.get("bonus") and "within" in group:
            faults.add(f"groups.{key}.bonus", "contradiction", "a bonus stands outside all groups")
    return Written(head, facts, groups, factors)


def typed(
    where: str, given: Mapping[str, Any], known: Mapping[str, type], faults: Faults
) -> dict[str, Any]:
    """The settings that are known and of their type."""
    kept = {}
    for key, value in given.items():
        place = f"{where}.{key}" if where else key
        if key not in known:
            faults.add(place, "unknown-key", f"not known; known are {', '.join(known)}")
        elif not isinstance(value, known[key]) or (known[key] is int and isinstance(value, bool)):
            faults.add(place, "wrong-type", f"{value!r} is not of the kind wanted here")
        elif key in {"cap", "floor", "total"} and isinstance(value, int) and value < 0:
            faults.add(place, "out-of-range", f"{value} is below zero")
        else:
            kept[key] = value
    return kept


def cited(where: str, given: Mapping[str, Any], faults: Faults) -> None:
    """A status is one of the two."""
    if given.get("status", "verified") not in STATUSES:
        place = f"{where}.status" if where else "status"
        faults.add(place, "unknown-value", f"{given['status']!r} is neither of {STATUSES}")


def _tables(
    name: str, given: Mapping[str, Any], known: Mapping[str, type], faults: Faults
) -> dict[str, Mapping[str, Any]]:
    kept: dict[str, Mapping[str, Any]] = {}
    for key, settings in given.items():
        if not isinstance(settings, Mapping):
            faults.add(f"{name}.{key}", "wrong-type", "write a table of settings")
            continue
        kept[key] = typed(f"{name}.{key}", settings, known, faults)
        cited(f"{name}.{key}", kept[key], faults)
    return kept


def _placed(key: str, groups: Mapping[str, Mapping[str, Any]], faults: Faults) -> None:
    seen, place = {key}, groups[key].get("within")
    while place is not None:
        if place not in groups:
            faults.add(f"groups.{key}.within", "unknown-group", f"there is no group {place!r}")
            return
        if place in seen:
            faults.add(f"groups.{key}.within", "contradiction", "it stands within itself")
            return
        seen.add(place)
        place = groups[place].get("within")


def _facts(given: Mapping[str, Any], faults: Faults) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for key, settings in _tables("facts", given, FACT, faults).items():
        if (fact := _fact(key, settings, facts, faults)) is not None:
            facts[key] = fact
    return facts


def _fact(
    key: str, given: Mapping[str, Any], before: Mapping[str, Fact], faults: Faults
) -> Fact | None:
    where, kind = f"facts.{key}", given.get("kind")
    label, fixed = str(given.get("label", key)), bool(given.get("fixed", False))
    if kind not in KINDS:
        faults.add(f"{where}.kind", "unknown-value", f"{kind!r} is not one of {', '.join(KINDS)}")
        return None
    if kind == "flag":
        return Fact(key, label, kind, 0, 1, fixed=fixed)
    if kind == "choice":
        values = tuple(str(value) for value in given.get("values", ()))
        if len(set(values)) != len(values) or len(values) < 2:
            faults.add(f"{where}.values", "missing", "list at least two different values")
            return None
        return Fact(key, label, kind, 0, len(values) - 1, values, fixed=fixed)
    if kind == "least":
        of = tuple(str(part) for part in given.get("of", ()))
        if not of or any(part not in before or before[part].kind != "number" for part in of):
            faults.add(f"{where}.of", "unknown-fact", "list numbers that stand above it")
            return None
        low, high = (min(getattr(before[part], end) for part in of) for end in ("low", "high"))
        return Fact(key, label, kind, low, high, of=of)
    low, high = given.get("min"), given.get("max")
    if low is None or high is None or not low < high or high - low > SPREAD_MAX:
        faults.add(where, "out-of-range", "give min and max, at most 10,000 apart, min the lower")
        return None
    return Fact(key, label, kind, low, high, fixed=fixed)


def condition(
    where: str, given: Mapping[str, Any], facts: Mapping[str, Fact], faults: Faults
) -> Condition:
    """`{age = { from = 20, to = 29 }, education = ["master", "doctorate"], spouse = true}`."""
    spans: dict[str, tuple[Span, ...]] = {}
    for key, asked in given.items():
        if key not in facts:
            faults.add(f"{where}.{key}", "unknown-fact", f"there is no fact {key!r}")
        else:
            spans[key] = _spans(f"{where}.{key}", asked, facts[key], faults)
    return Condition(spans)


def _spans(where: str, asked: Any, fact: Fact, faults: Faults) -> tuple[Span, ...]:
    if not isinstance(asked, Mapping):
        numbers = [_number(where, value, fact, faults) for value in _listed(asked)]
        return tuple((number, number) for number in numbers)
    for key in asked.keys() - {"from", "to"}:
        faults.add(f"{where}.{key}", "unknown-key", "not known; known are from, to")
    low = _number(where, asked["from"], fact, faults) if "from" in asked else fact.low
    high = _number(where, asked["to"], fact, faults) if "to" in asked else fact.high
    if low > high:
        faults.add(where, "contradiction", "from is above to")
    return ((low, high),)


def _listed(asked: Any) -> list[Any]:
    return asked if isinstance(asked, list) else [asked]


def _number(where: str, value: Any, fact: Fact, faults: Faults) -> int:
    if (number := fact.number(value)) is None:
        faults.add(where, "unknown-value", f"{value!r} is not {fact.wanted}")
        return fact.low
    return number
