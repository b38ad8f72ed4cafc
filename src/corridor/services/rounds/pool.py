"""The pool of people as the matching engine's worker table."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import numpy as np
from django.db.models import QuerySet

from corridor.engines import matching
from corridor.kernel.people import api as people


def pool_workers(
    wanted: Mapping[str, str], references: Collection[str] | None = None, *, on: date
) -> matching.Workers:
    """Everybody in the pool under these filters, by reference, with what counts `on` a day.

    `wanted` may name `isco`, `country` and `language`; `references` narrows it to these people.
    """
    found = people.pool_columns(on=on, among=among(pool(wanted), references))
    return found.take(np.argsort(found.id, kind="stable"))


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
    # Who applied asked for it; everybody else is looked at by their consent alone.
    return people.pool(people.PoolFilter(**narrowed, in_matching=not only_applicants(wanted)))


def worker_of(person: people.Person, *, on: date) -> matching.Workers:
    """One person as the engine's table of one row."""
    return people.pool_columns(on=on, among=people.Person.objects.filter(pk=person.pk))


POOL_FILTERS = ("isco", "country", "language")
