"""A slow twin of the points engine: it reads the TOML again and tries every value of every fact."""

from __future__ import annotations

import tomllib
from itertools import product
from typing import Any


def values_of(fact: dict[str, Any]) -> list[Any]:
    if fact["kind"] == "flag":
        return [False, True]
    if fact["kind"] == "choice":
        return list(fact["values"])
    return list(range(fact["min"], fact["max"] + 1))


def _meets(fact: dict[str, Any], held: Any, asked: Any) -> bool:
    if isinstance(asked, dict):
        order = list(range(-100, 1000)) if fact["kind"] in ("number", "least") else values_of(fact)
        place = order.index(held)
        low = order.index(asked["from"]) if "from" in asked else 0
        high = order.index(asked["to"]) if "to" in asked else len(order)
        return low <= place <= high
    return held in asked if isinstance(asked, list) else held == asked


def _all(system: dict[str, Any], facts: dict[str, Any], asked: dict[str, Any]) -> bool:
    return all(_meets(system["facts"][key], facts[key], asked[key]) for key in asked)


def _one(factor: dict[str, Any], held: Any, system: dict[str, Any], facts: dict[str, Any]) -> int:
    if "rows" in factor:
        for row in factor["rows"]:
            if _all(system, facts, {k: v for k, v in row.items() if k != "points"}):
                return int(row["points"])
        return 0
    if "each" in factor:
        return int(held) // factor.get("per", 1) * factor["each"]
    if "bands" in factor:
        return ([points for start, points in factor["bands"] if held >= start] or [0])[-1]
    names = {False: "no", True: "yes"}
    return int(factor["table"][names[held] if isinstance(held, bool) else held])


def certain(text: str, asked: dict[str, Any]) -> tuple[int, bool]:
    """(total, passes) with every fact known."""
    system = tomllib.loads(text)
    facts = dict(asked)
    for key, fact in system["facts"].items():
        if fact["kind"] == "least":
            facts[key] = min(facts[part] for part in fact["of"])

    def exists(key: str | None) -> bool:
        if key is None:
            return True
        group = system["groups"][key]
        return _all(system, facts, group.get("when", {})) and exists(group.get("within"))

    def points(key: str) -> int:
        group, total = system["groups"][key], 0
        for factor in system["factors"].values():
            if (
                factor["group"] == key
                and exists(key)
                and _all(system, facts, factor.get("when", {}))
            ):
                for name in factor.get("each_of", [factor.get("fact")]):
                    total += _one(factor, facts.get(name), system, facts)
        total += sum(points(k) for k, g in system["groups"].items() if g.get("within") == key)
        return min(total, group["cap"]) if "cap" in group else total

    tops = [key for key, group in system["groups"].items() if "within" not in group]
    bonuses = [key for key in tops if system["groups"][key].get("bonus")]
    total = min(system["total"], sum(points(key) for key in tops if key not in bonuses))
    total += sum(points(key) for key in bonuses)
    passes = total >= system.get("floor", total)
    for key, group in system["groups"].items():
        if "floor" in group and exists(key):
            passes = passes and points(key) >= group["floor"]
    return total, passes


def ranged(text: str, known: dict[str, Any]) -> tuple[int, int, bool | None]:
    """(least, most, passes) over every value of what is unknown."""
    facts = {k: f for k, f in tomllib.loads(text)["facts"].items() if f["kind"] != "least"}
    unknown = [key for key in facts if known.get(key) is None]
    found = [
        certain(text, {**known, **dict(zip(unknown, values, strict=True))})
        for values in product(*(values_of(facts[key]) for key in unknown))
    ]
    verdicts = {passes for _, passes in found}
    passes = verdicts.pop() if len(verdicts) == 1 else None
    return min(total for total, _ in found), max(total for total, _ in found), passes
