"""The terms of a round: what two parties agree to, and what nobody changes after it opened."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from corridor.services.rounds.models import Round

# The columns; the database refuses a change of any of them once the round is no draft (guards).
AGREED = (
    "title",
    "criteria",
    "mode",
    "top",
    "seed",
    "quotas",
    "vacancies_wanted",
    "pool_wanted",
    "floors",
    "families_together",
    "weeks",
    "procedure",
)
# Terms that came later count where they ask for something, so that what was agreed to before has
# the fingerprint it had.
NOTHING_ASKED: dict[str, Any] = {
    "floors": [],
    "families_together": False,
    "weeks": 0,
    "procedure": {},
}


def terms_of(planned: Round) -> dict[str, Any]:
    terms = {name: getattr(planned, name) for name in AGREED}
    return {
        name: value
        for name, value in terms.items()
        if name not in NOTHING_ASKED or value != NOTHING_ASKED[name]
    }


def terms_digest(planned: Round) -> str:
    """SHA-256 of the terms: two rounds with equal terms have the same."""
    content = json.dumps(terms_of(planned), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
