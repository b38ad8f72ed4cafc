"""Tables for the tests, written as plain data."""

from __future__ import annotations

from datetime import date
from typing import Any

from corridor.engines import rules

DAY = date(2025, 1, 1)


def words(text: str) -> dict[str, str]:
    return dict.fromkeys(rules.LANGUAGES, text)


def field(kind: str, label: str = "a fact", **more: Any) -> dict[str, Any]:
    return {"type": kind, "label": words(label), **more}


def row(name: str, when: dict[str, Any], then: dict[str, Any], **more: Any) -> dict[str, Any]:
    cited = {"source": "act", "article": "s. 1", "say": words(more.pop("say", "It is so."))}
    return {"id": name, "when": when, "then": then, **cited, **more}


def document(**more: Any) -> dict[str, Any]:
    """A sound table: which limit holds, by country and pay."""
    return {
        "name": "limits",
        "title": words("Limits"),
        "hit": "unique",
        "otherwise": "nothing",
        "review_by": "2026-06-30",
        "in_force_from": "2020-01-01",
        "known_from": "2020-01-01",
        "inputs": {
            "origin": field("country", "Origin"),
            "pay": field("money", "Pay", currency="QAR", least="QAR 0"),
        },
        "outcomes": {"limit": field("money", currency="QAR", rounding="half-up")},
        "sources": {"act": {"instrument": "Act 12", "status": "verified"}},
        "rows": [
            row("low", {"origin": "NPL", "pay": ".. QAR 1000"}, {"limit": "QAR 0"}),
            row("high", {"origin": "NPL", "pay": "QAR 1000 .."}, {"limit": ":= pay * 0.5"}),
        ],
        **more,
    }


def table(**more: Any) -> rules.Table:
    return rules.from_document(document(**more))


def ask(asked: rules.Table, facts: dict[str, Any], **more: Any) -> rules.Result:
    return rules.ask(asked, facts, **{"in_force": DAY, "known": DAY, **more})


def faults(**more: Any) -> set[tuple[str | None, str | None, str]]:
    """(row, column, code) of everything wrong."""
    try:
        table(**more)
    except rules.TableRefused as error:
        return {(fault.row, fault.column, fault.code) for fault in error.faults}
    return set()
