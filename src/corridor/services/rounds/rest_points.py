"""Points tables by API: which there are, what they ask, and the points for some facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Schema

from corridor.engines.matching.points import SHIPPED, Line, PointsSystem, Subtotal
from corridor.services.rounds import points
from corridor.services.rounds.words_points import said


class FactOut(Schema):
    """`low` and `high` bound a number; `values` are those of a choice; a flag is true or false."""

    key: str
    label: str
    kind: str
    low: int | None
    high: int | None
    values: list[str]


class PointsSystemOut(Schema):
    name: str
    title: str
    source: str
    in_force: date
    until: date | None
    total: int
    unverified: list[str]
    facts: list[FactOut]


class FactsIn(Schema):
    """What is known, such as `{"korean": 72, "training": true}`; the rest is left out."""

    facts: dict[str, int | str | bool | None] = Field(max_length=200)


class LineOut(Schema):
    """`points` is null while it cannot be told; then it lies from `least` to `most`."""

    factor: str
    label: str
    group: str
    held: dict[str, int | str | bool | None]
    points: int | None
    least: int
    most: int
    possible: int
    cap: str
    is_verified: bool


class GroupOut(Schema):
    group: str
    label: str
    points: int | None
    least: int
    most: int
    cap: int | None
    floor: int | None
    passes: bool | None


class ChangeOut(Schema):
    """One fact changed alone; `to` is null where it would first have to be said."""

    fact: str
    held: int | str | bool | None
    to: int | str | bool | None
    total: int
    most: int
    gain: int
    passes: bool | None


class PointsOut(Schema):
    """`total` and `passes` are null while they cannot be told; `missing` says what is needed."""

    sentence: str
    total: int | None
    least: int
    most: int
    possible: int
    passes: bool | None
    missing: list[str]
    unverified: list[str]
    lines: list[LineOut]
    groups: list[GroupOut]
    changes: list[ChangeOut]
    say_first: list[str]


def points_systems(request: HttpRequest) -> list[dict[str, Any]]:
    return [_system(name, points.system_called(name)) for name in SHIPPED]


def score_points(request: HttpRequest, name: str, given: FactsIn) -> dict[str, Any]:
    """Nothing is kept."""
    return told(points.answer(name, given.facts))


def told(found: points.Answer) -> dict[str, Any]:
    """The answer as the API and the command give it."""
    whole = ("total", "least", "most", "possible", "passes", "missing", "unverified")
    changes = [
        {name: getattr(one, name) for name in ChangeOut.model_fields} for one in found.changes
    ]
    return {
        "sentence": points.sentence_of(found),
        **{name: getattr(found.points, name) for name in whole},
        "lines": [_line(line) for line in found.points.lines],
        "groups": [_group(group) for group in found.points.groups],
        "changes": changes,
        "say_first": list(found.say_first),
    }


def _line(line: Line) -> dict[str, Any]:
    shown = {name: getattr(line, name) for name in LineOut.model_fields}
    return {**shown, "label": said(line.label), "held": dict(line.held)}


def _group(group: Subtotal) -> dict[str, Any]:
    shown = {name: getattr(group, name) for name in GroupOut.model_fields}
    return {**shown, "label": said(group.label)}


def _system(name: str, system: PointsSystem) -> dict[str, Any]:
    facts = [system.facts[key] for key in system.asked]
    return {
        "name": name,
        "title": said(system.name),
        **{key: getattr(system, key) for key in ("source", "in_force", "until", "total")},
        "unverified": list(system.unverified),
        "facts": [
            {
                "key": fact.key,
                "label": said(fact.label),
                "kind": fact.kind,
                "low": fact.low if fact.kind == "number" else None,
                "high": fact.high if fact.kind == "number" else None,
                "values": list(fact.values),
            }
            for fact in facts
        ],
    }
