"""The pool of people as rows of the matching engine's worker table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from corridor.kernel.people import api as people

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
SKILL_LEVEL_MAX, YEARS_MAX = 3, 60
CHUNK = 2_000
PERSON = ("pk", "reference", "nationality", "residence", "birth_year")
CLAIM = ("person_id", "kind", "code", "level", "from_date", "value")


def pool_rows(
    wanted: Mapping[str, str], references: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """Everybody in the pool under these filters, by reference; claims only they may see left out.

    `wanted` may name `isco`, `country` and `language`; `references` narrows it to these people.
    """
    found = among(pool(wanted), references).order_by("pk").values(*PERSON)
    rows = [row for chunk in _chunks(found.iterator(CHUNK)) for row in _rows(chunk)]
    return sorted(rows, key=lambda row: str(row["id"]))


def pool_count(wanted: Mapping[str, str], references: Collection[str] | None = None) -> int:
    return among(pool(wanted), references).count()


def only_applicants(wanted: Mapping[str, str]) -> bool:
    """Whether a round looks only at those who applied, each for what they applied for."""
    return wanted.get("who") == "applicants"


def among(
    found: QuerySet[people.Person], references: Collection[str] | None
) -> QuerySet[people.Person]:
    return found if references is None else found.filter(reference__in=references)


def pool(wanted: Mapping[str, str]) -> QuerySet[people.Person]:
    narrowed: dict[str, Any] = {
        name: value for name, value in wanted.items() if name in POOL_FILTERS and value
    }
    return people.pool(people.PoolFilter(**narrowed))


def person_row(person: people.Person) -> dict[str, Any]:
    """One person as a row."""
    return _rows([{name: getattr(person, name) for name in PERSON}])[0]


POOL_FILTERS = ("isco", "country", "language")


def _chunks(items: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _rows(chunk: list[dict[str, Any]]) -> list[dict[str, Any]]:
    claims: dict[int, list[dict[str, Any]]] = defaultdict(list)
    said = people.Claim.objects.filter(
        person_id__in=[person["pk"] for person in chunk], status="current", counts=True
    ).exclude(visibility=people.Visibility.ME)
    for claim in said.order_by("pk").values(*CLAIM):
        claims[claim["person_id"]].append(claim)
    return [_row(person, claims[person["pk"]]) for person in chunk]


def _row(person: Mapping[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        by_kind[claim["kind"]].append(claim)
    licences = {claim["code"] for claim in by_kind["licence"] if claim["code"]}
    permits = {code for code in licences if code.startswith("permit:")}
    years = [claim["level"] for claim in by_kind["occupation"] if claim["level"] is not None]
    levels = [claim["level"] for claim in by_kind["qualification"] if claim["level"]]
    free = [claim["from_date"] for claim in by_kind["availability"] if claim["from_date"]]
    return {
        "id": person["reference"],
        "isco": sorted({c["code"] for c in by_kind["occupation"] if len(c["code"]) == 4}),
        "skills": _best(by_kind["skill"], _skill),
        "languages": _best(by_kind["language"], _language),
        "eqf": max(levels, default=None),
        "years": min(max(years), YEARS_MAX) if years else None,
        "nationality": person["nationality"] or None,
        "residence": person["residence"] or None,
        "licences": sorted(licences - permits),
        "permits": sorted(permits),
        "available_from": min(free, default=None),
        "birth_year": person["birth_year"],
    }


def _skill(claim: Mapping[str, Any]) -> int:
    return min(claim["level"] or 1, SKILL_LEVEL_MAX)


def _language(claim: Mapping[str, Any]) -> int:
    """1 to 6, or 7 for a mother tongue."""
    return 7 if claim["value"].get("mother_tongue") else int(claim["level"] or 1)


def _best(claims: list[dict[str, Any]], level_of: Any) -> list[str]:
    """`code:level`, once per code with the highest level said."""
    best: dict[str, int] = {}
    for claim in claims:
        if claim["code"]:
            best[claim["code"]] = max(best.get(claim["code"], 0), level_of(claim))
    named = (*CEFR, "native")
    return [
        f"{code}:{named[level - 1] if level_of is _language else level}"
        for code, level in sorted(best.items())
    ]
