"""Invented contracts and thirty rules over them, as our table and as one text for the peers."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from corridor.engines import rules

DAY = date(2024, 7, 1)
MONEY = ("wage", "fee", "floor", "food", "lodging", "deductions", "deposit", "overtime")
NUMBERS = {"rest": 48, "leave": 60, "months": 60, "probation": 180, "notice": 120, "age": 80}
DATES = ("signed", "start", "passport_until")
TRUTHS = ("fed", "housed", "keeps_passport", "insured")
# Conditions by input, a check over several, and the same as text over whole numbers (amounts in
# cents, hours in tenths, days as ordinals).
JULY = DAY.toordinal()
RULES: list[tuple[dict[str, str], str, str]] = [
    ({"wage": ".. QAR 1000"}, "", "wage < 100000"),
    ({"wage": ".. QAR 1300", "fed": "false"}, "", "wage < 130000 and not fed"),
    ({"wage": ".. QAR 1500", "housed": "false"}, "", "wage < 150000 and not housed"),
    ({}, "wage < floor", "wage < floor"),
    ({}, "fee > wage", "fee > wage"),
    ({}, "fee > months_of(wage, 2) and months < 24", "fee > wage * 2 and months < 24"),
    ({"fee": "QAR 3500 .."}, "", "fee >= 350000"),
    ({"deposit": "QAR 0.01 .."}, "", "deposit >= 1"),
    ({}, "deductions * 2 > wage", "deductions * 2 > wage"),
    ({}, "deductions > wage * 0.1 and fed", "deductions * 10 > wage and fed"),
    ({"hours": "8.1 .."}, "", "hours >= 81"),
    ({}, "hours * 6 > 48 and rest < 24", "hours * 6 > 480 and rest < 24"),
    ({"rest": ".. 24"}, "", "rest < 24"),
    ({"leave": ".. 21"}, "", "leave < 21"),
    ({"leave": ".. 30", "months": "24 .."}, "", "leave < 30 and months >= 24"),
    ({"months": "36 .."}, "", "months >= 36"),
    ({"probation": "91 .."}, "", "probation >= 91"),
    ({"notice": ".. 30"}, "", "notice < 30"),
    ({}, "probation > notice * 3", "probation > notice * 3"),
    ({"age": ".. 18"}, "", "age < 18"),
    ({"age": "60 ..", "insured": "false"}, "", "age >= 60 and not insured"),
    ({"keeps_passport": "true"}, "", "keeps_passport"),
    ({"insured": "false"}, "", "not insured"),
    ({}, "start < signed", "start < signed"),
    ({}, "start > signed + 90", "start > signed + 90"),
    ({"signed": "2024-07-01 .."}, "wage < QAR(1200)", f"signed >= {JULY} and wage < 120000"),
    ({}, "passport_until < start + 180", "passport_until < start + 180"),
    ({}, "overtime < wage / 208 * 1.25", "overtime * 20800 < wage * 125"),
    ({"fed": "true"}, "food > wage * 0.2", "fed and food * 5 > wage"),
    ({}, "wage - deductions - lodging < QAR(800)", "wage - deductions - lodging < 80000"),
]


def table() -> rules.Table:
    """The thirty rules as a table that gives all rows that hold."""

    def words(text: str) -> dict[str, str]:
        return dict.fromkeys(rules.LANGUAGES, text)

    def field(kind: str, **more: Any) -> dict[str, Any]:
        return {"type": kind, "label": words(kind), **more}

    cited = {"source": "law", "article": "1", "say": words("It is against the law.")}
    return rules.from_document(
        {
            "name": "terms",
            "title": words("Terms"),
            "hit": "all",
            "otherwise": "nothing",
            "review_by": "2030-01-01",
            "in_force_from": "2020-01-01",
            "known_from": "2020-01-01",
            "inputs": {
                **{name: field("money", currency="QAR", least="QAR 0") for name in MONEY},
                "hours": field("decimal", places=1, least="0", most="24"),
                **{name: field("integer", least=0, most=most) for name, most in NUMBERS.items()},
                **{name: field("date") for name in DATES},
                **{name: field("boolean") for name in TRUTHS},
            },
            "outcomes": {"breach": field("boolean")},
            "sources": {"law": {"instrument": "An invented law", "status": "unverified"}},
            "rows": [
                {
                    "id": f"r{n:02}",
                    "when": when,
                    **({"check": check} if check else {}),
                    "then": {"breach": True},
                    **cited,
                }
                for n, (when, check, _) in enumerate(RULES)
            ],
        }
    )


def contracts(count: int, seed: int = 11) -> dict[str, np.ndarray]:
    """The columns as whole numbers, by seed."""
    rng = np.random.default_rng(seed)
    wage = rng.integers(70_000, 600_000, count)
    found = {
        "wage": wage,
        "fee": rng.integers(0, 500_000, count),
        "floor": rng.choice([100_000, 130_000, 180_000], count),
        "food": rng.integers(0, 60_000, count),
        "lodging": rng.integers(0, 80_000, count),
        "deductions": (wage * rng.random(count) * 0.6).astype(int),
        "deposit": np.where(rng.random(count) < 0.9, 0, 50_000),
        "overtime": rng.integers(200, 6_000, count),
        "hours": rng.integers(60, 130, count),
        **{name: rng.integers(0, most, count) for name, most in NUMBERS.items()},
        "signed": JULY + rng.integers(-60, 60, count),
    }
    found["start"] = found["signed"] + rng.integers(-5, 120, count)
    found["passport_until"] = found["start"] + rng.integers(0, 2_000, count)
    narrow = {name: values.astype(np.int32) for name, values in found.items()}
    return narrow | {name: rng.random(count) < 0.7 for name in TRUTHS}
