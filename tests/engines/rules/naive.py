"""Tables asked the slow way: every completion of what is unknown, every row by its written text."""

from __future__ import annotations

from itertools import product
from typing import Any

DOMAINS: dict[str, list[Any]] = {
    "size": [0, 1, 2, 3, 4],
    "kind": ["a", "b", "c"],
    "old": [True, False],
    # One of each branch that the conditions name, and of what is left of it.
    "job": ["2211", "2212", "2299", "2310", "3111", "3119", "9999"],
}


def holds(text: str, value: Any) -> bool:
    """Whether a written condition holds for a value."""
    if text == "any":
        return True
    if ".." in text:
        start, below = (part.strip() for part in text.split(".."))
        return (not start or value >= int(start)) and (not below or value < int(below))
    if text.startswith("not under "):
        return not holds(text.removeprefix("not "), value)
    if text.startswith("under "):
        return any(value.startswith(part.strip()) for part in text[6:].split(","))
    if text.startswith("not "):
        return not holds(f"in {text[4:]}", value)
    listed = [part.strip() for part in text.removeprefix("in ").split(",")]
    return (str(value).lower() if isinstance(value, bool) else str(value)) in listed


def fires(row: dict[str, Any], facts: dict[str, Any]) -> bool:
    return all(holds(text, facts[name]) for name, text in row["when"].items())


def completions(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Every way the world may be, where these facts are known (an occupation perhaps coarsely)."""
    choices = []
    for name, domain in DOMAINS.items():
        known = facts.get(name)
        if name == "job" and known is not None:
            choices.append([code for code in domain if code.startswith(known)])
        else:
            choices.append(domain if known is None else [known])
    return [dict(zip(DOMAINS, each, strict=True)) for each in product(*choices)]


def outcome(rows: list[dict[str, Any]], facts: dict[str, Any], hit: str) -> Any:
    found = [row for row in rows if fires(row, facts)]
    if hit == "all":
        return frozenset(row["id"] for row in found)
    first = min(found, key=lambda row: row["priority"], default=None)
    return None if first is None else first["then"]["gives"]


def answer(rows: list[dict[str, Any]], facts: dict[str, Any], hit: str) -> tuple[set, set[str]]:
    """All outcomes that may be, and the facts of which one alone can turn one into another."""
    worlds = [(world, outcome(rows, world, hit)) for world in completions(facts)]
    needs = set()
    for place, (world, told) in enumerate(worlds):
        for other, differs in worlds[:place]:
            apart = [name for name in DOMAINS if world[name] != other[name]]
            if told != differs and len(apart) == 1:
                needs.add(apart[0])
    return {told for _, told in worlds}, needs
