"""Reasons small enough to keep with every row: each criterion whole, the skills summed up."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from corridor.engines import matching

LACKING_MAX = 5


def compact_reasons(found: matching.Shortlist) -> list[dict[str, Any]]:
    """For each row of a shortlist: `criteria`, lists of [criterion, verdict, item, asked, held,
    points, possible]; `skills`, how many were met, near and missing, their points, and `lacking`,
    the addresses of those missing that count most.
    """
    import pyarrow.compute as pc

    told = found.to_arrow().column("reasons").combine_chunks()
    row = pc.list_parent_indices(told).to_numpy()
    flat = told.flatten()
    criterion, item, verdict = (_texts(flat.field(name)) for name in FIELDS_OF_TEXT)
    asked, held, points, possible = (flat.field(name).to_numpy() for name in FIELDS_OF_NUMBERS)
    rows = [_empty() for _ in range(len(found))]
    countries = found.workers.country_names
    is_skill = criterion == "skills"
    for at in np.flatnonzero(~is_skill).tolist():
        number = int(held[at])
        had: int | str = number
        if criterion[at] == "countries":
            had = countries[number] if number >= 0 else ""
        reason = [criterion[at], verdict[at], item[at] or "", int(asked[at]), had]
        rows[int(row[at])]["criteria"].append([*reason, int(points[at]), int(possible[at])])
    skilled = np.flatnonzero(is_skill)
    # Those that count most first, equal ones by address: the same five whoever asks.
    keys = item[skilled].astype(str), -possible[skilled], row[skilled]
    order = skilled[np.lexsort(keys)]
    for place in order.tolist():
        skills = rows[int(row[place])]["skills"]
        skills[verdict[place]] += 1
        skills["points"] += int(points[place])
        skills["possible"] += int(possible[place])
        if verdict[place] == "missing" and len(skills["lacking"]) < LACKING_MAX:
            skills["lacking"].append(item[place])
    return rows


def compact_explanation(found: matching.Explanation) -> dict[str, Any]:
    """One explained pair in the same form."""
    told = _empty()
    missing: list[tuple[int, str]] = []
    for reason in found.reasons:
        facts = reason.facts
        if reason.criterion == "skills":
            told["skills"][reason.verdict] += 1
            told["skills"]["points"] += reason.points
            told["skills"]["possible"] += reason.possible
            if reason.verdict == "missing":
                missing.append((-reason.possible, str(facts["skill"])))
            continue
        asked, held = _asked_and_held(reason)
        item = facts.get("permit") or facts.get("licence") or facts.get("language") or ""
        points = [reason.points, reason.possible]
        told["criteria"].append([reason.criterion, reason.verdict, item, asked, held, *points])
    told["skills"]["lacking"] = [skill for _points, skill in sorted(missing)[:LACKING_MAX]]
    return told


def _asked_and_held(reason: matching.Reason) -> tuple[int, int | str]:
    facts = reason.facts
    if reason.criterion == "occupation":
        return facts["digits"], facts["shared"]
    if reason.criterion == "countries":
        return 0, facts["country"]
    if reason.criterion == "languages":
        held = matching.CEFR.index(facts["held"]) + 1 if facts["held"] else 0
        return matching.CEFR.index(facts["asked"]) + 1, held
    if reason.criterion == "availability":
        return _days(facts["asked"]), _days(facts["held"])
    if reason.criterion == "age":
        return 0, facts["age"]
    return facts.get("asked", 0), facts.get("held", 0)


def _days(iso: str) -> int:
    """Days since 1970, as the engine counts them."""
    return (date.fromisoformat(iso) - date(1970, 1, 1)).days if iso else 0


FIELDS_OF_TEXT = ("criterion", "item", "verdict")
FIELDS_OF_NUMBERS = ("asked", "held", "points", "possible")


def _empty() -> dict[str, Any]:
    counts = {"met": 0, "near": 0, "missing": 0, "points": 0, "possible": 0, "lacking": []}
    return {"criteria": [], "skills": counts}


def _texts(column: Any) -> Any:
    """A dictionary-encoded column as an object array."""
    names = np.array([*column.dictionary.to_pylist(), None], dtype=object)
    return names[column.indices.fill_null(len(names) - 1).to_numpy()]
